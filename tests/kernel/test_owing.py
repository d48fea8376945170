"""Cards that are owed are dealt, whatever phase a turn begins with."""

from __future__ import annotations

from benchmarks.contenders.contender import ID, RULESET
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup, empty_state
from wargame.scenario.files import read_texts
from wargame.scenario.load import load

TALKS = "  talks: {title: Talks, does: talk, says: Let the guilds talk., minutes: 10}\n"


def talks_first() -> Program:
    """Returns the benchmark ruleset, which draws by no effect, with events in phase 2."""
    texts = dict(read_texts(ID, RULESET))
    file = f"rulesets/{ID}/scenario.yaml"
    assert TALKS in texts[file]
    texts[file] = texts[file].replace(TALKS, "").replace("phases:\n", "phases:\n" + TALKS)
    return build(load(texts, ID))


def test_hands_are_dealt_as_a_turn_begins_and_events_in_their_phase() -> None:
    program = talks_first()
    run, layout, out = program.run, program.layout, program.scratch()
    s = empty_state(program, Setup())
    dealt = set()
    while run.settle(s, out) != layout["N_OVER"]:
        if s[layout["WAIT"]] == layout["N_CARD"]:
            dealt.add((s[layout["PHASE"]], s[layout["WHO"]] > 0))
        if s[layout["WAIT"]] == layout["N_CHOICE"]:
            run.choose(s, 0)
        elif s[layout["WAIT"]] == layout["N_ORDERS"]:
            run.end_phase(s, out)
        else:
            run.let_stand(s, s[layout["WAIT"]], out)
    assert dealt == {(0, True), (1, True), (2, False)}
