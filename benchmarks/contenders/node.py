"""boardgame.io, in production mode: installed by npm and played in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress

from benchmarks.contenders.contender import HERE, Contender, Missing
from wargame.kernel.program import Program

FOLDER = HERE / "boardgameio"


def boardgameio(program: Program) -> Contender:
    """Returns the game for boardgame.io, installing that first.

    Raises:
        Missing: there is no node or npm, or npm cannot install.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise Missing("node and npm are not installed")
    if not (FOLDER / "node_modules" / "boardgame.io").is_dir():
        command = [npm, "install", "--no-audit", "--no-fund", "--no-package-lock"]
        made = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
        if made.returncode:
            raise Missing(f"npm cannot install boardgame.io: {made.stderr.strip()[-200:]}")
    slots = HERE / "built" / "slots.json"
    slots.parent.mkdir(exist_ok=True)
    layout = program.layout
    places = {name: layout[name] for name in layout.counts} | {"SIZE": layout.size}
    slots.write_text(json.dumps(places), encoding="utf8")
    player = subprocess.Popen(
        [node, "play.js", str(slots)],
        cwd=FOLDER,
        env={**os.environ, "NODE_ENV": "production"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def series(n: int) -> tuple[float, Sequence[int]]:
        assert player.stdin is not None
        assert player.stdout is not None
        answer = ""
        with suppress(BrokenPipeError):
            print(n, file=player.stdin, flush=True)
            answer = player.stdout.readline()
        if not answer:
            raise Missing(f"node has ended with code {player.wait()}")
        played = json.loads(answer)
        return played["seconds"], played["hashes"]

    return Contender("boardgame.io", series, 0.25)
