"""TableSetup: who sits at a table, and how the game is set up."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import asdict, frozen

from wargame.errors import UsageInvalid
from wargame.language import tr
from wargame.text import nearest

HUMAN = "human"


@frozen(kw_only=True)
class TableSetup:
    """Is what is agreed before the first record; it is kept in the save's header."""

    scenario: str
    seed: int
    seats: Mapping[str, str]  # a team's id -> "human", or the name of a bot
    preset: str = ""
    off: tuple[str, ...] = ()  # switches turned off
    facilitator: str = "auto"  # "auto" or "human"
    dice: str = "engine"  # "engine", or "typed": the facilitator types the faces

    def __attrs_post_init__(self) -> None:
        _one_of("facilitator", self.facilitator, ("auto", HUMAN))
        _one_of("dice", self.dice, ("engine", "typed"))

    def is_human(self, seat: str) -> bool:
        """Returns whether a person decides for that seat, which may be "chance"."""
        if seat == "facilitator":
            return self.facilitator == HUMAN
        if seat == "chance":
            return self.dice == "typed"
        return self.seats.get(seat, HUMAN) == HUMAN

    def fields(self) -> dict[str, object]:
        """Returns the set-up as JSON values."""
        return {**asdict(self), "seats": dict(self.seats), "off": list(self.off)}

    @classmethod
    def read(cls, fields: object) -> TableSetup:
        """Returns the set-up with these JSON values.

        Raises:
            ValueError: a field is missing, unknown or of another type.
        """
        if not isinstance(fields, dict) or fields.keys() != _SHAPE.keys():
            raise ValueError(tr("the set-up's fields are not those of this format"))
        for key, kind in _SHAPE.items():
            if type(fields[key]) is not kind:
                sentence = tr("'{key}' of the set-up is no {kind}", key=key, kind=kind.__name__)
                raise ValueError(sentence)
        words = [*fields["seats"].values(), *fields["off"]]
        if not all(isinstance(word, str) for word in words):
            raise ValueError(tr("the set-up's lists hold something else than names"))
        try:
            return cls(**{**fields, "off": tuple(fields["off"])})
        except UsageInvalid as fault:
            raise ValueError(str(fault)) from None


_SHAPE: dict[str, type] = {
    "scenario": str,
    "seed": int,
    "seats": dict,
    "preset": str,
    "off": list,
    "facilitator": str,
    "dice": str,
}


def _one_of(what: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageInvalid(
            tr(
                "'{value}' is no value of {what}{guess}",
                value=value,
                what=what,
                guess=nearest(value, known),
            ),
            remedy=tr("one of: {known}", known=", ".join(known)),
        )
