from __future__ import annotations

import pickle
from random import Random

import numpy as np
import pyspiel
import pytest

from tests.interop.games import IDS, first_decision, game_of, play, replay, rules_of
from wargame.errors import ScenarioUnknown, UsageInvalid
from wargame.interop.openspiel import WargameState
from wargame.interop.play import Play
from wargame.kernel.decisions import Decision
from wargame.kernel.node import node
from wargame.kernel.play import begin
from wargame.kernel.score import scores
from wargame.kernel.setup import Setup

SHIPPED = ("river", "s400")


@pytest.mark.parametrize(("id", "games"), [("river", 4), ("s400", 1)])
def test_openspiel_finds_nothing_against_the_game(id: str, games: int) -> None:
    game = pyspiel.load_game(f"python_wargame(scenario={id})")
    pyspiel.random_sim_test(game, num_sims=games, serialize=True, verbose=False)


def test_openspiel_finds_nothing_against_presets_and_switches() -> None:
    game = pyspiel.load_game("python_wargame(scenario=river,preset=short,off=mud)")
    assert game.rules.setup == Setup("short", 0, ("mud",))
    assert game.max_game_length() < game_of("river").max_game_length()
    pyspiel.random_sim_test(game, num_sims=1, serialize=True, verbose=False)


def test_the_default_scenario_is_played_where_none_is_named() -> None:
    game = pyspiel.load_game("python_wargame")
    assert game.rules.program.scenario.id == rules_of("s400").program.scenario.id
    assert game.num_players() == 4


@pytest.mark.parametrize(
    ("parameters", "error"),
    [
        ("scenario=rivr", ScenarioUnknown),
        ("scenario=river,preset=long", UsageInvalid),
        ("scenario=river,off=mud+rain", UsageInvalid),
    ],
)
def test_what_cannot_be_played_is_refused(parameters: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        pyspiel.load_game(f"python_wargame({parameters})")


@pytest.mark.parametrize("id", IDS)
def test_a_game_ends_with_the_scores_within_its_bounds(id: str) -> None:
    game = game_of(id)
    *_, last = play(game.new_initial_state(), Random(2))
    program = rules_of(id).program
    assert last.returns() == list(scores(program, last.play.s).values())
    assert all(game.min_utility() <= score <= game.max_utility() for score in last.returns())
    assert node(program, last.play.s).kind == "over"
    assert len(last.history()) > 10


@pytest.mark.parametrize("id", SHIPPED)
def test_with_the_engines_chance_it_is_the_game_that_the_table_plays(id: str) -> None:
    game, random = game_of(id), Random(3)
    program, actions = rules_of(id).program, rules_of(id).actions
    seed = begin(program, Setup(seed=9))[program.layout["SEED_B"]]
    state = game.new_initial_state()
    made: list[Decision] = []
    while not state.is_terminal():
        s = state.play.s
        s[program.layout["SEED_B"]] = seed
        if state.is_chance_node():
            run = program.run
            kind = node(program, s).kind
            draw = {"agenda": run.chance_agenda, "dice": run.chance_dice}.get(kind)
            action = draw(s) if draw else run.chance_card(s, program.scratch())
            assert action in dict(state.chance_outcomes())
        else:
            action = random.choice(state.legal_actions())
            made.append(actions.decision(s, program.teams[state.current_player()], action))
        state.apply_action(action)
    assert state.play.s == replay(program, Setup(seed=9), made)


def test_whatever_can_be_done_has_a_name_of_its_own() -> None:
    state = first_decision("s400")
    for each in (state, game_of("s400").new_initial_state()):
        player = each.current_player()
        names = [each.action_to_string(player, action) for action in each.legal_actions()]
        assert len(set(names)) == len(names)
        assert each.string_to_action(player, names[-1]) == each.legal_actions()[-1]
    assert state.action_to_string(0, rules_of("s400").actions.seal) == "seal ankara"


def test_chance_is_named_by_what_it_brings() -> None:
    named = {
        node(rules_of("river").program, state.play.s).kind: state.action_to_string(
            pyspiel.PlayerId.CHANCE, state.legal_actions()[-1]
        )
        for state in play(game_of("river").new_initial_state(), Random(5))
        if state.is_chance_node()
    }
    assert named["agenda"].startswith("deal ")
    assert named["card"].startswith("draw ")
    assert named["dice"] == "roll 6 in all"


def test_a_copy_is_played_on_by_itself() -> None:
    state = first_decision("river")
    before = (state.play.s.copy(), state.information_state_string(0))
    copy = state.clone()
    for _ in play(copy, Random(1)):
        pass
    assert (state.play.s, state.information_state_string(0)) == before


def test_a_pickled_state_is_the_same() -> None:
    state = first_decision("river", seed=3)
    state.apply_action(state.legal_actions()[0])
    game, back = pyspiel.deserialize_game_and_state(
        pyspiel.serialize_game_and_state(pyspiel.load_game("python_wargame(scenario=river)"), state)
    )
    assert isinstance(back, WargameState)
    assert game.rules.program is not None
    assert back.play == state.play
    assert back.history() == state.history()
    assert back.information_state_string(0) == state.information_state_string(0)
    assert pickle.loads(pickle.dumps(state.play)) == state.play


@pytest.mark.parametrize("id", IDS)
def test_a_resampled_state_is_in_the_same_information_set(id: str) -> None:
    sampler, altered = pyspiel.UniformProbabilitySampler(0.0, 1.0), 0
    for count, state in enumerate(play(game_of(id).new_initial_state(), Random(4))):
        player = state.current_player()
        if player < 0 or count % 3:
            continue
        other = state.resample_from_infostate(player, sampler)
        assert other.information_state_string(player) == state.information_state_string(player)
        assert other.information_state_tensor(player) == state.information_state_tensor(player)
        assert other.observation_string(player) == state.observation_string(player)
        assert other.current_player() == player
        assert other.legal_actions() == state.legal_actions()
        assert other.history() == []
        altered += other.play.s != state.play.s
        for _ in play(other, Random(count)):
            pass
    assert altered > 3


def test_a_resampled_state_tells_nothing_of_the_others_past() -> None:
    state = next(
        each
        for each in play(game_of("river").new_initial_state(), Random(6))
        if each.current_player() == 1 and all(past.actions for past in each.play.recall)
    )
    layout = rules_of("river").program.layout
    other = state.resample(1, Random(1))
    assert other.play.s[layout["SEED_A"]] == other.play.s[layout["SEED_B"]] == 0
    assert other.play.recall[0].actions == ()
    assert other.play.recall[1] == state.play.recall[1]


def test_a_player_remembers_what_it_saw_and_did() -> None:
    """Two pasts that end in one sight are two information sets."""
    state = first_decision("river")
    first, second = state.legal_actions()[:2]
    ones, others = state.clone(), state.clone()
    ones.apply_action(first)
    others.apply_action(second)
    before = others.information_state_string(0)
    others.play = Play(ones.play.s.copy(), ones.play.team, others.play.recall)
    assert ones.observation_string(0) == others.observation_string(0)
    assert ones.information_state_string(0) != others.information_state_string(0)
    assert before != others.information_state_string(0)
    told = np.array(ones.information_state_tensor(0))[len(rules_of("river").sights.names) :]
    assert told[:2].tolist() == [first + 1, 0]


def test_orders_are_sealed_until_the_reveal() -> None:
    """One player orders this or that; until the reveal the other's information is the same."""
    told, own = set(), set()
    for pick in (0, 1, -1):
        state = first_decision("river")
        while state.current_player() == 0:
            legal = state.legal_actions()
            state.apply_action(legal[min(pick, len(legal) - 1)])
        assert state.current_player() == 1
        told.add((state.information_state_string(1), tuple(state.information_state_tensor(1))))
        own.add(state.information_state_string(0))
    assert len(told) == 1
    assert len(own) == 3


def test_observers_see_for_a_player_for_nobody_or_for_all() -> None:
    game, state = game_of("river"), first_decision("river")
    private = pyspiel.PrivateInfoType

    def text(info: pyspiel.PrivateInfoType) -> str:
        kind = pyspiel.IIGObservationType(perfect_recall=False, private_info=info)
        return str(game.make_py_observer(kind).string_from(state, 0))

    assert text(private.SINGLE_PLAYER) == state.observation_string(0)
    assert text(private.NONE).startswith("public: ")
    assert "agenda averil=?" in text(private.NONE)
    assert text(private.ALL_PLAYERS) == str(state)
    assert "=?" not in str(state)
    with pytest.raises(ValueError, match="no parameters"):
        game.make_py_observer(None, {"x": 1})
    with pytest.raises(ValueError, match="what is public"):
        game.make_py_observer(pyspiel.IIGObservationType(public_info=False, perfect_recall=False))


def test_bots_of_openspiel_play_it() -> None:
    game = game_of("river")
    bots = [pyspiel.make_uniform_random_bot(player, 5) for player in range(2)]
    returns = pyspiel.evaluate_bots(game.new_initial_state(), bots, 3)
    assert all(0 <= score <= 10 for score in returns)
