"""Measures what a person waits for: the help, the first screen, a key press, a jump in a record.

Each figure stands beside its limit and, where one makes sense, beside a bare measure of the same
machine in the same run (an empty Python process). Run it on a machine that does nothing else.
"""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from wargame.scenario.files import default_scenario
from wargame.scenario.load import load_scenario
from wargame.table.session import Session
from wargame.table.setup import TableSetup

PYTHON = sys.executable
RUNS = 10


def wait_for(command: Sequence[str]) -> float:
    """Returns how many milliseconds a command takes."""
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (perf_counter() - start) * 1000


class Terminal:
    """Is the program in a pseudo-terminal of 160 columns and 50 rows."""

    def __init__(self, *arguments: str) -> None:
        self.main, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 160, 0, 0))
        self.process = subprocess.Popen(
            [PYTHON, "-m", "wargame", *arguments],
            stdin=other,
            stdout=other,
            stderr=other,
            close_fds=True,
            env=os.environ | {"TERM": "xterm-256color"},
        )
        os.close(other)

    def wait_for(self, text: bytes) -> None:
        """Reads until a text has been painted."""
        seen = b""
        while text not in seen:
            ready, _, _ = select.select([self.main], [], [], 30)
            if not ready:
                raise SystemExit(f"{text!r} was not painted within 30 seconds")
            seen += os.read(self.main, 65536)

    def settle(self, quiet: float = 0.08) -> float:
        """Reads until nothing has been painted for `quiet` seconds; returns when the last was."""
        last = perf_counter()
        while select.select([self.main], [], [], quiet)[0]:
            os.read(self.main, 65536)
            last = perf_counter()
        return last

    def close(self) -> None:
        """Ends the program."""
        self.process.terminate()
        self.settle()
        self.process.wait()
        os.close(self.main)


def first_paint(folder: Path) -> float:
    """Returns the milliseconds from the start of the program to its first screen in a terminal."""
    start = perf_counter()
    terminal = Terminal("--save-dir", str(folder))
    terminal.wait_for(b"What would you like")
    waited = (perf_counter() - start) * 1000
    terminal.close()
    return waited


def long_game(folder: Path, name: str, records: int, *, people: int = 2) -> Session:
    """Returns an open game of the default scenario with so many records, rulings for the most.

    The first teams are held by people, the others by bots.
    """
    scenario = load_scenario(default_scenario())
    seats = {
        team: "human" if number < people else "random" for number, team in enumerate(scenario.teams)
    }
    setup = TableSetup(scenario=scenario.id, seed=1, seats=seats)
    session = Session.start(setup, name=name, save_dir=folder, scenario=scenario)
    autopilot = session.autopilot()
    while autopilot.step():
        pass
    facilitator = session.client("facilitator")
    track = next(iter(scenario.tracks))
    while len(session.course.records) < records:
        for sign in "+-":
            facilitator.decide(f'rule [{track} {sign}= 1] because "a long afternoon"')
    return session


def jumps(session: Session) -> list[float]:
    """Returns the milliseconds of 200 jumps to anywhere in the record."""
    rng = random.Random(1)
    line = session.course.line(session.course.at)
    waited = []
    for _ in range(200):
        target = rng.choice(line)
        start = perf_counter()
        session.course.state(target)
        waited.append((perf_counter() - start) * 1000)
    return waited


def key_presses(folder: Path, save: str) -> tuple[list[float], list[float]]:
    """Returns the milliseconds from each of 100 key presses until it is first seen, and in full.

    First the mark moves in the list of orders; then the explanation of the marked order follows.
    """
    terminal = Terminal("--save-dir", str(folder), "resume", save)
    terminal.wait_for(b"Give your orders")
    terminal.settle(1.0)
    seen, whole = [], []
    for i in range(100):
        start = perf_counter()
        os.write(terminal.main, b"\x1b[B" if i % 14 < 7 else b"\x1b[A")
        select.select([terminal.main], [], [], 1.0)
        seen.append((perf_counter() - start) * 1000)
        whole.append((terminal.settle() - start) * 1000)
    terminal.close()
    return seen, whole


def show(what: str, waited: Sequence[float], limit: float, note: str = "") -> bool:
    """Prints a figure beside its limit; the 95th percentile has to keep it."""
    worst = quantiles(waited, n=20)[-1]
    kept = worst <= limit
    print(
        f"{what:44} median {median(waited):7.1f} ms   95th percentile {worst:7.1f} ms"
        f"   limit {limit:5.0f} ms   {'kept' if kept else 'MISSED'}{note}"
    )
    return kept


def repeated(measure: Callable[[], float]) -> list[float]:
    """Returns a measure taken so many times, after once for the caches."""
    measure()
    return [measure() for _ in range(RUNS)]


def main() -> int:
    """Prints every figure; returns 1 when a limit is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = repeated(lambda: wait_for([PYTHON, "-c", "pass"]))
        print(f"{'an empty Python process':44} median {median(bare):7.1f} ms")
        helped = repeated(lambda: wait_for([PYTHON, "-m", "wargame", "--help"]))
        note = f"   {median(helped) / median(bare):.1f} times an empty process"
        kept = [show("wargame --help", helped, 150, note)]
        kept.append(show("first paint", repeated(lambda: first_paint(folder)), 1000))
        with long_game(folder, "jumps", 10_000) as session:
            kept.append(show("jump to any of 10,000 records", jumps(session), 50))
        long_game(folder, "keys", 2_000, people=1).close()
        seen, whole = key_presses(folder, "keys")
        kept.append(show("key press seen, with 2,000 records", seen, 50))
        kept.append(show("key press painted to the last line", whole, 50))
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
