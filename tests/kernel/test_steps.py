"""Steps: pure, traced alike, and what is refused is refused for the right reason."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kernel.games import FAIR, position, positions, program_of
from tests.kernel.test_notation import DECISION
from wargame.errors import CapacityReached, DecisionIllegal, DecisionMalformed
from wargame.kernel import decisions as d
from wargame.kernel import legal
from wargame.kernel.digest import digest
from wargame.kernel.node import drawable, node
from wargame.kernel.play import begin, chance, step, trace
from wargame.kernel.setup import Setup, State

PROGRAM = program_of(FAIR)
SCENARIO = PROGRAM.scenario
POSITIONS = st.sampled_from(positions(FAIR))
STATES = POSITIONS.map(lambda found: found[0])

WORDS = st.sampled_from(
    [
        *PROGRAM.teams, *PROGRAM.orders, *PROGRAM.cards, *SCENARIO.agendas, *SCENARIO.terms,
        *SCENARIO.rolls["luck"].bands, *SCENARIO.rolls["reception"].bands,
        "buy", "leave", "share", "nobody", "chance", "facilitator",
    ]
)  # fmt: skip
TEAM = st.sampled_from([*PROGRAM.teams, "nobody"])
SMALL = st.integers(-3, 9)
PATCH = st.lists(
    st.builds(
        d.Adjust,
        st.sampled_from([*(name for name, _ in PROGRAM.board.values()), "nothing", "draws.news"]),
        st.sampled_from(d.OPERATORS),
        st.one_of(SMALL, st.sampled_from(["granted", "sworn", "true", "false", "never"])),
    ),
    max_size=8,
).map(tuple)
GARBAGE = st.one_of(
    DECISION,
    st.builds(d.Deal, TEAM, WORDS),
    st.builds(d.Draw, WORDS, st.one_of(st.just(""), TEAM)),
    st.builds(d.Roll, st.lists(SMALL, max_size=3).map(tuple)),
    st.builds(d.Choose, TEAM, WORDS),
    st.builds(d.Order, TEAM, WORDS, SMALL),
    st.builds(d.Argue, TEAM, st.just("claim")),
    st.builds(d.Seal, TEAM),
    st.builds(d.Recall, TEAM),
    st.builds(d.Offer, TEAM, TEAM, st.one_of(st.just(""), WORDS), SMALL, WORDS, SMALL),
    st.builds(d.Answer, TEAM, SMALL, st.booleans()),
    st.builds(d.Withdraw, TEAM, SMALL),
    st.just(d.Accept()),
    st.just(d.Advance()),
    st.builds(d.Overrule, st.just("why"), band=WORDS),
    st.builds(d.Overrule, st.just("why"), patch=PATCH),
    st.builds(d.Weigh, SMALL, PATCH, PATCH, st.just("why")),
    st.builds(d.Ruling, PATCH, st.just("why")),
    st.builds(d.Inject, st.just("why"), card=WORDS),
    st.builds(d.Inject, st.just("why"), title=st.just("what"), patch=PATCH),
)


@given(STATES, GARBAGE)
def test_any_decision_is_made_or_refused_and_changes_no_state_in_place(
    s: State, made: d.Decision
) -> None:
    kept = s.copy()
    try:
        after = step(PROGRAM, s, made)
    except (DecisionMalformed, DecisionIllegal):
        with pytest.raises((DecisionMalformed, DecisionIllegal)) as caught:
            trace(PROGRAM, s, made)
        assert caught.value.message
        assert caught.value.remedy
    else:
        assert trace(PROGRAM, s, made)[0] == after
        layout = PROGRAM.layout
        board = range(layout["BOARD"], layout["BOARD"] + layout["BOARD_SIZE"])
        assert all(PROGRAM.run.LOW[i] <= after[i] <= PROGRAM.run.HIGH[i] for i in board)
    assert s == kept


@given(POSITIONS)
def test_step_and_trace_agree(found: tuple[State, d.Decision, State]) -> None:
    s, made, after = found
    assert step(PROGRAM, s, made) == after
    traced, causes = trace(PROGRAM, s, made)
    assert traced == after
    assert all(cause.function for cause in causes)


@given(STATES)
def test_what_is_legal_can_be_done(s: State) -> None:
    for seat in (*PROGRAM.teams, "facilitator", "chance"):
        for made in legal.decisions(PROGRAM, s, seat):
            assert step(PROGRAM, s, made)
            assert d.seat_of(made) == seat


@given(STATES, st.sampled_from(PROGRAM.teams), st.sampled_from(PROGRAM.orders), st.integers(-1, 3))
def test_what_is_not_legal_cannot_be_ordered(s: State, team: str, id: str, boost: int) -> None:
    made = d.Order(team, id, boost)
    if made in legal.decisions(PROGRAM, s, team):
        return
    with pytest.raises(DecisionIllegal):
        step(PROGRAM, s, made)


@pytest.mark.parametrize("policy", range(8))
def test_a_playout_is_its_own_steps(policy: int) -> None:
    for seed in range(20):
        s = begin(PROGRAM, Setup(seed=seed))
        whole = s.copy()
        PROGRAM.run.playout(whole, PROGRAM.scratch(), policy, 0)
        assert _stepped(s, policy) == whole


def _stepped(s: State, policy: int) -> State:
    """Plays on by steps, with what the program's own players would do."""
    layout, run = PROGRAM.layout, PROGRAM.run
    while (kind := node(PROGRAM, s).kind) != "over":
        made: list[d.Decision] = []
        if kind in ("agenda", "card", "dice"):
            made = [chance(PROGRAM, s)]
        elif kind == "phase":
            made = [d.Advance()]
        elif kind == "ruling":
            made = [d.Accept()]
        elif kind == "choice":
            seed = (s[layout["SEED_A"]], s[layout["SEED_B"]], s[layout["TURN"]])
            card = SCENARIO.cards[PROGRAM.cards[s[layout["WHAT"]]]]
            assert card.choice
            purpose = layout["PURPOSE_POLICY"] + 100 + s[layout["WHAT"]]
            options = list(card.choice.options)
            pick = run.number(*seed, purpose, 0, len(options))
            made = [d.Choose(card.choice.by, options[pick])]
        else:
            for number, team in enumerate(PROGRAM.teams):
                given = s.copy()
                run.play_orders(given, number, PROGRAM.scratch(), (policy >> number) & 1, 0)
                first = layout["ORDER"] + number * layout["PER_TEAM"]
                for k in range(first, first + layout["PER_TEAM"]):
                    if given[k]:
                        boost = given[k + layout["BOOST"] - layout["ORDER"]]
                        made.append(d.Order(team, PROGRAM.orders[given[k] - 1], boost))
                made.append(d.Seal(team))
        for each in made:
            s = step(PROGRAM, s, each)
    return s


AT = {
    kind: position(FAIR, kind) for kind in ("agenda", "card", "dice", "ruling", "phase", "orders")
}


@pytest.mark.parametrize(
    ("kind", "made", "error", "said"),
    [
        ("agenda", d.Deal("abbey", "abbey_plot"), DecisionIllegal, "to now (deal to mill)"),
        ("agenda", d.Deal("mill", "mill_ower"), DecisionMalformed, "did you mean 'mill_owner'?"),
        ("agenda", d.Deal("nobody", "mill_owner"), DecisionMalformed, "no team 'nobody'"),
        ("agenda", d.Advance(), DecisionIllegal, "the phase cannot end now"),
        ("card", d.Draw("frost", ""), DecisionIllegal, "'the table' is not dealt to now"),
        ("card", d.Draw("frost", "mill"), DecisionIllegal, "'frost' cannot be drawn now"),
        ("card", d.Seal("mill"), DecisionIllegal, "orders are not given now"),
        ("dice", d.Roll((0,)), DecisionIllegal, "are not the faces of this roll"),
        ("dice", d.Roll((1, 1, 1)), DecisionIllegal, "are not the faces of this roll"),
        ("dice", d.Accept(), DecisionIllegal, "accepting an outcome is not possible now"),
        ("ruling", d.Overrule("x", band="best"), DecisionMalformed, "no band 'best'"),
        ("ruling", d.Roll((1,)), DecisionIllegal, "rolling dice is not possible now"),
        ("ruling", d.Weigh(0, (), (), "x"), DecisionIllegal, "weighing an argument is not"),
        ("ruling", d.Inject("x", card="comet"), DecisionIllegal, "something is being decided"),
        ("phase", d.Choose("mill", "buy"), DecisionIllegal, "choosing is not possible now"),
        ("phase", d.Draw("frost"), DecisionIllegal, "drawing a card is not possible now"),
        ("phase", d.Inject("x", card="pie"), DecisionIllegal, "'pie' cannot be brought in"),
        ("phase", d.Recall("mill"), DecisionIllegal, "until the reveal only"),
        ("phase", d.Offer("mill", "abbey", "no_raise", 1, "", 0), DecisionIllegal, "teams talk"),
        ("phase", d.Ruling((d.Adjust("bred", "=", 1),), "x"), DecisionMalformed, "mean 'bread'?"),
        ("phase", d.Ruling((d.Adjust("turn", "=", 1),), "x"), DecisionMalformed, "is nothing that"),
        ("phase", d.Ruling((d.Adjust("charter", "+=", 1),), "x"), DecisionMalformed, "set it"),
        ("phase", d.Ruling((d.Adjust("charter", "=", 9),), "x"), DecisionMalformed, "set it"),
        ("phase", d.Ruling((d.Adjust("bribed", "=", 2),), "x"), DecisionMalformed, "true or false"),
        ("phase", d.Ruling((d.Adjust("bread", "=", "many"),), "x"), DecisionMalformed, "a number"),
        ("orders", d.Order("mill", "gind"), DecisionMalformed, "did you mean 'grind'?"),
        ("orders", d.Order("mill", "preach"), DecisionIllegal, "cannot be ordered now (possible:"),
        ("orders", d.Order("mill", "grind", 3), DecisionIllegal, "at most 2"),
        ("orders", d.Order("mill", "grind", -1), DecisionIllegal, "a boost of -1"),
        ("orders", d.Order("mill", "pay_debt", 1), DecisionIllegal, "at most 0"),
        ("orders", d.Offer("mill", "mill", "no_raise", 1, "", 0), DecisionIllegal, "with itself"),
        ("orders", d.Offer("mill", "abbey", "calm", 1, "", 0), DecisionMalformed, "cannot promise"),
        ("orders", d.Offer("mill", "abbey", "no_raise", 4, "", 0), DecisionIllegal, "no deadline"),
        ("orders", d.Answer("mill", 1, True), DecisionIllegal, "no open offer 1"),
        ("orders", d.Withdraw("mill", 99), DecisionIllegal, "no open offer 99"),
    ],
)  # fmt: skip
def test_refusals_name_what_is_wrong(
    kind: str, made: d.Decision, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as caught:
        step(PROGRAM, AT[kind], made)
    assert type(caught.value) is error
    assert said in str(caught.value)


def test_a_question_is_for_one_team_and_its_options() -> None:
    s = AT["phase"]
    asked = step(PROGRAM, s, d.Inject("now", card="reeve_caught"))
    assert node(PROGRAM, asked).seats == ("guild",)
    with pytest.raises(DecisionIllegal, match="the question is not put to 'mill'"):
        step(PROGRAM, asked, d.Choose("mill", "deny"))
    with pytest.raises(DecisionMalformed, match="no option 'deni', did you mean 'deny'"):
        step(PROGRAM, asked, d.Choose("guild", "deni"))
    assert step(PROGRAM, asked, d.Choose("guild", "deny"))


def test_while_a_card_asks_nobody_orders() -> None:
    asked = step(PROGRAM, AT["orders"], d.Inject("now", card="reeve_caught"))
    for made in (d.Order("mill", "grind"), d.Seal("mill"), d.Argue("mill", "so"), d.Recall("mill")):
        with pytest.raises(DecisionIllegal):
            step(PROGRAM, asked, made)
    assert legal.decisions(PROGRAM, asked, "mill") == ()


def test_the_game_is_over_for_everybody() -> None:
    s = positions(FAIR)[-1][2]
    assert node(PROGRAM, s).seats == ()
    for made in (d.Ruling((), "x"), d.Inject("x", title="y"), d.Advance(), d.Recall("mill")):
        with pytest.raises(DecisionIllegal):
            step(PROGRAM, s, made)
    with pytest.raises(DecisionIllegal, match="nothing to draw now"):
        chance(PROGRAM, s)


def test_arguments_have_a_capacity() -> None:
    s = AT["orders"]
    for _ in range(2):
        s = step(PROGRAM, s, d.Argue("guild", "claim"))
    with pytest.raises(CapacityReached, match="has made its argument"):
        step(PROGRAM, s, d.Argue("guild", "claim"))


def test_a_weighed_argument_changes_six_things_at_most() -> None:
    s = step(PROGRAM, AT["orders"], d.Argue("guild", "claim"))
    while node(PROGRAM, s).kind != "weigh":
        s = step(PROGRAM, s, _next(s))
    changes = (d.Adjust("bread", "+=", 1),) * 7
    with pytest.raises(CapacityReached, match="7 changes at once"):
        step(PROGRAM, s, d.Weigh(0, changes, (), "x"))
    with pytest.raises(DecisionIllegal, match=r"a net weight of \+4"):
        step(PROGRAM, s, d.Weigh(4, (), (), "x"))
    assert step(PROGRAM, s, d.Ruling(changes, "more than six are ruled one after another"))


def _next(s: State) -> d.Decision:
    kind = node(PROGRAM, s).kind
    if kind in ("card", "dice"):
        return chance(PROGRAM, s)
    return d.Accept() if kind == "ruling" else d.Advance()


def test_every_decision_shows_in_the_digest() -> None:
    for before, made, after in positions(FAIR):
        # a ruling within the bounds of a track, or an answer taken back, may change nothing
        if before != after:
            assert digest(PROGRAM, before) != digest(PROGRAM, after), made


def test_the_digest_does_not_depend_on_where_things_lie() -> None:
    s = AT["orders"]
    hidden = PROGRAM.layout["PRIOR"]
    assert digest(PROGRAM, [*s, 7]) == digest(PROGRAM, s)
    assert digest(PROGRAM, [*s[:hidden], s[hidden] + 1, *s[hidden + 1 :]]) == digest(PROGRAM, s)


def test_a_card_is_drawn_among_those_that_can_be() -> None:
    random = Random(1)
    s = AT["card"]
    team = PROGRAM.teams[s[PROGRAM.layout["WHO"]] - 1]
    card = random.choice(drawable(PROGRAM, s))
    after = step(PROGRAM, s, d.Draw(card, team))
    assert after[PROGRAM.layout["PLACE"] + PROGRAM.cards.index(card)] == 1
