"""Plays a game between bots and tells how it went: what there is to see without a keyboard."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from wargame.kernel.view import PUBLIC
from wargame.language import tr
from wargame.plain.account import brief
from wargame.scenario.model import Scenario
from wargame.table.replay import Replay
from wargame.table.session import Session
from wargame.table.setup import TableSetup

SEED = 1
NAME = "demonstration"


def demonstration(scenario: Scenario, *, bot: str = "doctrine", seed: int = SEED) -> Iterator[str]:
    """Returns a game between bots as lines, and how to go on; nothing is left on the disk."""
    setup = TableSetup(scenario=scenario.id, seed=seed, seats=dict.fromkeys(scenario.teams, bot))
    yield f"{scenario.about.title}. {scenario.about.summary}"
    yield tr(
        "No terminal is attached: a demonstration, every team held by the bot '{bot}'.", bot=bot
    )
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with Session.start(setup, name=NAME, save_dir=place, scenario=scenario) as session:
            autopilot = session.autopilot()
            while autopilot.step():
                continue
        yield from brief(Replay.open(NAME, save_dir=place), PUBLIC)
    seat = next(iter(scenario.teams))
    told = {"scenario": scenario.id, "seat": seat}
    yield tr("To play: wargame play {scenario} --seat {seat}, in a terminal.", **told)
    yield tr("Line by line, also in a pipe: wargame play {scenario} --seat {seat} --plain", **told)
    yield tr("For everything else: wargame --help")
