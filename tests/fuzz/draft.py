"""Random scenarios: YAML that the loader and all checks let through, and that uses everything.

What there is to name is drawn first, then what is said about it, so that nearly every draft is
right by construction; `drafts` tells how many are not.
"""

from __future__ import annotations

from functools import cached_property
from random import Random
from typing import Any

import yaml

from tests.fuzz.formulas import Named, Writer

ID = "fuzz"
TEAMS = ("red", "blue", "green", "amber", "slate")

Tree = dict[str, Any]


class _Plain(yaml.SafeDumper):
    """Writes no anchors, which scenarios do not have."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def texts(seed: int) -> dict[str, str]:
    """Returns the files of a random scenario."""
    random = Random(seed)
    files: dict[str, Tree] = {}
    for section, tree in Draft(random).sections().items():
        folder = "decks" if section in ("decks", "cards") else "rulesets"
        file = f"{folder}/{ID}/{random.choice('abc')}.yaml"
        files.setdefault(file, {})[section] = tree
    return {file: _text(tree, random) for file, tree in files.items()}


def _text(tree: Tree, random: Random) -> str:
    flow = random.choice((None, False, True))
    text: str = yaml.dump(tree, Dumper=_Plain, sort_keys=False, default_flow_style=flow, width=9999)
    return text


class Draft:
    """Is one random scenario in the making."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.turns = random.randint(1, 6)
        self.teams = list(TEAMS[: random.randint(2, 5)])
        self.purses = {team: self.some("coin", 1, 2) for team in self.teams}
        self.tracks = {id: self.track() for id in self.some("track", 2, 5)}
        self.ladders = {id: self.ladder() for id in self.some("ladder", 0, 2)}
        self.flags = {id: self.flag() for id in self.some("flag", 1, 3)}
        self.switches = self.some("switch", 0, 2)
        self.rolls = {id: self.roll() for id in self.some("roll", 0, 2)}
        self.moves = {f"{team}_{id}": team for team in self.teams for id in self.some("move", 0, 4)}
        self.decks = {id: self.deck() for id in self.some("deck", 0, 4)}
        self.cards = {id: random.choice(list(self.decks)) for id in self.some("card", 0, 12)}
        self.orders = dict(self.moves) | {
            id: "" for id, deck in self.cards.items() if self.decks[deck].get("to")
        }
        self.upkeeps = self.some("upkeep", 1, 2)
        self.longest = random.randint(1, 4)
        self.agendas = [
            (f"{team}_{id}", team) for team in self.teams for id in self.some("agenda", 1, 3)
        ]
        if random.random() < 0.15:
            self.agendas = []
        self.core = random.choice((0, 3, 6)) if self.agendas else random.choice((0, 10))
        self.terms = {id: random.choice(self.teams) for id in self.some("term", 0, 8)}

    # what there is

    def some(self, word: str, least: int, most: int) -> list[str]:
        """Returns so many ids."""
        if word == "card" and not self.decks:
            return []
        return [f"{word}{number}" for number in range(self.random.randint(least, most))]

    def seen(self) -> list[str]:
        drawn = self.random.random()
        if drawn < 0.6:
            return ["all"]
        if drawn < 0.7:
            return ["none"]
        return self.random.sample(self.teams, self.random.randint(1, len(self.teams)))

    def track(self) -> Tree:
        low = self.random.choice((-999, -40, -3, 0, 0, 0, 2))
        high = low + self.random.choice((1, 6, 10, 10, 200))
        made: Tree = {"title": "A track", "low": low, "high": high}
        made["start"] = self.random.randint(low, high)
        if self.random.random() < 0.3:
            made["each"] = "team"
        elif self.random.random() < 0.5:
            made |= {"of": self.random.choice(self.teams), "good": "low"}
        made["seen"] = self.seen()
        return made

    def ladder(self) -> Tree:
        steps = {id: id.title() for id in self.some("step", 2, 5)}
        start = self.random.choice(list(steps))
        return {"title": "A ladder", "steps": steps, "start": start, "seen": self.seen()}

    def flag(self) -> Tree:
        start = self.random.random() < 0.3
        return {"title": "A flag", "start": start, "seen": self.seen()}

    def roll(self) -> Tree:
        dice, sides = self.random.choice(((1, 2), (1, 6), (2, 6), (3, 4), (1, 20), (10, 10)))
        limits = self.random.sample(range(dice, dice * sides + 3), self.random.randint(0, 3))
        bands: Tree = {f"band{k}": {"title": "A", "upto": n} for k, n in enumerate(sorted(limits))}
        bands["best"] = {"title": "Best"}
        made: Tree = {"title": "A roll", "dice": dice, "sides": sides, "bands": bands}
        return made | {"net": self.random.choice((0, 1, 3, 99))}

    def deck(self) -> Tree:
        if self.random.random() < 0.4:
            return {"title": "A table deck"}
        limit = self.random.randint(1, 4)
        to = self.random.sample(self.teams, self.random.randint(1, len(self.teams)))
        made: Tree = {"title": "A hand deck", "to": to, "limit": limit}
        made |= {key: self.random.randint(0, limit) for key in ("start", "draw")}
        return made | ({"argument": True} if self.random.random() < 0.3 else {})

    # what can be named

    @cached_property
    def writer(self) -> Writer:
        numbers = [Named("turn"), Named("last_turn")]
        conditions: list[Named] = []
        for id, track in self.tracks.items():
            names = [f"{team}.{id}" for team in self.teams] if "each" in track else [id]
            numbers += [Named(name, _seers(track)) for name in names]
        for team, purses in self.purses.items():
            numbers += [Named(f"{team}.{word}") for word in (*purses, "kept", "broken")]
        for order in self.orders:
            numbers += [Named(f"{word}.{order}") for word in ("times", "last")]
            conditions.append(Named(f"ordered.{order}"))
        conditions += [Named(id, _seers(flag)) for id, flag in self.flags.items()]
        conditions += [Named(f"played.{card}") for card in self.cards]
        conditions += [Named(f"switch.{switch}") for switch in self.switches]
        ladders = [
            Named(id, _seers(ladder), tuple(ladder["steps"])) for id, ladder in self.ladders.items()
        ]
        return Writer(self.random, tuple(numbers), tuple(conditions), tuple(ladders))

    def effects(self, most: int = 3, *, of: str = "all") -> list[str]:
        """Returns up to so many effects, of all kinds or on the board alone, or of a deal."""
        return [self.effect(of) for _ in range(self.random.randint(0, most))]

    def effect(self, of: str) -> str:
        pick, writer = self.random.choice, self.writer
        kinds = ["track", "track", "flag", *(["ladder"] if self.ladders else [])]
        if of != "board":
            kinds += ["purse", *(["draws"] if self.decks else [])]
        match pick(kinds):
            case "ladder":
                ladder = pick(writer.ladders)
                one, two = pick(ladder.steps), pick(ladder.steps)
                said = pick((one, f"({one} if {writer.condition(1)} else {two})"))
                return f"{ladder.name} = {said}"
            case "flag":
                return f"{pick(list(self.flags))} = {pick(('true', 'false', writer.condition(1)))}"
            case "purse":
                team = pick(self.teams)
                name = f"{team}.{pick(self.purses[team])}"
                return f"{name} {pick(('+=', '-=', '='))} {writer.within(0, 6)}"
            case "draws":
                return f"draws.{pick(list(self.decks))} += {writer.within(0, 2)}"
        id = pick(list(self.tracks))
        track, name = self.tracks[id], id
        if "each" in track:
            owners = (*self.teams, *(("actor", "other") if of == "deal" else ()))
            name = f"{pick(owners)}.{id}"
        if self.random.random() < 0.2:
            return f"{name} = {writer.within(track['low'], track['high'])}"
        most = min(3, track["high"] - track["low"])
        return f"{name} {pick(('+=', '-='))} {writer.within(-most, most)}"

    # what is said of it

    def sections(self) -> Tree:
        """Returns the whole scenario."""
        made: Tree = {
            "scenario": self.about(),
            "phases": self.phases(),
            "presets": self.presets(),
            "switches": {id: {"title": "A switch"} for id in self.switches},
            "rolls": self.rolls,
            "teams": self.sides(),
            "tracks": self.shown_tracks(),
            "ladders": self.ladders,
            "flags": self.flags,
            "goals": self.goals(),
            "agendas": self.aims(),
            "moves": {id: self.move(team) for id, team in self.moves.items()},
            "decks": self.decks,
            "cards": {id: self.card(deck) for id, deck in self.cards.items()},
            "rules": {id: self.rule() for id in self.some("rule", 0, 4)},
            "clashes": self.clashes(),
            "deals": self.deals(),
            "terms": {id: self.term(team) for id, team in self.terms.items()},
            "hypotheses": self.hypotheses(),
            "endings": self.endings(),
        }
        return {section: tree for section, tree in made.items() if tree}

    def about(self) -> Tree:
        made: Tree = {"title": "Drawn by lot", "summary": "Anything.", "language": 1}
        made |= {"turns": self.turns, "calendar": [f"Week {n}" for n in range(self.turns)]}
        made |= {"orders": self.random.randint(1, 4), "boosts": self.random.randint(0, 3)}
        made |= {"arguments": self.random.randint(0, 2), "achieved": self.random.randint(0, 10)}
        free = [id for id, roll in self.rolls.items() if len(roll["bands"]) > 1]
        return made | ({"roll": self.random.choice(free)} if free else {})

    def phases(self) -> Tree:
        does = ["orders", "reveal", "adjudication"]
        extra = [*["talk"] * self.random.randint(0, 2), *["hot_wash"] * self.random.randint(0, 1)]
        extra += ["upkeep"] * (len(self.upkeeps) - 1)
        tables = [id for id, deck in self.decks.items() if "to" not in deck]
        extra += ["events"] * self.random.randint(0, 2) if tables else []
        for each in extra:
            does.insert(self.random.randint(0, len(does)), each)
        does.insert(self.random.randint(does.index("adjudication") + 1, len(does)), "upkeep")
        names = iter(self.upkeeps)
        made: Tree = {}
        for number, kind in enumerate(does):
            id = next(names) if kind == "upkeep" else f"phase{number}"
            made[id] = {"title": kind.title(), "does": kind}
            if kind == "events":
                draws = self.random.randint(0, 2)
                made[id] |= {"deck": self.random.choice(tables), "draws": draws}
        return made

    def presets(self) -> Tree:
        made: Tree = {}
        for id in self.some("preset", 0, 2):
            last = self.random.randint(1, self.turns)
            made[id] = {"title": "A start", "turns": last, "effects": self.effects(of="board")}
            made[id]["first_turn"] = self.random.randint(1, last)
        return made

    def sides(self) -> Tree:
        return {
            team: {
                "title": team.title(),
                "says": "A side.",
                "brief": "Win.",
                "purses": {id: self.purse() for id in purses},
            }
            for team, purses in self.purses.items()
        }

    def purse(self) -> Tree:
        bank = self.random.choice((0, 1, 4, 20))
        return {"title": "Coin", "income": self.random.choice((0, 1, 3, 5)), "bank": bank}

    def shown_tracks(self) -> Tree:
        """Returns the tracks with what is shown of them to those who do not see them."""
        open_to_all = self.writer.seen_by(*self.teams)
        made: Tree = {}
        for id, track in self.tracks.items():
            blind = [team for team in self.teams if team not in track["seen"]]
            more: Tree = {}
            if track["seen"] != ["all"]:
                more["guess"] = [open_to_all.number(1), open_to_all.number(1)]
                if blind and "each" not in track and self.random.random() < 0.6:
                    late: Tree = {"team": self.random.choice(blind)}
                    late["turns"] = self.random.randint(1, self.turns)
                    late |= {"unless": self.writer.condition(1)}
                    more["late"] = [late]
            made[id] = track | more
        return made

    def goal(self, points: int, **more: str) -> Tree:
        score = self.writer.within(0, points)
        return {"title": "A goal", "says": "Do.", "points": points, "score": score, **more}

    def goals(self) -> Tree:
        if not self.core:
            return {}
        return {f"{team}_goal": self.goal(self.core, by=team) for team in self.teams}

    def aims(self) -> Tree:
        made: Tree = {}
        for id, team in self.agendas:
            left = 10 - self.core
            first = self.random.randint(1, left)
            goals = {"one": self.goal(first)}
            if left - first:
                goals["two"] = self.goal(left - first)
            made[id] = {"by": team, "title": "An aim", "text": "Do it.", "goals": goals}
            made[id]["doctrine"] = self.doctrine(team)
        return made

    def doctrine(self, team: str) -> Tree:
        made: Tree = {}
        for order, by in self.orders.items():
            to = [by] if by else self.decks[self.cards[order]]["to"]
            if team in to and self.random.random() < 0.6:
                made[order] = self.writer.within(0, 9)
        for term in self.terms:
            if self.random.random() < 0.6:
                made[term] = self.writer.within(-9, 9)
        return made

    def move(self, team: str) -> Tree:
        needs = self.writer.seen_by(team).likely()
        return {"by": team, "title": "A move", "text": "Act."} | self.order([team], needs)

    def order(self, teams: list[str], needs: str) -> Tree:
        """Returns what moves and hand cards have in common."""
        made: Tree = {"cost": self.random.choice((0, 1, 1, 2, 3)), "needs": needs}
        made |= {"effects": self.effects(), "priority": self.random.randint(0, 99)}
        if self.random.random() < 0.3:
            common = [p for p in self.purses[teams[0]] if all(p in self.purses[t] for t in teams)]
            made["purse"] = self.random.choice(common)
        if self.rolls and self.random.random() < 0.6:
            id = self.random.choice(list(self.rolls))
            made |= {"roll": id, "modifiers": [self.modifier() for _ in self.some("why", 0, 3)]}
            made["outcomes"] = {
                band: {"says": "So.", "effects": self.effects()} for band in self.rolls[id]["bands"]
            }
        return made

    def modifier(self) -> Tree:
        return {"add": self.writer.within(-3, 3), "why": "Because."}

    def card(self, deck: str) -> Tree:
        made: Tree = {"deck": deck, "title": "A card", "text": "It happens."}
        if to := self.decks[deck].get("to"):
            return made | self.order(to, self.writer.seen_by(*to).likely())
        made |= {"needs": self.writer.likely(), "effects": self.effects()}
        if self.random.random() < 0.3:
            made["fires"] = self.writer.likely()
        if self.random.random() < 0.5:
            options = {
                id: {"says": "So.", "effects": self.effects()} for id in self.some("o", 2, 4)
            }
            made["choice"] = {"by": self.random.choice(self.teams), "ask": "?", "options": options}
        return made

    def rule(self) -> Tree:
        made: Tree = {"title": "A rule", "text": "Always.", "when": self.writer.likely()}
        made["effects"] = self.effects()
        return made | (
            {"at": self.random.choice(self.upkeeps)} if self.random.random() < 0.5 else {}
        )

    def clashes(self) -> Tree:
        ids = self.some("clash", 0, 3) if len(self.orders) > 1 else []
        return {id: self.clash() for id in ids}

    def clash(self) -> Tree:
        between = self.random.sample(list(self.orders), 2)
        voids = self.random.sample(between, self.random.randint(0, 2))
        made: Tree = {"title": "A clash", "says": "Both.", "between": between, "voids": voids}
        return made | {"when": self.writer.likely(), "effects": self.effects()}

    def deals(self) -> Tree:
        made: Tree = {"limit": self.random.choice((0, 2, 4, 9)), "stake": self.random.randint(0, 2)}
        made |= {key: self.effects(of="deal") for key in ("kept", "broken")}
        return made | {"longest": self.longest}

    def term(self, team: str) -> Tree:
        made: Tree = {"by": team, "title": "A promise", "says": "I will."}
        made[self.random.choice(("done", "holds"))] = self.writer.condition()
        orders = list(self.orders)
        made["moves"] = self.random.sample(orders, min(len(orders), self.random.randint(0, 2)))
        return made | {"due": self.random.randint(1, self.longest)}

    def hypotheses(self) -> Tree:
        ids = self.some("guess", 0, 2) if self.switches else []
        return {id: self.hypothesis() for id in ids}

    def hypothesis(self) -> Tree:
        made: Tree = {"title": "A prediction", "says": "It will.", "least": 50}
        made |= {key: self.writer.likely() for key in ("given", "ever", "holds")}
        held = {team: id for id, team in self.agendas if self.random.random() < 0.5}
        made |= {"agendas": list(held.values()), "control": self.random.choice(self.switches)}
        made["doctrine"] = {
            order: self.writer.within(0, 30) for order in self.orders if self.random.random() < 0.4
        }
        return made

    def endings(self) -> Tree:
        made: Tree = {}
        for id in self.some("ending", 0, 2):
            when, at = self.writer.condition(), self.random.choice(("end", "any"))
            made[id] = {"title": "An end", "when": when, "at": at, "closing": self.closing()}
        made["final"] = {"title": "The end", "when": "true", "closing": self.closing()}
        return made

    def closing(self) -> list[Tree]:
        names = [id for id, track in self.tracks.items() if "each" not in track]
        names += [*self.ladders, "turn", f"{self.teams[0]}.kept", f"{self.teams[-1]}.score"]
        names += [f"last.{order}" for order in self.orders]
        said = [f"It ends at {{{self.random.choice(names)}}}." for _ in self.some("line", 0, 3)]
        return [{"say": say, "when": self.writer.condition(1)} for say in said]


def _seers(gauge: Tree) -> tuple[str, ...] | None:
    seen = tuple(gauge["seen"])
    return None if seen == ("all",) else () if seen == ("none",) else seen
