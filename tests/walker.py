"""Plays a scenario by walking its records: slow and obvious, the oracle for the kernel.

Written from docs/language.md ("A turn") and docs/flow.md. It shares nothing with the kernel but the
decisions, the number that stands for chance, and what chance is asked for.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from tests.pieces import Bargain, Given, Pieces, Promise
from wargame.kernel import decisions as d
from wargame.scenario.model import Card, Deck, Formula, Scenario

Play = Generator[tuple[str, Any], Any, None]
"""Is play as it goes on: it gives out (kind of node, who or what), and is sent decisions."""


class Walker(Pieces):
    """Is one game."""

    def __init__(self, scenario: Scenario, preset: str, seed: int, off: tuple[str, ...]) -> None:
        super().__init__(scenario, preset, seed, off)
        self.queue: list[Given] = []
        self.acting: Given | None = None
        self.total = self.weight = 0
        self.band = ""
        self.weighed = d.Weigh(0, (), (), "")
        self.ending = ""
        self.phase = ""
        self.prior = self.numbers()
        self._play = self._game()
        self.node = next(self._play)

    # play, from the first deal to the end

    def _game(self) -> Play:
        for team in self.teams:
            if any(agenda.by == team for agenda in self.scenario.agendas.values()):
                deal = yield "agenda", team
                self.teams[team].agenda = deal.agenda
        for id, deck in self.scenario.decks.items():
            for team in deck.to:
                self.owed[id, team] = deck.start
        yield from self._owed()
        self._begin_turn(first=True)
        while True:
            for id, phase in self.scenario.phases.items():
                self.phase = id
                yield from getattr(self, f"_{phase.does}")(phase)
                if self.ending:
                    yield "over", ""
                if phase.does != "orders":
                    yield from self._pause()
            self.turn += 1
            self._begin_turn(first=False)
            self.phase = next(iter(self.scenario.phases))
            yield from self._owed()

    def _pause(self) -> Play:
        """Waits until the facilitator ends the phase."""
        while not isinstance(made := (yield "phase", ""), d.Advance):
            yield from self._inject(made)

    def _inject(self, made: d.Decision) -> Play:
        """Brings a card in, if that was decided."""
        if isinstance(made, d.Inject):
            yield from self._happen(made.card)
            yield from self._owed()

    def _begin_turn(self, *, first: bool) -> None:
        for id, team in self.teams.items():
            for name, purse in self.scenario.teams[id].purses.items():
                kept = 0 if first else min(team.purses[name], purse.bank)
                team.purses[name] = kept + purse.income
                team.reserved[name] = 0
            team.sealed = False
            team.orders, team.arguments = [], []
        self.ordered, self.queue = set(), []
        if not first:
            for id, deck in self.scenario.decks.items():
                for name in deck.to:
                    self.owed[id, name] = self.owed.get((id, name), 0) + deck.draw
        self.prior = self.numbers()

    def _owed(self) -> Play:
        """Draws the cards that are owed: table decks first, then hands by deck and team."""
        decks = self.scenario.decks
        places = [(id, "") for id, deck in decks.items() if not deck.to]
        places += [(id, t) for id, deck in decks.items() for t in self.teams if t in deck.to]
        while True:
            due = next((place for place in places if self.owed.get(place, 0) > 0), None)
            if due is None:
                return
            if not self.drawable(*due):
                self.owed[due] = 0
                continue
            draw = yield "card", due
            if draw is None:  # a ruling has left nothing to draw
                continue
            self.owed[due] -= 1
            if draw.team:
                self.place[draw.card] = draw.team
            else:
                yield from self._happen(draw.card)

    def drawable(self, deck: str, team: str) -> list[str]:
        cards = {id: card for id, card in self.scenario.cards.items() if card.deck == deck}
        if team:
            held = sum(self.place[id] == team for id in cards)
            full = held >= self.scenario.decks[deck].limit
            return [] if full else [id for id in cards if self.place[id] == "pile"]
        return [
            id
            for id, card in cards.items()
            if self.place[id] == "pile" and not card.fires and self.holds(card.needs)
        ]

    def _happen(self, id: str) -> Play:
        card = self.scenario.cards[id]
        self.place[id] = "out"
        self.effects(card.effects)
        if card.choice:
            made = yield "choice", id
            self.effects(card.choice.options[made.option].effects)

    def _events(self, phase: Any) -> Play:
        while True:
            firing = (
                id
                for id, card in self.scenario.cards.items()
                if card.deck == phase.deck and self.place[id] == "pile"
                if card.fires and self.holds(card.fires)
            )
            id = next(firing, None)
            if id is None:
                break
            yield from self._happen(id)
            yield from self._owed()
        self.owed[phase.deck, ""] = self.owed.get((phase.deck, ""), 0) + phase.draws
        yield from self._owed()

    def _talk(self, phase: Any) -> Play:
        yield from ()

    _hot_wash = _talk

    def _orders(self, phase: Any) -> Play:
        """Waits until the facilitator ends the phase; before that a team may unseal again."""
        while not isinstance(made := (yield self._ordering(), ""), d.Advance):
            yield from self._inject(made)
        for team in self.teams.values():
            team.sealed = True

    def _ordering(self) -> str:
        return "phase" if all(team.sealed for team in self.teams.values()) else "orders"

    def _reveal(self, phase: Any) -> Play:
        for team in self.teams.values():
            for name in team.purses:
                team.purses[name] = max(0, team.purses[name] - team.reserved[name])
                team.reserved[name] = 0
            self.queue += [*team.orders, *team.arguments]
        for given in self.queue:
            given.status = "waiting"
        self.queue.sort(key=lambda given: self.orders[given.id].priority if given.id else 1000)
        self.ordered = {given.id for given in self.queue if given.id}
        for clash in self.scenario.clashes.values():
            met = {g.id: g for g in self.queue if g.id in clash.between and g.status != "voided"}
            if len(met) == 2 and self.holds(clash.when):
                self.effects(clash.effects)
                for id in clash.voids:
                    met[id].status = "voided"
        yield from self._owed()

    def _adjudication(self, phase: Any) -> Play:
        for given in self.queue:
            order = self.orders.get(given.id)
            if given.status == "voided":
                self._spend(given)
                continue
            if order is None:
                yield from self._argue(given)
                continue
            if not self.holds(order.needs):
                given.status = "lapsed"
                self.teams[given.team].purses[self.purse(given)] += order.cost + given.boost
                continue
            self._spend(given)
            self.times[given.id] += 1
            self.last[given.id] = self.turn
            given.status = "pending"
            self.effects(order.effects)
            yield from self._owed()
            if order.roll:
                yield from self._roll(given, order.roll)
            given.status = "carried out"
            yield from self._owed()

    def _spend(self, given: Given) -> None:
        if given.id in self.scenario.cards:
            self.place[given.id] = "out"

    def net(self, given: Given, roll: str) -> int:
        most = self.scenario.rolls[roll].net
        if not given.id:
            return max(-most, min(most, self.weight))
        total = sum(self.value(modifier.add) for modifier in self.orders[given.id].modifiers)
        return max(-most, min(most, total + given.boost))

    def _roll(self, given: Given, roll: str) -> Play:
        self.acting = given
        made = yield "dice", given.team
        self.total = sum(made.faces) + self.net(given, roll)
        bands = self.scenario.rolls[roll].bands
        self.band = next(
            id for id, band in bands.items() if band.upto is None or self.total <= band.upto
        )
        made = yield "ruling", given.team
        given.status, self.acting = "carried out", None
        if isinstance(made, d.Overrule) and not made.band:
            self.patch(made.patch)
            return
        band = made.band if isinstance(made, d.Overrule) else self.band
        if given.id:
            self.effects(self.orders[given.id].outcomes[band].effects)
        else:
            upper = 2 * (list(bands).index(band) + 1) > len(bands)
            self.patch(self.weighed.success if upper else self.weighed.failure)

    def _argue(self, given: Given) -> Play:
        given.status, self.acting = "pending", given
        self.weighed = yield "weigh", given.team
        self.weight = self.weighed.net
        yield from self._roll(given, self.scenario.about.roll)

    def _upkeep(self, phase: Any) -> Play:
        upkeeps = [id for id, each in self.scenario.phases.items() if each.does == "upkeep"]
        for rule in self.scenario.rules.values():
            if (rule.at or upkeeps[-1]) == self.phase and self.holds(rule.when):
                self.effects(rule.effects)
        yield from self._owed()
        if self.phase != upkeeps[-1]:
            return
        for k, deal in enumerate(self.offers):
            if deal and deal.status in ("offered", "finished"):
                self.offers[k] = None
            elif deal and deal.status == "struck":
                self._judge(deal.give, deal.team, deal.to)
                self._judge(deal.want, deal.to, deal.team)
                if "open" not in (deal.give.state, deal.want.state):
                    deal.status = "finished"
        yield from self._owed()
        for id, values in self.history.items():
            values.insert(0, self.board[id])
            values.pop()
        final = self.turn >= self.last_turn
        for id, ending in self.scenario.endings.items():
            if (final or ending.at == "any") and self.holds(ending.when):
                self.ending = id
                break

    def _judge(self, promise: Promise, doer: str, victim: str) -> None:
        if promise.state != "open":
            return
        if not promise.term:
            promise.state = "kept"
            return
        term = self.scenario.terms[promise.term]
        held = self.holds(term.done or term.holds or Formula("true"))
        due = self.turn >= promise.by
        self.parties = (doer, victim)
        if held and (term.done or due):
            promise.state = "kept"
            self.teams[doer].kept += 1
            self.effects(self.scenario.deals.kept)
        elif not held and (term.holds or due):
            promise.state = "broken"
            self.teams[doer].broken += 1
            mine, theirs = self.teams[doer].purses, self.teams[victim].purses
            forfeit = min(self.scenario.deals.stake, mine[next(iter(mine))])
            mine[next(iter(mine))] -= forfeit
            theirs[next(iter(theirs))] += forfeit
            self.effects(self.scenario.deals.broken)

    def staked(self, team: str, purse: str) -> int:
        """Returns what a team's offers and open promises keep it from spending."""
        if purse != next(iter(self.teams[team].purses)):
            return 0
        sides = [
            (deal.team, deal.give) for deal in self.offers if deal and deal.status == "offered"
        ]
        for deal in self.offers:
            if deal and deal.status == "struck":
                sides += [(deal.team, deal.give), (deal.to, deal.want)]
        open_sides = [by for by, promise in sides if promise.state == "open"]
        return self.scenario.deals.stake * open_sides.count(team)

    # decisions

    def purse(self, given: Given) -> str:
        purses = self.teams[given.team].purses
        named: str = self.orders[given.id].purse
        return named if named in purses else next(iter(purses))

    def deck(self, id: str) -> Deck | None:
        order = self.orders[id]
        return self.scenario.decks[order.deck] if isinstance(order, Card) else None

    def legal(self, team: str) -> dict[str, int]:
        """Returns what a team may order now, and how many points it could add to each roll."""
        about, own = self.scenario.about, self.teams[team]
        found: dict[str, dict[str, int]] = {"orders": {}, "arguments": {}}
        for id, order in self.orders.items():
            deck = self.deck(id)
            argument = deck is not None and deck.argument
            if not (self.place[id] == team if deck else order.by == team):
                continue
            given = own.arguments if argument else own.orders
            room = len(given) < (about.arguments if argument else about.orders)
            purse = self.purse(Given(team, id))
            left = own.purses[purse] - own.reserved[purse] - self.staked(team, purse) - order.cost
            repeated = id in [each.id for each in given]
            affordable = left >= 0 or not order.cost
            if room and affordable and not repeated and self.holds(order.needs):
                boosts = max(0, min(about.boosts, left)) if order.roll else 0
                found["arguments" if argument else "orders"][id] = boosts
        return found["orders"] | found["arguments"]

    def apply(self, made: d.Decision) -> None:
        """Makes a decision that is known to be legal."""
        match made:
            case d.Ruling() | d.Inject(card=""):
                self.patch(made.patch)
                kind, what = self.node
                if kind == "card" and not self.drawable(*what):
                    self.node = self._play.send(None)
            case d.Order():
                given = Given(made.team, made.order, made.boost)
                team, deck = self.teams[made.team], self.deck(made.order)
                (team.arguments if deck and deck.argument else team.orders).append(given)
                team.reserved[self.purse(given)] += self.orders[made.order].cost + made.boost
            case d.Argue():
                self.teams[made.team].arguments.append(Given(made.team, ""))
            case d.Offer():
                free = self.offers.index(None)
                give, want = Promise(made.give, made.give_by), Promise(made.want, made.want_by)
                self.offers[free] = Bargain(made.team, made.to, give, want)
            case d.Answer(accept=True):
                deal = self.offers[made.offer - 1]
                assert deal
                deal.status = "struck"
            case d.Answer() | d.Withdraw():
                self.offers[made.offer - 1] = None
            case _:
                if isinstance(made, d.Seal):
                    self.teams[made.team].sealed = True
                if isinstance(made, d.Recall):
                    team = self.teams[made.team]
                    team.sealed, team.orders, team.arguments = False, [], []
                    team.reserved = dict.fromkeys(team.purses, 0)
                self.node = self._play.send(made)
