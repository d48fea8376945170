"""Random games: every kind of decision, legal ones only."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from wargame.errors import DecisionIllegal
from wargame.kernel import decisions as d
from wargame.kernel import legal
from wargame.kernel.node import bands_of, can_argue, does, drawable, injectable, node, phase_of
from wargame.kernel.notation import parse
from wargame.kernel.patches import patchable
from wargame.kernel.play import begin, chance, step
from wargame.kernel.program import Program, build
from wargame.kernel.setup import Setup, State
from wargame.kernel.slots import OFFER_FIELDS
from wargame.scenario.files import scenario_ids
from wargame.scenario.load import load_scenario

HERE = Path(__file__).parent / "scenario"
FAIR = "fair"
SHIPPED = scenario_ids()


@cache
def program_of(id: str) -> Program:
    return build(load_scenario(id, HERE if id == FAIR else None))


def setup_of(program: Program, random: Random) -> Setup:
    """Returns any way to set a game up."""
    presets = ("", *program.scenario.presets)
    off = tuple(switch for switch in program.scenario.switches if random.random() < 0.2)
    return Setup(random.choice(presets), random.getrandbits(64), off)


def play(
    program: Program, setup: Setup, random: Random, *, asides: float = 0.15
) -> Iterator[tuple[State, d.Decision, State]]:
    """Plays a game to its end: each state, what was decided in it, and what came of that."""
    s = begin(program, setup)
    while node(program, s).kind != "over":
        made = decide(program, s, random, asides=asides)
        after = step(program, s, made)
        yield s, made, after
        s = after


def state_after(program: Program, random: Random, count: int, *, asides: float = 0.15) -> State:
    """Returns the state of a random game after so many decisions, or just before its end."""
    s = begin(program, setup_of(program, random))
    for _ in range(count):
        after = step(program, s, decide(program, s, random, asides=asides))
        if node(program, after).kind == "over":
            break
        s = after
    return s


def decide(program: Program, s: State, random: Random, *, asides: float = 0.15) -> d.Decision:
    """Returns a legal decision: mostly what play waits for, sometimes something beside it."""
    if random.random() < asides:
        aside = _aside(program, s, random)
        if aside is not None:
            return aside
    waiting = node(program, s)
    kind = waiting.kind
    if kind == "card" and random.random() < 0.3:
        return d.Draw(random.choice(drawable(program, s)), chance_team(program, s))
    if kind == "dice" and random.random() < 0.3:
        roll = program.run.roll_of(s)
        sides = program.run.SIDES[roll]
        return d.Roll(tuple(random.randint(1, sides) for _ in range(program.run.DICE[roll])))
    if kind in ("agenda", "card", "dice"):
        return chance(program, s)
    if kind == "ruling":
        return _ruling(program, s, random)
    if kind == "weigh":
        cap = program.run.NET[program.layout["FREE_ROLL"]]
        return d.Weigh(
            random.randint(-cap, cap), patch(program, random), patch(program, random), "so it seems"
        )
    if kind == "phase":
        return d.Advance()
    found = [
        made
        for seat in waiting.seats
        for made in legal.decisions(program, s, seat)
        if not isinstance(made, d.Recall)
    ]
    return random.choice(found)


def chance_team(program: Program, s: State) -> str:
    who = s[program.layout["WHO"]]
    return program.teams[who - 1] if who else ""


def patch(program: Program, random: Random) -> d.Patch:
    """Returns up to three changes of anything that a ruling may change but the game's length."""
    names = [name for name in patchable(program) if name != "last_turn"]
    return tuple(
        _adjust(program, random.choice(names), random) for _ in range(random.randint(0, 3))
    )


def _adjust(program: Program, name: str, random: Random) -> d.Adjust:
    scenario = program.scenario
    if name in scenario.ladders:
        return d.Adjust(name, "=", random.choice(list(scenario.ladders[name].steps)))
    if name in scenario.flags:
        return d.Adjust(name, "=", random.choice(("true", "false")))
    return d.Adjust(name, random.choice(("=", "+=", "-=")), random.randint(0, 4))


def _ruling(program: Program, s: State, random: Random) -> d.Decision:
    pick = random.random()
    if pick < 0.7:
        return d.Accept()
    if pick < 0.85:
        return d.Overrule("not so", band=random.choice(bands_of(program, s)))
    return d.Overrule("otherwise", patch=patch(program, random))


def _aside(program: Program, s: State, random: Random) -> d.Decision | None:
    kind = node(program, s).kind
    phase = does(program, s)
    pick = random.random()
    if pick < 0.15:
        changes = patch(program, random)
        return d.Ruling(changes, "it is known") if changes else None
    if pick < 0.2:
        return d.Inject("it happens", title="A leak", patch=patch(program, random))
    if pick < 0.3 and kind in ("phase", "orders"):
        cards = injectable(program, s)
        return d.Inject("now", card=random.choice(cards)) if cards else None
    if pick < 0.4 and phase == "orders" and kind in ("phase", "orders"):
        return d.Recall(random.choice(program.teams))
    if pick < 0.5 and kind == "orders":
        team = random.choice(node(program, s).seats)
        if can_argue(program, s, program.teams.index(team)):
            return d.Argue(team, "It comes about", ("because", "and because"))
    if pick < 0.52 and kind == "orders":
        return d.Advance()
    if (kind == "phase" and phase == "talk") or kind == "orders":
        return _deal(program, s, random)
    return None


def _deal(program: Program, s: State, random: Random) -> d.Decision | None:
    """Returns an offer or the answer to one, if the rules allow what comes to mind."""
    layout, teams = program.layout, program.teams
    for k in range(layout["OFFERS"]):
        slot = layout["OFFER"] + k * OFFER_FIELDS
        if s[slot] == layout["F_OFFERED"] and random.random() < 0.7:
            party = teams[s[slot + 2]]
            made: d.Decision = d.Answer(party, k + 1, random.random() < 0.8)
            if random.random() < 0.1:
                made = d.Withdraw(teams[s[slot + 1]], k + 1)
            return _allowed(program, s, made)
    terms = program.scenario.terms
    giver, taker = random.sample(teams, 2)
    give = random.choice(["", *(id for id, term in terms.items() if term.by == giver)])
    want = random.choice(["", *(id for id, term in terms.items() if term.by == taker)])
    if not give and not want:
        return None
    turn = s[layout["TURN"]]
    by = random.randint(turn, turn + 2)
    offer = d.Offer(giver, taker, give, by if give else 0, want, by if want else 0)
    return _allowed(program, s, offer)


def _allowed(program: Program, s: State, made: d.Decision) -> d.Decision | None:
    try:
        step(program, s, made)
    except DecisionIllegal:
        return None
    return made


@cache
def positions(id: str, games: int = 8) -> tuple[tuple[State, d.Decision, State], ...]:
    """Returns every position of some random games, with what was decided in it; for sampling."""
    program = program_of(id)
    found: list[tuple[State, d.Decision, State]] = []
    for seed in range(games):
        random = Random(seed)
        found += play(program, setup_of(program, random), random, asides=0.2)
    return tuple(found)


def position(id: str, kind: str, seed: int = 0) -> State:
    """Returns the first position of a random game in which play waits for something."""
    program, random = program_of(id), Random(seed)
    return next(
        s
        for s, _, _ in play(program, Setup(seed=seed), random, asides=0)
        if node(program, s).kind == kind
    )


def steps(program: Program, s: State, *texts: str) -> State:
    """Makes decisions, given in their notation, one after another."""
    for text in texts:
        s = step(program, s, parse(text))
    return s


def until(program: Program, s: State, phase: str = "", kind: str = "") -> State:
    """Plays on with the engine's draws and nothing else, until a phase and a kind of node."""
    while True:
        waiting = node(program, s)
        if phase in ("", phase_of(program, s)) and kind in ("", waiting.kind):
            return s
        if waiting.kind in ("phase", "orders"):
            made: d.Decision = d.Advance()
        elif waiting.kind == "ruling":
            made = d.Accept()
        else:
            made = legal.decisions(program, s, waiting.seats[0])[0]
        s = step(program, s, made)


def number(program: Program, s: State, name: str) -> int:
    """Returns the value of anything on the board by its name."""
    slot = next(slot for slot, (known, _) in program.board.items() if known == name)
    return s[slot]


def put(program: Program, s: State, **numbers: int) -> State:
    """Returns the state with tracks, ladders or flags set."""
    s = s.copy()
    for name, value in numbers.items():
        s[program.layout[f"T_{name}"]] = value
    return s


def deal_card(program: Program, s: State, team: str, card: str) -> State:
    """Returns the state with a card in a hand."""
    s = s.copy()
    s[program.layout["PLACE"] + program.cards.index(card)] = program.teams.index(team) + 1
    return s
