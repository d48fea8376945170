"""What is said where an optional package is missing, seen in a Python of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest


def error_of(package: str, statement: str) -> str:
    """Returns the error that a statement raises where a package cannot be imported."""
    script = f"""
import sys
sys.modules[{package!r}] = None
from wargame.errors import WargameError
try:
    {statement}
except WargameError as fault:
    print(fault.code, "|", fault)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("package", "extra", "statement"),
    [
        ("pettingzoo", "pettingzoo", "import wargame.interop.pettingzoo"),
        ("pyspiel", "openspiel", "import wargame.interop.openspiel"),
        ("pyspiel", "openspiel", "from wargame.bots import make; make('openspiel:9', seed=1)"),
        ("open_spiel", "openspiel", "import wargame.interop.ismcts"),
    ],
)
def test_a_missing_package_is_named_with_its_extra(
    package: str, extra: str, statement: str
) -> None:
    assert error_of(package, statement) == (
        f"extra.missing | this needs the package '{package}', which is not installed"
        f" (pip install 'wargame[{extra}]')"
    )
