"""The numbers of a seat's options: they hold while the orders of a turn are given."""

from __future__ import annotations

from attrs import evolve

from wargame.kernel.view import Option, View


class Numbering:
    """Remembers a list of options, so that a number means what it meant when it was read.

    Giving an order takes it off the list; without this, `order 1`, `order 2` would give the first
    and the third.
    """

    def __init__(self) -> None:
        """Begins without a list."""
        self._place: object = None
        self._listed: tuple[Option, ...] = ()

    def apply(self, view: View, *, afresh: bool = False) -> View:
        """Returns the view with its options as they were numbered here, each as it stands now.

        A new list begins where something else is to be decided, and when it is asked for `afresh`.
        """
        place = (view.turn, view.phase, view.node, view.pending and view.pending.id)
        if afresh or place != self._place:
            self._place, self._listed = place, view.options
        now = {option.decision: option for option in view.options}
        return evolve(view, options=tuple(now.get(o.decision, o) for o in self._listed))
