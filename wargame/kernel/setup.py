"""Setup: what is decided before the first decision of a game."""

from __future__ import annotations

from attrs import frozen

from wargame.errors import UsageInvalid
from wargame.kernel.program import Program
from wargame.language import tr
from wargame.text import nearest

SEED_LIMIT = 2**64
State = list[int]


@frozen
class Setup:
    """Is a preset, a seed (0 up to 2**64 - 1) and the switches that are turned off."""

    preset: str = ""
    seed: int = 0
    off: tuple[str, ...] = ()


def empty_state(program: Program, setup: Setup) -> State:
    """Returns the state before anything is dealt.

    Raises:
        UsageInvalid: the preset or a switch is unknown, or the seed is out of range.
    """
    scenario, layout, run = program.scenario, program.layout, program.traced
    presets = list(scenario.presets)
    if setup.preset and setup.preset not in presets:
        raise UsageInvalid(
            tr(
                "no preset '{preset}'{guess}",
                preset=setup.preset,
                guess=nearest(setup.preset, presets),
            ),
            remedy=tr("one of: {known}", known=", ".join(presets)),
        )
    for switch in setup.off:
        if switch not in scenario.switches:
            raise UsageInvalid(
                tr(
                    "no switch '{switch}'{guess}",
                    switch=switch,
                    guess=nearest(switch, list(scenario.switches)),
                ),
                remedy=tr("one of: {known}", known=", ".join(scenario.switches)),
            )
    if not 0 <= setup.seed < SEED_LIMIT:
        raise UsageInvalid(
            tr("seed {seed} is out of range", seed=setup.seed), remedy=tr("0 up to 2**64 - 1")
        )
    name = setup.preset or next(iter(presets), "")
    preset = scenario.presets.get(name)
    s = [0] * layout.size
    s[layout["SEED_A"]] = setup.seed >> 32
    s[layout["SEED_B"]] = setup.seed & 0xFFFFFFFF
    s[layout["TURN"]] = preset.first_turn if preset else 1
    s[layout["LAST_TURN"]] = (preset.turns if preset else 0) or scenario.about.turns
    for i, switch in enumerate(scenario.switches):
        s[layout["SWITCH"] + i] = int(switch not in setup.off)
    for id, track in scenario.tracks.items():
        for k in range(len(program.teams) if track.each else 1):
            s[layout[f"T_{id}"] + k] = track.start
    for id, ladder in scenario.ladders.items():
        s[layout[f"T_{id}"]] = list(ladder.steps).index(ladder.start)
    for id, flag in scenario.flags.items():
        s[layout[f"T_{id}"]] = int(flag.start)
    if preset:
        s[layout["PRESET"]] = presets.index(name) + 1
        run.preset(s, presets.index(name))
    for id, track in scenario.tracks.items():
        if track.late:
            first = layout[f"L_{id}"]
            depth = max(late.turns for late in track.late)
            s[first : first + depth + 1] = [s[layout[f"T_{id}"]]] * (depth + 1)
    board = layout["BOARD"]
    size = layout["BOARD_SIZE"]
    s[layout["PRIOR"] : layout["PRIOR"] + size] = s[board : board + size]
    return s
