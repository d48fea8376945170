"""Replays a recorded game in plain mode: forwards, back, through any seat's eyes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from wargame.analysis.finals import finals
from wargame.errors import UsageInvalid
from wargame.kernel.view import View
from wargame.language import marked, tr
from wargame.plain import board, charts, record
from wargame.plain.account import account, brief
from wargame.plain.console import Console
from wargame.plain.looks import LOOKS, Look
from wargame.plain.secrets import require_seat
from wargame.plain.speech import sentence
from wargame.plain.told import Told
from wargame.table.branch import branch
from wargame.table.replay import Replay
from wargame.text import nearest

HELP = (
    marked("next, next 5: on by one record, or by five. back, back 5: back."),
    marked("phase, turn: on to the next phase or turn. phase back, turn back: to the one before."),
    marked("swing, swing back: on to the next big swing of the board, or to the one before."),
    marked(
        "go 12: to record 12. first, last: to the start, to the end. find WORD: to the next record"
    ),
    marked("that has that word in it."),
    marked("all: tells everything from here to the end. brief: the whole game in brief."),
    marked("as SEAT: through the eyes of that seat. records: what may be read, numbered."),
    marked(
        "board, teams, hand, goals, options, odds, offers, changes, log, messages, show:"
        " as in a game."
    ),
    marked("chart, chart GAUGE, chart scores, chart spread: drawn over the turns up to here."),
    marked("branch: begins a game of its own with all that was decided up to here, and you in the"),
    marked("seat whose eyes you look through."),
    marked("quit: stop."),
)

IN_A_GAME_ONLY = ("help", "injects", "health")


class Tour:
    """Is a recorded game that is stepped through; nothing can be decided in it."""

    def __init__(
        self, replay: Replay, console: Console, *, seat: str, saves: Path | None = None
    ) -> None:
        """Begins at the start, through the eyes of `seat`; branches are written to `saves`."""
        self.replay = replay
        self.console = console
        self.seat = seat
        self.saves = saves
        self._moves: dict[str, Callable[[str], int]] = {
            "next": lambda rest: replay.position + _count(rest),
            "back": lambda rest: replay.position - _count(rest),
            "phase": lambda rest: _way(rest, replay.next_phase, replay.previous_phase),
            "turn": lambda rest: _way(rest, replay.next_turn, replay.previous_turn),
            "swing": lambda rest: _way(
                rest,
                lambda: replay.next_swing(self.seat),
                lambda: replay.previous_swing(self.seat),
            ),
            "go": _count,
            "find": self._find,
            "first": lambda rest: 0,
            "last": lambda rest: len(replay),
        }
        self._commands: dict[str, Callable[[str], Iterable[str]]] = {
            "help": lambda rest: map(tr, HELP),
            "all": lambda rest: account(replay, self.seat),
            "brief": lambda rest: brief(replay, self.seat),
            "as": self._sit_down,
            "branch": lambda rest: self._branch(),
            "records": lambda rest: record.log(self._view()),
        }

    def run(self) -> None:
        """Obeys typed lines until `quit` or the last of them."""
        self.replay.seek(0)
        self.console.say(self.replay.notices)
        self.console.say(
            tr(
                "{title}: a record of {steps} steps.",
                title=self._view().scenario_title,
                steps=len(self.replay),
            )
        )
        self.console.say(
            tr("Type 'next' to go on, 'all' to be told everything, 'help' for the rest.")
        )
        try:
            while True:
                typed = self.console.ask(tr("Replay as {seat}", seat=self.seat))
                if typed.casefold() == "quit":
                    return
                self.console.attempt(partial(self.obey, typed))
        except EOFError:
            return

    def obey(self, typed: str) -> None:
        """Does what one typed line says.

        Raises:
            WargameError: it cannot be done; nothing has changed.
        """
        word, _, rest = typed.partition(" ")
        word, rest = word.casefold(), rest.strip()
        if word == "chart" and rest.casefold() == charts.SPREAD:
            self.console.draw(charts.spread(finals(self.replay.glimpse(self.seat))))
        elif word == "chart":
            self.console.draw(charts.lines(self.replay.trends(self.seat), self._view(), rest))
        elif word in self._moves:
            self.console.say(self._go(self._moves[word](rest)))
        elif word in self._commands:
            self.console.say(self._commands[word](rest))
        elif word in LOOKS and word not in IN_A_GAME_ONLY:
            look = Look(self._view(), self.replay.program.scenario, rest)
            self.console.say(LOOKS[word](look))
        elif word:
            known = nearest(word, [*self._moves, *self._commands, *LOOKS, "chart", "quit"])
            unknown = tr("'{word}' is no command{nearest}", word=word[:40], nearest=known)
            self.console.say(sentence(unknown))
            self.console.say(tr("'help' lists the commands."))

    def _view(self) -> View:
        return self.replay.view(self.seat)

    def _go(self, index: int) -> Iterator[str]:
        """Moves to a step, at most to an end, and returns what was recorded on the way there."""
        told = Told()
        list(told.story(self._view()))
        before = self.replay.position
        self.replay.seek(index)
        view = self._view()
        step = tr("Step {step} of {steps}.", step=self.replay.position, steps=len(self.replay))
        yield f"{step} {board.heading(view)}"
        if self.replay.position > before:
            yield from told.story(view)
        if view.pending is not None:
            yield from board.pending(view, view.pending)
        yield from board.ending(view)

    def _find(self, word: str) -> int:
        """Returns the index of the next record with that word in it."""
        after = self.replay.records[self.replay.position :]
        for record_line in after:
            if word.casefold() in record_line.text.casefold():
                return record_line.number
        raise UsageInvalid(
            tr("nothing after this has '{word}' in it", word=word[:40]),
            remedy=tr("'first' goes back to the start"),
        )

    def _branch(self) -> Iterator[str]:
        begun = branch(self.replay, self.seat, save_dir=self.saves)
        yield tr("A game of its own has begun. To play it: wargame resume {save}", save=begun.stem)

    def _sit_down(self, seat: str) -> Iterator[str]:
        require_seat(self.replay, seat)
        self.seat = seat
        yield tr("Seen as {seat}.", seat=seat)


def _count(rest: str) -> int:
    """Returns the number typed behind a command, 1 if there is none."""
    if not rest:
        return 1
    if not (rest.isascii() and rest.isdigit()):
        raise UsageInvalid(
            tr("'{word}' is no number", word=rest[:40]), remedy=tr("type a whole number")
        )
    return int(rest[:9])


def _way(rest: str, on: Callable[[], int], back: Callable[[], int]) -> int:
    if rest not in ("", "back"):
        raise UsageInvalid(
            tr("'{word}' is no way to go", word=rest[:40]), remedy=tr("'phase' or 'phase back'")
        )
    return back() if rest else on()
