"""Records the golden save of the current format: `python tests/data/make_golden.py`.

A golden save is made once for a format and then replays in the tests for ever; it is made anew only
before the format's first release. It has every kind of record and an abandoned line of play.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from wargame.kernel.legal import decisions
from wargame.table.head import head_path
from wargame.table.record import FORMAT
from wargame.table.session import Session
from wargame.table.setup import TableSetup

GAMES = Path(__file__).parent / "games"
SEATS = ("averil", "ossany", "facilitator", "chance")


def record(folder: Path) -> Path:
    """Records the game in that folder, in place of one that is there, and returns its file."""
    path = folder / f"format-{FORMAT}.jsonl"
    path.unlink(missing_ok=True)
    ticks, salts = count(), count()
    start = datetime(2024, 1, 1, tzinfo=UTC)
    setup = TableSetup(
        scenario="river",
        seed=2024,
        seats={"averil": "human", "ossany": "human"},
        preset="drought",
        facilitator="human",
        dice="typed",
    )
    with Session.start(
        setup,
        name=path.stem,
        save_dir=folder,
        clock=lambda: start + timedelta(seconds=next(ticks)),
        salt=lambda: f"{next(salts):032x}",
    ) as session:
        _play(session)
    for beside in (head_path(path), path.with_suffix(".lock")):
        beside.unlink(missing_ok=True)
    return path


def _play(session: Session) -> None:
    pick = random.Random(2024)
    facilitator, averil = session.client("facilitator"), session.client("averil")
    argued = False
    while not session.is_over:
        view = facilitator.view()
        if view.node == "weigh":
            facilitator.decide('weigh 1 success [harvest += 1] failure [] because "A fair point"')
            continue
        if view.node == "orders" and not argued:
            argued = True
            averil.say("Shall we talk about the gates?", to="ossany")
            averil.note("They will not like it", tags=("plan",))
            averil.decide("order averil close_gates")
            facilitator.undo(reason="Averil asked for it")
            averil.decide('argue averil "The press comes" for "It was invited" "It is bored"')
            averil.decide("offer averil ossany give lake_low by 2")
            facilitator.undo()
            facilitator.redo()
            session.client("ossany").decide("answer ossany 1 no")
            facilitator.decide('rule [lake += 1] because "It rained"')
            facilitator.decide('inject "A visitor" [] because "To see the dam"')
            facilitator.bookmark("The first orders")
        possible = [(s, d) for s in SEATS for d in decisions(session.program, session.state, s)]
        session.play(*pick.choice(possible))
    facilitator.say("Thank you all.")


if __name__ == "__main__":
    print(record(GAMES))
