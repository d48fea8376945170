from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plain.views import option, view
from wargame.errors import DecisionMalformed, UsageInvalid, WargameError
from wargame.kernel.notation import parse
from wargame.kernel.view import CardView, Pending, View
from wargame.plain.reading import VERBS, Reading


def answers(*lines: str) -> Callable[[str], str]:
    left = list(lines)
    return lambda prompt: left.pop(0)


def read(line: str, *typed: str, seen: View | None = None) -> str:
    return Reading(seen or view(), answers(*typed)).decision(line)


PENDING = Pending(
    kind="ruling",
    team="north",
    id="dig",
    title="Dig",
    text="",
    dice=2,
    sides=6,
    faces=(3, 4),
    total=7,
    net=0,
    addends=(),
    band="price",
    band_title="At a price",
    says="",
    bands=(("backlash", "Backlash"), ("price", "At a price")),
)


@pytest.mark.parametrize(
    ("line", "notation"),
    [
        ("order 1", "order north dig"),
        ("order 1 +1", "order north dig +1"),
        ("order 1 2", "order north dig +2"),
        ("order dig", "order north dig"),
        ("order north dig +1", "order north dig +1"),
        ("1 +1", "order north dig +1"),
        ("2", "order north climb"),
        ("3", "seal north"),
        ("seal", "seal north"),
        ("seal north", "seal north"),
        ("recall", "recall north"),
        ("answer 1 yes", "answer north 1 yes"),
        ("withdraw 3", "withdraw north 3"),
        ("offer south want pay by 3", "offer north south want pay by 3"),
        ('argue "It holds" for "rain"', 'argue north "It holds" for "rain"'),
        ("advance", "advance"),
        ("roll 4 2", "roll 4 2"),
        ("rule hill += 1 because of the rain", 'rule [hill += 1] because "of the rain"'),
        ('rule [hill = 2] because "x"', 'rule [hill = 2] because "x"'),
        ("overrule clean because so", 'overrule clean because "so"'),
        ("overrule hill -= 1 because so", 'overrule [hill -= 1] because "so"'),
        (
            'inject "A leak because of them" [hill -= 1] because it may be because',
            'inject "A leak because of them" [hill -= 1] because "it may be because"',
        ),
    ],
)
def test_a_short_form_becomes_the_notation(line: str, notation: str) -> None:
    assert str(parse(read(line))) == notation


@pytest.mark.parametrize(
    ("line", "typed", "notation"),
    [
        ("order", ("1",), "order north dig"),
        ("argue", ("It holds", "rain", ""), 'argue north "It holds" for "rain"'),
        ("argue It holds", ("",), 'argue north "It holds"'),
        (
            "offer",
            ("south", "1", "", "pay", "4"),
            "offer north south give leave by 4 want pay by 4",
        ),
        ("offer south", ("", "1", ""), "offer north south want pay by 3"),
        ("rule", ("hill += 1", "why not"), 'rule [hill += 1] because "why not"'),
        (
            "weigh",
            ("+1", "hill += 1", "", "a good point"),
            'weigh +1 success [hill += 1] failure [] because "a good point"',
        ),
        ("inject", ("A leak", "hill -= 1", "so"), 'inject "A leak" [hill -= 1] because "so"'),
        ("roll", ("6 1",), "roll 6 1"),
        ("withdraw", ("2",), "withdraw north 2"),
    ],
)
def test_a_bare_command_asks_back(line: str, typed: tuple[str, ...], notation: str) -> None:
    assert str(parse(read(line, *typed))) == notation


def test_an_overrule_takes_the_number_of_a_result() -> None:
    seen = view(seat="facilitator", pending=PENDING)
    assert read("overrule 1 because so", seen=seen) == 'overrule backlash because "so"'
    assert read("overrule", "2", "so", seen=seen) == 'overrule price because "so"'


def test_an_inject_takes_the_number_of_a_card() -> None:
    card = CardView(
        id="flood",
        title="Flood",
        text="",
        deck="events",
        argument=False,
        cost=0,
        effects=(),
        source=(),
        voice="design",
        date="",
    )
    seen = view(seat="facilitator", injects=(card,))
    assert read("inject 1 because so", seen=seen) == 'inject flood because "so"'


def test_an_answer_to_a_card_goes_by_number_or_id() -> None:
    options = (option("yes", kind="choose", decision="choose north yes"),)
    seen = view(options=options)
    assert read("choose 1", seen=seen) == "choose north yes"
    assert read("choose yes", seen=seen) == "choose north yes"
    assert read("1", seen=seen) == "choose north yes"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("order 9", "there is no option 9"),
        ("order 3", "option 3 is 'seal', not 'order'"),
        ("order dg", "'dg' is none of your options, did you mean 'dig'?"),
    ],
)
def test_what_is_no_option_is_refused_by_name(line: str, message: str) -> None:
    with pytest.raises(DecisionMalformed) as refused:
        read(line)
    assert refused.value.message == message
    assert refused.value.remedy


def test_an_unknown_promise_is_refused() -> None:
    with pytest.raises(DecisionMalformed, match="'fly' is no promise of that team"):
        read("offer", "south", "fly")


def test_no_answer_decides_nothing() -> None:
    with pytest.raises(UsageInvalid, match="nothing was decided"):
        read("rule", "")


@given(st.sampled_from(VERBS), st.text(max_size=40))
def test_any_words_after_a_verb_are_read_or_refused(verb: str, rest: str) -> None:
    reading = Reading(view(pending=PENDING), lambda prompt: "1")
    with contextlib.suppress(WargameError):
        decision = parse(reading.decision(f"{verb} {rest}"))
        assert parse(str(decision)) == decision
