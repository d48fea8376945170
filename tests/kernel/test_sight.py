"""Sight: what a seat is not told cannot be told from anything that it is shown."""

from __future__ import annotations

import json
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kernel.games import FAIR, SHIPPED, play, positions, program_of
from wargame.kernel import decisions as d
from wargame.kernel import legal
from wargame.kernel.node import injectable, node
from wargame.kernel.play import begin, step
from wargame.kernel.program import Program
from wargame.kernel.resample import resample
from wargame.kernel.setup import Setup, State
from wargame.kernel.sight import glimpse, hidden, may_read
from wargame.kernel.slots import HIDDEN, OFFER_FIELDS
from wargame.kernel.views import see
from wargame.scenario.model import Flag, Ladder

IDS = (FAIR, *SHIPPED)


def shown(program: Program, s: State, seat: str) -> str:
    """Returns a seat's view, byte by byte."""
    return json.dumps(attrs.asdict(see(glimpse(program, s, seat))), sort_keys=True)


@st.composite
def sights(draw: st.DrawFn) -> tuple[Program, State, str]:
    """Returns a position of a random game and a seat that does not see everything."""
    id = draw(st.sampled_from(IDS))
    program = program_of(id)
    s = draw(st.sampled_from(positions(id, 8 if id == FAIR else 2)))[0]
    return program, s, draw(st.sampled_from([*program.teams, "public"]))


def same_for(program: Program, s: State, other: State, seat: str) -> None:
    """Fails unless a seat is shown the same in both states."""
    assert glimpse(program, s, seat) == glimpse(program, other, seat)
    assert shown(program, s, seat) == shown(program, other, seat)
    assert node(program, s) == node(program, other)
    assert legal.decisions(program, s, seat) == legal.decisions(program, other, seat)


@settings(max_examples=150)
@given(sights(), st.integers(0, 2**32))
def test_a_resampled_state_looks_the_same(found: tuple[Program, State, str], seed: int) -> None:
    program, s, seat = found
    other = resample(glimpse(program, s, seat), Random(seed))
    same_for(program, s, other, seat)


@settings(max_examples=60, deadline=None)
@given(sights(), st.integers(0, 2**32))
def test_a_resampled_state_can_be_played_on(found: tuple[Program, State, str], seed: int) -> None:
    program, s, seat = found
    other = resample(glimpse(program, s, seat), Random(seed))
    policy = 2 ** len(program.teams) - 1
    program.run.playout(other, program.scratch(), policy, 0)
    assert node(program, other).kind == "over"
    places = other[program.layout["PLACE"] : program.layout["PLACE"] + program.layout["CARDS"]]
    assert all(0 <= place <= program.layout["OUT"] for place in places)
    board = range(program.layout["BOARD"], program.layout["SPENT"])
    assert all(program.run.LOW[i] <= other[i] <= program.run.HIGH[i] for i in board)


def scrambled(program: Program, s: State, seat: str, random: Random) -> State:
    """Returns a state in which everything is changed that the seat is not told, slot by slot.

    Not by way of the glimpse, but from what docs/language.md says is secret.
    """
    layout, run, scenario = program.layout, program.run, program.scenario
    other = s.copy()
    mine = program.teams.index(seat) if seat in program.teams else -1
    for name in ("SEED_A", "SEED_B"):
        other[layout[name]] = random.getrandbits(32)
    for number in range(len(scenario.hypotheses)):
        other[layout["EVER"] + number] = random.randint(0, 1)
    kinds = [phase.does for phase in scenario.phases.values()]
    sealed = s[layout["PHASE"]] <= kinds.index("reveal")
    for number in range(len(program.teams)):
        if number == mine:
            continue
        if s[layout["AGENDA"] + number]:
            other[layout["AGENDA"] + number] = random.randint(1, len(program.agendas[number]))
        if sealed:
            for k in range(layout["PER_TEAM"]):
                slot = number * layout["PER_TEAM"] + k
                other[layout["ORDER"] + slot] = random.randint(0, layout["FREE"] + 1)
                other[layout["BOOST"] + slot] = random.randint(0, 2)
            for purse, owner in enumerate(run.PURSE_TEAM):
                if owner == number:
                    other[layout["SPENT"] + purse] = random.randint(0, 3)
    for id, track in scenario.tracks.items():
        if "all" in track.seen or seat in track.seen:
            continue
        first = layout[f"T_{id}"]
        late = next((late for late in track.late if late.team == seat), None)
        if late and program.holds(late.unless.text, s):
            continue
        for k in range(len(program.teams) if track.each else 1):
            for slot in (first + k, first + k + layout["PRIOR"] - layout["BOARD"]):
                other[slot] = random.randint(track.low, track.high)
        depth = max((each.turns for each in track.late), default=-1) + 1
        for age in range(1, depth + 1):
            if late is None or age < late.turns:
                other[layout[f"L_{id}"] + age - 1] = random.randint(track.low, track.high)
    ranked: dict[str, Ladder | Flag] = {**scenario.ladders, **scenario.flags}
    for id, record in ranked.items():
        if "all" not in record.seen and seat not in record.seen:
            slot = layout[f"T_{id}"]
            for each in (slot, slot + layout["PRIOR"] - layout["BOARD"]):
                other[each] = random.randint(0, run.HIGH[slot])
    _swap_hands(program, other, mine, random)
    for area in ("SUCCESS", "FAILURE"):
        for slot in range(layout[area], layout[area] + 18, 3):
            other[slot] = random.choice((0, 1 + random.choice(list(program.board))))
    _change_deals(program, other, mine, random)
    return other


def _change_deals(program: Program, s: State, mine: int, random: Random) -> None:
    """Puts any deals of others in the place of those that stand, and all of them anywhere."""
    layout = program.layout
    first, last = layout["OFFER"], layout["OFFER"] + layout["OFFERS"] * OFFER_FIELDS
    others = [number for number in range(len(program.teams)) if number != mine]
    deals = [s[slot : slot + OFFER_FIELDS] for slot in range(first, last, OFFER_FIELDS)]
    for k, deal in enumerate(deals):
        if deal[0] == 0 or mine not in deal[1:3]:
            state = random.choice((0, 1, 2, 3)) if len(others) > 1 else 0
            terms = random.choices(range(len(program.scenario.terms) + 1), k=2)
            said = [state, *random.sample(others, 2), terms[0], 1, terms[1], 1] if state else []
            judged = [random.randint(0, 2) if state > 1 else 0 for _ in range(2)]
            deals[k] = [*said, *judged] if state else [0] * OFFER_FIELDS
    random.shuffle(deals)
    s[first:last] = [number for deal in deals for number in deal]
    program.run.set_stakes(s)


def _swap_hands(program: Program, s: State, mine: int, random: Random) -> None:
    """Deals the cards anew that lie in a pile or in another hand, as many to each."""
    place = program.layout["PLACE"]
    for number, deck in enumerate(program.scenario.decks.values()):
        if deck.to:
            cards = [
                place + card
                for card in range(len(program.cards))
                if program.run.DECK_OF[card] == number
                and s[place + card] not in (mine + 1 if mine >= 0 else -1, program.layout["OUT"])
            ]
            places = [s[slot] for slot in cards]
            random.shuffle(places)
            for slot, where in zip(cards, places, strict=True):
                s[slot] = where


@settings(max_examples=250)
@given(sights(), st.integers(0, 2**32))
def test_whatever_is_secret_makes_no_difference(
    found: tuple[Program, State, str], seed: int
) -> None:
    program, s, seat = found
    same_for(program, s, scrambled(program, s, seat, Random(seed)), seat)


@given(sights())
def test_the_facilitator_sees_everything(found: tuple[Program, State, str]) -> None:
    program, s, _ = found
    seen = glimpse(program, s, "facilitator")
    assert list(seen.slots) == s
    view = see(seen)
    assert all(gauge.value is not None and not gauge.late for gauge in view.gauges)
    assert [gauge.id for gauge in view.gauges] == [
        name
        for name, _ in program.board.values()
        if name != "last_turn" and name.split(".")[-1] not in _purses(program)
    ]
    for number, team in enumerate(view.teams):
        assert len(team.hand) == team.hand_size
        assert bool(team.agenda) == (s[program.layout["AGENDA"] + number] > 0)
        first = program.layout["ORDER"] + number * program.layout["PER_TEAM"]
        given = s[first : first + program.layout["PER_TEAM"]]
        assert len(team.orders) == sum(order > 0 for order in given)
    offers = range(program.layout["OFFERS"])
    standing = [k for k in offers if s[program.layout["OFFER"] + k * OFFER_FIELDS]]
    assert [offer.number for offer in view.offers] == [k + 1 for k in standing]


def _purses(program: Program) -> set[str]:
    return {purse for team in program.scenario.teams.values() for purse in team.purses}


def test_no_hidden_slot_is_ever_in_a_view() -> None:
    program = program_of(FAIR)
    for s, _, _ in positions(FAIR, 3):
        for seat in (*program.teams, "public"):
            assert str(HIDDEN) not in shown(program, s, seat)


@pytest.mark.parametrize("id", IDS)
def test_a_planted_secret_is_in_nobody_elses_view(id: str) -> None:
    program, random = program_of(id), Random(5)
    played = list(play(program, Setup(seed=5), random, asides=0.2))
    for s, _, _ in played[:: 1 if id == FAIR else 3]:
        for seat in (*program.teams, "public"):
            text = shown(program, s, seat)
            for secret in secrets(program, s, seat):
                assert secret not in text, (seat, secret, node(program, s))


def secrets(program: Program, s: State, seat: str) -> list[str]:
    """Returns texts that only others may be shown: of agendas, cards in hands, briefs."""
    scenario, layout = program.scenario, program.layout
    found = []
    for number, team in enumerate(program.teams):
        if team == seat:
            continue
        found += [
            json.dumps(scenario.agendas[agenda].text)[1:-1] for agenda in program.agendas[number]
        ]
        found.append(json.dumps(scenario.teams[team].brief)[1:-1])
        for card, id in enumerate(program.cards):
            if s[layout["PLACE"] + card] == number + 1 and not _is_revealed(program, s, id):
                found.append(f'"{id}"')
    # what clashes with an order is printed on it, whoever holds it
    printed = {id for clash in scenario.clashes.values() for id in clash.between}
    return [text for text in found if text.strip('"') not in printed and len(text) > 2]


def _is_revealed(program: Program, s: State, id: str) -> bool:
    return program.order_number[id] + 1 in s[program.layout["QUEUE"] :] or id in (
        program.orders[order - 1]
        for order in s[program.layout["ORDER"] : program.layout["BOOST"]]
        if 0 < order <= program.layout["FREE"]
    )


def test_a_sealed_order_is_seen_at_the_reveal_and_not_before() -> None:
    program = program_of(FAIR)
    s = next(
        s
        for s, _, _ in play(program, Setup(seed=2), Random(2), asides=0)
        if node(program, s).kind == "orders"
    )
    s = step(program, s, d.Order("mill", "repair", 1))
    for team in program.teams:
        s = step(program, s, d.Seal(team))
    assert [order.id for order in see(glimpse(program, s, "mill")).team("mill").orders] == [
        "repair"
    ]
    for seat in ("abbey", "guild", "public"):
        view = see(glimpse(program, s, seat))
        assert not view.orders
        assert not view.team("mill").orders
        assert view.team("mill").purses[0].left == 3
    s = step(program, s, d.Advance())
    for seat in ("abbey", "guild", "public"):
        view = see(glimpse(program, s, seat))
        assert [(order.id, order.boost) for order in view.orders] == [("repair", 1)]
        assert view.team("mill").purses[0].left == 0


def gauge(program: Program, s: State, seat: str, id: str) -> tuple[int | None, int | None, int]:
    found = next(each for each in see(glimpse(program, s, seat)).gauges if each.id == id)
    return found.value, found.before, found.late


def test_late_tracks_arrive_late_unless_the_condition_holds() -> None:
    program = program_of(FAIR)
    s = begin(program, Setup(seed=1, off=("damp",)))
    layout = program.layout
    history: list[int] = []
    while node(program, s).kind != "over":
        turn, phase = s[layout["TURN"]], s[layout["PHASE"]]
        made = _dull(program, s)
        s = step(program, s, made)
        if s[layout["PHASE"]] == 2 and phase == 1 and node(program, s).kind == "phase":
            s = step(program, s, d.Ruling((d.Adjust("rot", "=", turn + 1),), "set"))
            history.append(turn + 1)
            assert gauge(program, s, "guild", "rot") == (None, None, 0)
            assert gauge(program, s, "public", "rot")[0] is None
            if turn > 1 and not s[layout["T_inspected"]]:
                assert gauge(program, s, "abbey", "rot") == (turn, turn - 1 or 1, 1)
                shown_to_mill = turn - 1 if turn > 2 else 1
                assert gauge(program, s, "mill", "rot")[::2] == (shown_to_mill, 2)
            told = step(program, s, d.Ruling((d.Adjust("inspected", "=", "true"),), "lamp"))
            assert gauge(program, told, "abbey", "rot")[::2] == (turn + 1, 0)
            assert gauge(program, told, "mill", "rot")[2] == 2
    assert history
    assert gauge(program, s, "guild", "rot")[0] is not None


def _dull(program: Program, s: State) -> d.Decision:
    """Returns what lets the game go on without anything that could move the track."""
    kind = node(program, s).kind
    if kind in ("phase", "orders"):
        return (
            d.Inject("away with it", card="owl") if "owl" in injectable(program, s) else d.Advance()
        )
    return legal.decisions(program, s, node(program, s).seats[0])[0]


@pytest.mark.parametrize(
    ("made", "readers"),
    [
        (d.Deal("mill", "mill_owner"), "mill"),
        (d.Draw("pie", "mill"), "mill"),
        (d.Draw("frost"), "mill abbey guild public"),
        (d.Order("abbey", "preach"), "abbey"),
        (d.Argue("abbey", "claim"), "abbey"),
        (d.Recall("abbey"), "abbey"),
        (d.Seal("abbey"), "mill abbey guild public"),
        (d.Offer("mill", "guild", "no_raise", 1, "", 0), "mill guild"),
        (d.Answer("guild", 1, True), "mill guild"),
        (d.Withdraw("mill", 1), "mill guild"),
        (d.Answer("guild", 9, True), "guild"),
        (d.Ruling((d.Adjust("bread", "=", 1),), "x"), "mill abbey guild public"),
        (d.Ruling((d.Adjust("bread", "=", 1), d.Adjust("debt", "=", 1)), "x"), "mill"),
        (d.Inject("x", title="y", patch=(d.Adjust("plot", "=", "sworn"),)), "abbey"),
        (d.Overrule("x", patch=(d.Adjust("bribed", "=", "true"),)), "guild"),
        (d.Weigh(0, (d.Adjust("rot", "=", 1),), (), "x"), ""),
        (d.Weigh(0, (), (d.Adjust("last_turn", "=", 1),), "x"), "mill abbey guild public"),
        (d.Roll((3,)), "mill abbey guild public"),
        (d.Advance(), "mill abbey guild public"),
    ],
)
def test_the_record_is_read_by_those_it_concerns(made: d.Decision, readers: str) -> None:
    program = program_of(FAIR)
    s = next(
        s
        for s, _, _ in play(program, Setup(seed=2), Random(2), asides=0)
        if node(program, s).kind == "orders"
    )
    s = step(program, s, d.Offer("mill", "guild", "no_raise", 2, "petitioned", 2))
    allowed = [seat for seat in (*program.teams, "public") if may_read(program, s, s, made, seat)]
    assert allowed == readers.split()
    assert may_read(program, s, s, made, "facilitator")
    over = positions(FAIR)[-1][2]
    assert may_read(program, s, over, made, "public")


@given(sights())
def test_when_the_game_is_over_everything_is_open(found: tuple[Program, State, str]) -> None:
    program, s, seat = found
    s = s.copy()
    program.run.playout(s, program.scratch(), 0, 0)
    assert not hidden(program, s, seat)
    view = see(glimpse(program, s, seat))
    assert view.ending
    assert all(team.agenda and team.score is not None and team.brief for team in view.teams)
