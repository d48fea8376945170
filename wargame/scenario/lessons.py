"""Lessons: what a scenario teaches a newcomer, step by step, in a game set up for it.

Nothing of it is played by the rules. A step says something and waits: for a decision, for something
to be looked at, for a turn, or only to be read.
"""

from __future__ import annotations

from attrs import field, frozen

from wargame.scenario.places import NOWHERE, Mark
from wargame.scenario.texts import Text

LOOKS = (
    *("compare", "why", "coach", "aims", "gauges", "hand", "offers", "known", "talk", "changes"),
    *("brief", "charts", "help", "log"),
)
"""What a step can have looked at: every interface has its own key or word for each."""


@frozen(kw_only=True)
class Step:
    """Is one step of a lesson; at most one of `do`, `look` and `turn` is given.

    `do` is how a decision's notation begins. In `say`, `{key}` is the key or word for `look`.
    """

    say: Text
    do: str = ""
    look: str = ""
    turn: int = 0
    hint: Text = ""
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class Lesson:
    """Is a game set up to be taught in: who plays, by what chance, and the steps."""

    title: Text
    says: Text
    seat: str
    steps: tuple[Step, ...]
    preset: str = ""
    seed: int = 1
    mark: Mark = field(default=NOWHERE, eq=False, repr=False)
