"""What a seat could decide now, as numbered lines, and the odds of one of them."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.errors import DecisionMalformed
from wargame.kernel.view import Addend, Option, View
from wargame.language import tr
from wargame.plain.speech import percent, signed, spoken
from wargame.plain.sums import modifier
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
        yield tr("'odds NUMBER' tells how the dice may fall; 'order NUMBER +1' adds a point.")


def _told(number: int, option: Option) -> Iterator[str]:
    yield f"{number}. {_line(option)}"
    for effect in option.effects:
        yield tr("Effect of {number}: {effect}", number=number, effect=spoken(effect))
    for reason in () if option.legal else option.reasons:
        yield tr("{number} is not possible now: {reason}", number=number, reason=reason)


def _line(option: Option) -> str:
    facts = [option.id or option.kind]
    if option.argument:
        facts.insert(0, tr("argument card"))
    elif option.card:
        facts.insert(0, tr("card"))
    if option.purse:
        facts.append(tr("cost {cost} {purse}", cost=option.cost, purse=option.purse))
    return f"{option.title} ({', '.join(facts)}). {option.text}".rstrip()


def odds(option: Option) -> Iterator[str]:
    """Returns the bands of an option's roll with their chances, its modifiers and its clashes."""
    if not option.odds:
        yield tr("{order}: nothing is rolled.", order=option.title)
    for chance in option.odds:
        line = f"{chance.title}: {percent(chance.probability)}"
        if percent(chance.low) != percent(chance.high):
            by = tr(
                "from {low} to {high} by what you cannot see",
                low=percent(chance.low),
                high=percent(chance.high),
            )
            line = f"{line}, {by}"
        yield f"{line}. {chance.says}".rstrip()
        for effect in chance.effects:
            yield tr("{result}, effect: {effect}", result=chance.title, effect=spoken(effect))
    yield from map(addend_line, (a for a in option.addends if a.add or a.low or a.high))
    for points, gain in enumerate(option.boost_gain, 1):
        yield tr(
            "With {boost}: a better result in {chance}.",
            boost=signed(points),
            chance=percent(gain),
        )
    for meeting in option.meetings:
        line = tr(
            "If {other} is ordered too: {clash}. {says}",
            other=meeting.with_title,
            clash=meeting.title,
            says=meeting.says,
        )
        voided = tr("This order would come to nothing.")
        yield f"{line} {voided}" if meeting.voids_this else line


def addend_line(addend: Addend) -> str:
    """Returns one modifier with its reason, and its range where this seat cannot know it."""
    if addend.low == addend.high:
        return modifier(addend.add, addend.why)
    return tr(
        "Modifier {add} (between {low} and {high}): {why}.",
        add=signed(addend.add),
        low=signed(addend.low),
        high=signed(addend.high),
        why=addend.why,
    )


def option_of(view: View, word: str, *, kind: str = "") -> Option:
    """Returns the option of that number or id.

    Raises:
        DecisionMalformed: there is none, or it is of another kind than `kind`.
    """
    if word.isascii() and word.isdigit():
        number = int(word[:6])
        if not 1 <= number <= len(view.options):
            raise DecisionMalformed(
                tr("there is no option {number}", number=word[:20]),
                remedy=tr("there are {number}; 'options' lists them", number=len(view.options)),
            )
        option = view.options[number - 1]
        if kind and option.kind != kind:
            raise DecisionMalformed(
                tr(
                    "option {number} is '{kind}', not '{wanted}'",
                    number=number,
                    kind=option.kind,
                    wanted=kind,
                ),
                remedy=tr("type {number} alone", number=number),
            )
        return option
    fitting = [option for option in view.options if not kind or option.kind == kind]
    for option in fitting:
        if word == option.id:
            return option
    known = [option.id for option in fitting if option.id]
    raise DecisionMalformed(
        tr(
            "'{word}' is none of your options{nearest}",
            word=word[:40],
            nearest=nearest(word, known),
        ),
        remedy=tr("'options' lists them with their numbers"),
    )
