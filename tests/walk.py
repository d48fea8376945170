"""What a walked game shows, what chance gives it, and how it plays itself to the end."""

from __future__ import annotations

from typing import Any

from tests.pieces import Given, Promise
from tests.walker import Walker
from wargame.kernel import decisions as d
from wargame.kernel.slots import PURPOSES


def snapshot(game: Walker) -> dict[str, Any]:
    """Returns everything that the rules speak of, by name."""
    found: dict[str, Any] = {
        "turn": game.turn,
        "phase": game.phase,
        "node": game.node[0],
        "numbers": game.numbers(),
        "prior": game.prior,
        "history": game.history,
        "place": game.place,
        "owed": {place: count for place, count in game.owed.items() if count},
        "times": game.times,
        "last": game.last,
        "ordered": sorted(game.ordered),
        "switches": game.on,
        "queue": [(given.team, given.id) for given in game.queue],
        "offers": [_offer(game, k) for k in range(len(game.offers))],
        "ending": game.ending,
    }
    for id, team in game.teams.items():
        found[id] = {
            "agenda": team.agenda,
            "sealed": team.sealed,
            "reserved": team.reserved,
            "orders": [_order(given) for given in team.orders],
            "arguments": [_order(given) for given in team.arguments],
            "kept": team.kept,
            "broken": team.broken,
        }
    kind, what = game.node
    if kind in ("dice", "ruling", "weigh"):
        assert game.acting
        found["pending"] = (what, game.acting.id)
    elif kind in ("agenda", "card", "choice"):
        found["pending"] = what
    if kind == "ruling":
        found["outcome"] = (game.total, game.band)
    return found


def _order(given: Given) -> tuple[str, int, str]:
    return given.id, given.boost, given.status


def _promise(promise: Promise) -> tuple[str, int, str]:
    return promise.term, promise.by, promise.state


def _offer(game: Walker, k: int) -> tuple[Any, ...]:
    deal = game.offers[k]
    if deal is None:
        return ()
    return deal.status, deal.team, deal.to, _promise(deal.give), _promise(deal.want)


def chance(game: Walker) -> d.Decision:
    """Returns what chance decides at its node (docs/flow.md, Randomness)."""
    scenario = game.scenario
    kind, what = game.node
    teams, decks = list(game.teams), list(scenario.decks)
    if kind == "agenda":
        held = [id for id, agenda in scenario.agendas.items() if agenda.by == what]
        purpose = PURPOSES["AGENDA"] + teams.index(what)
        return d.Deal(what, held[game.chance(purpose, 0, len(held))])
    if kind == "card":
        deck, team = what
        cards = game.drawable(deck, team)
        gone = sum(
            game.place[id] != "pile" for id, card in scenario.cards.items() if card.deck == deck
        )
        number = teams.index(team) if team else -1
        purpose = PURPOSES["CARD"] + decks.index(deck) * 16 + number + 1
        return d.Draw(cards[game.chance(purpose, gone, len(cards))], team)
    assert game.acting
    id = game.acting.id
    roll = scenario.rolls[game.orders[id].roll if id else scenario.about.roll]
    orders = list(game.orders)
    purpose = PURPOSES["DICE"] + (orders.index(id) if id else len(orders) + _place(game))
    return d.Roll(tuple(1 + game.chance(purpose, k, roll.sides) for k in range(roll.dice)))


def _place(game: Walker) -> int:
    """Returns the place of the acting argument among everything that all teams could order."""
    about = game.scenario.about
    assert game.acting
    own = game.teams[game.acting.team].arguments
    k = next(k for k, given in enumerate(own) if given is game.acting)
    first = list(game.teams).index(game.acting.team) * (about.orders + about.arguments)
    return first + about.orders + k


def playout(game: Walker) -> int:
    """Plays a game on at random, with the draws of the program's own playout; counts orders."""
    given = 0
    while game.node[0] != "over":
        kind, what = game.node
        if kind == "orders":
            for team, own in game.teams.items():
                if not own.sealed:
                    given += _give(game, team)
        elif kind == "phase":
            game.apply(d.Advance())
        elif kind == "ruling":
            game.apply(d.Accept())
        elif kind == "choice":
            choice = game.scenario.cards[what].choice
            assert choice
            purpose = PURPOSES["POLICY"] + 100 + list(game.scenario.cards).index(what)
            options = list(choice.options)
            game.apply(d.Choose(choice.by, options[game.chance(purpose, 0, len(options))]))
        else:
            game.apply(chance(game))
    return given


def _give(game: Walker, team: str) -> int:
    purpose = PURPOSES["POLICY"] + list(game.teams).index(team)
    given = 0
    while True:
        legal = game.legal(team)
        pick = game.chance(purpose, given, len(legal) + 1)
        if pick == len(legal):
            game.apply(d.Seal(team))
            return given
        id, boosts = list(legal.items())[pick]
        points = 0
        if boosts:
            points = max(0, game.chance(purpose + 32, given, 2 * boosts + 1) - boosts)
        game.apply(d.Order(team, id, points))
        given += 1
