"""What a seat could decide now, as numbered lines, and the odds of one of them."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.errors import DecisionMalformed
from wargame.kernel.view import Addend, Option, View
from wargame.plain.speech import percent, signed, spoken
from wargame.text import nearest


def options(view: View, asked: str = "") -> Iterator[str]:
    """Returns the prompt and the numbered options, those not allowed now with the reason.

    With a number or an id, only that option, with its odds.
    """
    if asked:
        option = option_of(view, asked)
        yield from _told(view.options.index(option) + 1, option)
        yield from odds(option) if option.kind == "order" else ()
        return
    yield view.prompt
    for number, option in enumerate(view.options, 1):
        yield from _told(number, option)
    if any(option.odds for option in view.options):
        yield "'odds NUMBER' tells how the dice may fall; 'order NUMBER +1' adds a point."


def _told(number: int, option: Option) -> Iterator[str]:
    yield f"{number}. {_line(option)}"
    for effect in option.effects:
        yield f"Effect of {number}: {spoken(effect)}"
    for reason in () if option.legal else option.reasons:
        yield f"{number} is not possible now: {reason}"


def _line(option: Option) -> str:
    kind = "argument card, " if option.argument else "card, " if option.card else ""
    cost = f", cost {option.cost} {option.purse}" if option.purse else ""
    return f"{option.title} ({kind}{option.id or option.kind}{cost}). {option.text}".rstrip()


def odds(option: Option) -> Iterator[str]:
    """Returns the bands of an option's roll with their chances, its modifiers and its clashes."""
    if not option.odds:
        yield f"{option.title}: nothing is rolled."
    for chance in option.odds:
        line = f"{chance.title}: {percent(chance.probability)}"
        if percent(chance.low) != percent(chance.high):
            line += f", from {percent(chance.low)} to {percent(chance.high)} by what you cannot see"
        yield f"{line}. {chance.says}".rstrip()
        for effect in chance.effects:
            yield f"{chance.title}, effect: {spoken(effect)}"
    yield from map(addend_line, (a for a in option.addends if a.add or a.low or a.high))
    for points, gain in enumerate(option.boost_gain, 1):
        yield f"With {signed(points)}: a better result in {percent(gain)}."
    for meeting in option.meetings:
        voided = " This order would come to nothing." if meeting.voids_this else ""
        yield f"If {meeting.with_title} is ordered too: {meeting.title}. {meeting.says}{voided}"


def addend_line(addend: Addend) -> str:
    """Returns one modifier with its reason, and its range where this seat cannot know it."""
    span = ""
    if addend.low != addend.high:
        span = f" (between {signed(addend.low)} and {signed(addend.high)})"
    return f"Modifier {signed(addend.add)}{span}: {addend.why}."


def option_of(view: View, word: str, *, kind: str = "") -> Option:
    """Returns the option of that number or id.

    Raises:
        DecisionMalformed: there is none, or it is of another kind than `kind`.
    """
    if word.isascii() and word.isdigit():
        number = int(word[:6])
        if not 1 <= number <= len(view.options):
            raise DecisionMalformed(
                f"there is no option {word[:20]}",
                remedy=f"there are {len(view.options)}; 'options' lists them",
            )
        option = view.options[number - 1]
        if kind and option.kind != kind:
            raise DecisionMalformed(
                f"option {number} is '{option.kind}', not '{kind}'", remedy=f"type {number} alone"
            )
        return option
    fitting = [option for option in view.options if not kind or option.kind == kind]
    for option in fitting:
        if word == option.id:
            return option
    known = [option.id for option in fitting if option.id]
    raise DecisionMalformed(
        f"'{word[:40]}' is none of your options{nearest(word, known)}",
        remedy="'options' lists them with their numbers",
    )
