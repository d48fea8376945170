"""The sessions in docs/interop.md say what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "interop.md"


def test_every_session_in_the_page_goes_as_it_says() -> None:
    sessions = re.findall(r"```pycon\n(.*?)```", PAGE.read_text(), re.DOTALL)
    assert len(sessions) == 4
    test = doctest.DocTestParser().get_doctest("\n".join(sessions), {}, PAGE.name, str(PAGE), 0)
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0
