"""Decisions and their notation: what is printed is read back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.errors import DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel.notation import parse, parse_patch
from wargame.text import clean

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            '" because "x"',
            "\\",
            '\\"',
            "[a += 1] because",
            "]]]",
            "line\nbreak\r\n\x00\x1b[31m\x9b",
            "\u202eright\u2028to left\u200b\ufeff",
            "a \u200b b",
            "e\u200b\u0301",
            "[@click=app.quit]x[/]",
            "{turn} %s $HOME",
            "İğş \N{GRINNING FACE}",
            "x" * 500,
            "y" * 399 + " z",
        ]
    ),
)
TEXT = HOSTILE.map(clean).filter(bool)
ID = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
NUMBER = st.integers(-999_999, 999_999)
COUNT = st.integers(0, 999_999)
NAME = st.one_of(ID, st.builds(lambda a, b: f"{a}.{b}", ID, ID))
PATCH = st.lists(
    st.builds(d.Adjust, NAME, st.sampled_from(d.OPERATORS), st.one_of(NUMBER, ID)), max_size=4
).map(tuple)
SIDE = st.one_of(st.just(("", 0)), st.tuples(ID, COUNT))
OFFER = (
    st.tuples(ID, ID, SIDE, SIDE)
    .filter(lambda parts: bool(parts[2][0] or parts[3][0]))
    .map(lambda parts: d.Offer(parts[0], parts[1], *parts[2], *parts[3]))
)
DECISION = st.one_of(
    st.builds(d.Deal, ID, ID),
    st.builds(d.Draw, ID, st.one_of(st.just(""), ID)),
    st.builds(d.Roll, st.lists(NUMBER, min_size=1, max_size=5).map(tuple)),
    st.builds(d.Choose, ID, ID),
    st.builds(d.Order, ID, ID, COUNT),
    st.builds(d.Argue, ID, TEXT, st.lists(TEXT, max_size=3).map(tuple)),
    st.builds(d.Seal, ID),
    st.builds(d.Recall, ID),
    OFFER,
    st.builds(d.Answer, ID, NUMBER, st.booleans()),
    st.builds(d.Withdraw, ID, NUMBER),
    st.just(d.Accept()),
    st.builds(d.Overrule, TEXT, band=ID),
    st.builds(d.Overrule, TEXT, patch=PATCH),
    st.builds(d.Weigh, NUMBER, PATCH, PATCH, TEXT),
    st.builds(d.Ruling, PATCH.filter(bool), TEXT),
    st.builds(d.Inject, TEXT, card=ID),
    st.builds(d.Inject, TEXT, title=TEXT, patch=PATCH),
    st.just(d.Advance()),
)


@given(DECISION)
def test_what_is_printed_is_read_back(decision: d.Decision) -> None:
    text = str(decision)
    assert "\n" not in text
    assert parse(text) == decision
    assert parse(f"  {text}\n") == decision


def test_every_kind_is_tried() -> None:
    assert set(d.Decision.__args__) == {
        d.Deal, d.Draw, d.Roll, d.Choose, d.Order, d.Argue, d.Seal, d.Recall, d.Offer, d.Answer,
        d.Withdraw, d.Accept, d.Overrule, d.Weigh, d.Ruling, d.Inject, d.Advance,
    }  # fmt: skip


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        decision = parse(text)
    except DecisionMalformed:
        return
    assert parse(str(decision)) == decision


@given(DECISION, st.integers(0, 200), st.sampled_from('"[]\\ x1'))
def test_a_damaged_text_is_read_or_refused(decision: d.Decision, at: int, inserted: str) -> None:
    text = str(decision)
    damaged = text[: at % len(text)] + inserted + text[at % len(text) :]
    try:
        again = parse(damaged)
    except DecisionMalformed:
        return
    assert parse(str(again)) == again


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a verb is missing"),
        ("sael north", "unknown decision 'sael', did you mean 'seal'?"),
        ("seal", "a team is missing"),
        ("seal North", "'North' is not a team"),
        ("seal north now", "'now' is one word too many"),
        ('argue north "open', "cannot read"),
        ("argue north claim", "is not a claim"),
        ('argue north ""', "the claim is empty"),
        ('argue north "a" from "b"', "expected 'for', not 'from'"),
        (r'argue north "\x"', "cannot read"),
        ("order north build -1", "a boost of -1"),
        ("roll", "a face is missing"),
        ("roll six", "'six' is not a face"),
        ("roll 1234567", "'1234567' is not a face"),
        ("offer north south", "the offer is empty"),
        ("offer north south give a by soon", "'soon' is not a turn"),
        ("answer north 1 maybe", "'maybe' is no answer"),
        ('overrule clean because ""', "the reason is empty"),
        ("overrule clean", "'because' is missing"),
        ('rule [] because "x"', "the ruling changes nothing"),
        ('rule a because "x"', "'a' is no list of changes"),
        ('rule [a *= 2] because "x"', "'a *= 2' is no change of the board"),
        ('rule [a += 1,] because "x"', "'' is no change of the board"),
        ('inject "" [] because "x"', "the inject has no title"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, said: str) -> None:
    with pytest.raises(DecisionMalformed) as caught:
        parse(text)
    assert said in str(caught.value)
    assert caught.value.remedy


def test_a_patch_is_read_with_and_without_brackets() -> None:
    patch = (d.Adjust("water", "-=", 2), d.Adjust("north.gate", "=", "open"))
    assert parse_patch("water -= 2, north.gate = open") == patch
    assert parse_patch(" [water-=2,north.gate=open] ") == patch
    assert parse_patch("[]") == ()


@pytest.mark.parametrize(
    ("decision", "seat"),
    [(d.Roll((1,)), "chance"), (d.Advance(), "facilitator"), (d.Seal("north"), "north")],
)
def test_every_decision_has_a_seat(decision: d.Decision, seat: str) -> None:
    assert d.seat_of(decision) == seat
