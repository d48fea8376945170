"""Claims: whether a scenario's hypotheses hold over many games and their controls differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from wargame.analysis.games import Progress, require_some
from wargame.analysis.intervals import Share
from wargame.analysis.trials import Count, Trial, play_trials
from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.scenario.model import Hypothesis, Scenario
from wargame.text import clean, nearest

APART = 0.20
"""How far the interval of a control must lie below that of its hypothesis."""

HOLDS = "holds"
FAILS = "fails"
SAME = "control does not differ"
FEW = "too few games"


@frozen
class Finding:
    """Is what the games say of one hypothesis.

    `counts` is by the switches that were off, none first, then the control, then the others;
    `beside` is the same between bots that play freely, and empty if none did.
    """

    id: str
    hypothesis: Hypothesis
    counts: Mapping[tuple[str, ...], Count]
    beside: Mapping[tuple[str, ...], Count]

    @property
    def all_counts(self) -> tuple[Count, ...]:
        """Every count that there is."""
        return (*self.counts.values(), *self.beside.values())

    @property
    def share(self) -> Share:
        """In which share of the games that count it holds."""
        return self.counts[()].share

    @property
    def control(self) -> Share:
        """In which share it holds once its mechanism is off."""
        return self.counts[(self.hypothesis.control,)].share

    @property
    def verdict(self) -> str:
        """What can be said: whole intervals are compared, and what they leave open stays open."""
        least = self.hypothesis.least / 100
        share, control = self.share, self.control
        if share.of and share.high < least:
            return FAILS
        if share.of and control.of and share.high - control.low < APART:
            return SAME
        if share.low < least or share.low - control.high < APART:
            return FEW
        return HOLDS

    def to_json(self) -> dict[str, Any]:
        """Returns it as numbers and lists."""
        return {
            "claims": list(self.hypothesis.source),
            "title": self.hypothesis.title,
            "least": self.hypothesis.least,
            "verdict": self.verdict,
            "doctrine": [_row(off, count) for off, count in self.counts.items()],
            "beside": [_row(off, count) for off, count in self.beside.items()],
        }


@frozen
class Claims:
    """Is what the games say of a scenario's hypotheses; `asked` games were to be played."""

    scenario: Scenario
    asked: int
    seed: int
    bots: str
    findings: Sequence[Finding] = field(repr=False)

    @property
    def games(self) -> int:
        """How many games were played."""
        return sum(count.games for finding in self.findings for count in finding.all_counts)

    @property
    def all_hold(self) -> bool:
        """Whether each of them holds and its control differs."""
        return all(finding.verdict == HOLDS for finding in self.findings)

    def to_json(self) -> dict[str, Any]:
        """Returns all of it as numbers, shares and lists, the same for the same seed."""
        return {
            "scenario": self.scenario.id,
            "games_asked": self.asked,
            "games": self.games,
            "seed": self.seed,
            "beside": self.bots,
            "all_hold": self.all_hold,
            "hypotheses": {found.id: found.to_json() for found in self.findings},
        }


def examine(
    scenario: Scenario,
    trials: Sequence[Trial],
    *,
    seed: int = 0,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Claims:
    """Plays the trials of a plan and returns what they say. Ctrl+C keeps the games that are over.

    Raises:
        UsageInvalid: the number of jobs cannot be used.
        BotUnknown: there is no bot of that name.
    """
    require_some(jobs=jobs)
    counts = play_trials(scenario, trials, seed=seed, jobs=jobs, progress=progress)
    played = tuple(zip(trials, counts, strict=True))
    findings = tuple(
        Finding(
            id,
            scenario.hypotheses[id],
            {t.off: count for t, count in played if t.hypothesis == id and not t.bots},
            {t.off: count for t, count in played if t.hypothesis == id and t.bots},
        )
        for id in dict.fromkeys(trial.hypothesis for trial in trials)
    )
    bots = next((trial.bots for trial in trials if trial.bots), "")
    asked = sum(trial.games for trial in trials)
    return Claims(scenario, asked, seed, bots, findings)


def plan(
    scenario: Scenario,
    *,
    games: int,
    only: Sequence[str] = (),
    beside: str = "",
    beside_games: int = 0,
) -> tuple[Trial, ...]:
    """Returns the trials that test a scenario's hypotheses, or those named by their ids or claims.

    Each is played `games` times as it stands, as often with its control off and with each further
    switch off; with `beside`, each also `beside_games` times between bots that play freely.

    Raises:
        UsageInvalid: no games are asked for, or there is nothing to test.
    """
    require_some(games=games)
    if not scenario.hypotheses:
        raise UsageInvalid(
            tr("the scenario '{scenario}' has no hypotheses", scenario=scenario.id),
            remedy=tr("write some in the section `hypotheses`; docs/language.md says how"),
        )
    names = {id: {id, *record.source} for id, record in scenario.hypotheses.items()}
    for word in only:
        if not any(word in known for known in names.values()):
            raise UsageInvalid(
                tr(
                    "no hypothesis '{word}'{guess}",
                    word=clean(word, limit=40),
                    guess=nearest(word, tuple(names)),
                ),
                remedy=tr("one of: {known}", known=", ".join(names)),
            )
    wanted = {id for id, known in names.items() if not only or not known.isdisjoint(only)}
    series = [("", games)]
    if beside and beside_games:
        series.append((beside, beside_games))
    return tuple(
        Trial(id, number, off, bots)
        for id, hypothesis in scenario.hypotheses.items()
        if id in wanted
        for bots, number in series
        for off in ((), (hypothesis.control,), *((switch,) for switch in hypothesis.also))
    )


def _row(off: tuple[str, ...], count: Count) -> dict[str, Any]:
    return {"off": list(off), "games": count.games, **count.share.to_json()}
