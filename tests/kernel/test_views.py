"""Views: what people read of a position, whoever they are."""

from __future__ import annotations

import pytest

from tests.kernel.games import (
    FAIR,
    SHIPPED,
    deal_card,
    number,
    position,
    positions,
    program_of,
    put,
    steps,
    until,
)
from wargame.kernel.legal import decisions
from wargame.kernel.notation import parse
from wargame.kernel.play import step
from wargame.kernel.setup import State
from wargame.kernel.sight import glimpse, meant
from wargame.kernel.view import Option, View
from wargame.kernel.views import see

PROGRAM = program_of(FAIR)
SEATS = ("facilitator", "public", *PROGRAM.teams)


def view(s: State, seat: str) -> View:
    return see(glimpse(PROGRAM, s, seat))


@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_every_position_can_be_seen_by_everybody(id: str) -> None:
    program = program_of(id)
    for _, _, s in positions(id, 3 if id == FAIR else 1)[::3]:
        for seat in ("facilitator", "public", *program.teams):
            seen = see(glimpse(program, s, seat))
            assert seen.seat == seat
            assert seen.prompt
            assert seen.phase_title


@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_the_options_are_the_legal_decisions(id: str) -> None:
    program = program_of(id)
    for s, _, _ in positions(id, 4 if id == FAIR else 1)[::2]:
        for seat in ("facilitator", *program.teams):
            offered = {
                option.decision: option
                for option in see(glimpse(program, s, seat)).options
                if option.legal and option.kind in ("order", "seal", "choose", "advance", "accept")
            }
            legal = {
                str(made): made
                for made in decisions(program, s, seat)
                if "+" not in str(made) and not str(made).startswith("recall")
            }
            assert set(offered) == set(legal)


@pytest.mark.parametrize("id", [FAIR, *SHIPPED])
def test_every_legal_option_is_taken_as_it_is_printed(id: str) -> None:
    program = program_of(id)
    for s, _, _ in positions(id, 4 if id == FAIR else 1)[1::4]:
        for seat in ("facilitator", *program.teams):
            for option in see(glimpse(program, s, seat)).options:
                if option.legal and option.kind not in ("answer",):
                    assert step(program, s, meant(program, s, parse(option.decision)))


def options(s: State, seat: str) -> dict[str, Option]:
    return {option.id: option for option in view(s, seat).options}


def test_what_cannot_be_ordered_says_why() -> None:
    s = put(PROGRAM, position(FAIR, "orders"), unrest=0, charter=0, plot=2, debt=0, bribed=0)
    s = deal_card(PROGRAM, deal_card(PROGRAM, s, "abbey", "hair"), "abbey", "finger")
    s = steps(PROGRAM, s, 'rule [abbey.alms = 2] because "x"')
    found = options(s, "abbey")
    assert found["hair"].reasons == ("costs 3 Alms, 2 left",)
    assert found["revoke"].reasons == (
        "needs: The charter is Under seal or The charter is Granted",
    )
    assert found["conspire"].reasons == ("needs: The plot below Sworn",)
    assert not any(found[id].legal for id in ("hair", "revoke", "conspire"))
    s = put(PROGRAM, s, unrest=3)
    full = options(steps(PROGRAM, s, "order abbey preach", "order abbey finger"), "abbey")
    assert "2 orders given already" in full["conspire"].reasons
    s = deal_card(PROGRAM, deal_card(PROGRAM, s, "abbey", "plea_bread"), "abbey", "plea_alms")
    s = deal_card(PROGRAM, s, "abbey", "plea_peace")
    argued = options(steps(PROGRAM, s, "order abbey plea_bread", "order abbey plea_alms"), "abbey")
    assert "2 arguments given already" in argued["plea_peace"].reasons
    assert "argue" not in argued


def test_an_order_tells_what_it_would_meet() -> None:
    grind = options(position(FAIR, "orders"), "mill")["grind"]
    assert [(m.with_team, m.with_title, m.voids_this) for m in grind.meetings] == [
        ("The abbey", "Preach", False),
        ("The guild", "Hoard", True),
    ]
    preach = options(position(FAIR, "orders"), "abbey")["preach"]
    assert [m.with_title for m in preach.meetings] == ["Grind", "A pie"]


def test_offers_are_options_of_their_parties() -> None:
    s = until(PROGRAM, position(FAIR, "card"), "market", "phase")
    s = steps(PROGRAM, s, "offer mill guild give no_raise by 2 want petitioned by 2")
    assert [o.title for o in view(s, "guild").options] == ["Accept offer 1", "Decline offer 1"]
    assert [o.title for o in view(s, "mill").options] == ["Withdraw offer 1"]
    assert not view(s, "abbey").options
    assert not view(s, "abbey").offers
    (offer,) = view(s, "guild").offers
    assert (offer.give_title, offer.want_title) == ("Bread stays cheap", "A petition")
    assert (offer.give_state, offer.want_state) == ("", "")


PROMPTS = {
    "agenda": ("Deal the agendas.", "Agendas are being dealt."),
    "card": ("Draw the card that is due.", "A card is being drawn."),
    "dice": ("Roll the dice, or type the faces in.", "Dice are being rolled."),
    "ruling": ("Let the outcome stand, or overrule it.", "The facilitator considers the outcome."),
    "orders": ("Waiting for sealed orders: The mill", "Give your orders, then seal them."),
}


@pytest.mark.parametrize("kind", list(PROMPTS))
def test_everybody_is_told_what_to_do(kind: str) -> None:
    s = position(FAIR, kind)
    assert view(s, "facilitator").prompt.startswith(PROMPTS[kind][0])
    assert view(s, "mill").prompt == PROMPTS[kind][1]


def test_who_waits_is_told_for_whom() -> None:
    s = steps(PROGRAM, position(FAIR, "orders"), "seal mill")
    assert view(s, "mill").prompt == "Waiting for sealed orders: The abbey, The guild."
    assert view(s, "public").waiting_for == ("abbey", "guild")
    asked = steps(PROGRAM, position(FAIR, "phase"), 'inject reeve_caught because "x"')
    assert view(asked, "guild").prompt == "Answer the question."
    assert view(asked, "mill").prompt == "The guild must choose."
    pending = view(asked, "mill").pending
    assert pending
    assert (pending.kind, pending.team, pending.text) == ("choice", "guild", "Confess?")
    assert [option.text for option in view(asked, "guild").options] == ["They do.", "They do not."]
    talk = until(PROGRAM, position(FAIR, "card"), "market", "phase")
    assert view(talk, "facilitator").prompt == "Let them talk."
    assert view(talk, "mill").prompt.startswith("Talk, offer and answer")
    night = until(PROGRAM, talk, "night", "phase")
    assert view(night, "mill").prompt == "Night: the facilitator goes on."
    assert view(night, "facilitator").prompt == "End the phase when you are ready: Night."


def test_a_free_argument_is_pending_without_modifiers() -> None:
    s = steps(PROGRAM, position(FAIR, "orders"), 'argue guild "Bread"', "advance")
    s = until(PROGRAM, s, "work", "weigh")
    pending = view(s, "public").pending
    assert pending
    assert (pending.kind, pending.title, pending.dice) == ("weigh", "A matrix argument", 2)
    s = steps(PROGRAM, s, 'weigh +2 success [] failure [] because "x"', "roll 1 2")
    pending = view(s, "public").pending
    assert pending
    assert (pending.net, pending.total, pending.band_title, pending.addends) == (
        2,
        5,
        "Nothing",
        (),
    )


def test_an_ending_says_what_came_about() -> None:
    s = position(FAIR, "phase")
    s = put(PROGRAM, until(PROGRAM, s, "dusk", "phase"), unrest=6, rot=7)
    s = until(PROGRAM, s, kind="over")
    ending = view(s, "public").ending
    assert ending
    assert ending.id == "riot"
    last = PROGRAM.value("last.preach", s)
    assert last == 0
    rot, unrest = number(PROGRAM, s, "rot"), number(PROGRAM, s, "unrest")
    assert ending.closing == (f"Lent: unrest {unrest}, rot {rot}, last sermon never.",)


def test_a_closing_line_is_said_only_where_it_holds() -> None:
    s = put(PROGRAM, position(FAIR, "phase"), bread=8, unrest=0)
    s = steps(PROGRAM, s, 'rule [last_turn = 1, charter = granted, plot = none_yet] because "x"')
    s = until(PROGRAM, s, "night")
    s = put(PROGRAM, until(PROGRAM, s, kind="over"), plot=2)
    closing = view(s, "public").ending
    assert closing
    assert closing.closing[0] == "Granted. The plot: Sworn."
    assert closing.closing[1].startswith("Mill 0 kept, 0 broken, ")
    assert "{" not in "".join(closing.closing)


def test_injects_are_the_facilitators_alone() -> None:
    s = position(FAIR, "phase")
    cards = {card.id for card in view(s, "facilitator").injects}
    assert cards <= {
        id for id, card in PROGRAM.scenario.cards.items() if card.deck in ("news", "omens")
    }
    assert cards
    assert all(not view(s, seat).injects for seat in SEATS[1:])
    table = {card.id for card in view(s, "public").table}
    assert table
    assert not table & cards


def test_a_team_is_found_by_its_id() -> None:
    seen = view(position(FAIR, "phase"), "mill")
    assert seen.team("abbey").title == "The abbey"
    with pytest.raises(KeyError):
        seen.team("nobody")
