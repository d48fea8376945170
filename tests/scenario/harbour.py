"""A whole scenario in a hundred lines, without a fault or a warning, for tests to break."""

from __future__ import annotations

from wargame.scenario.load import inspect
from wargame.scenario.model import Scenario

BOARD = "rulesets/harbour/board.yaml"
PLAY = "rulesets/harbour/play.yaml"
CARDS = "decks/harbour/cards.yaml"

TEXTS = {
    BOARD: """\
scenario:
  title: The harbour
  summary: A port and a fleet quarrel over one pier.
  language: 1
  turns: 3
  calendar: [Spring, Summer, Autumn]
  roll: talk
  learning: [Two read one act]
  questions: [Who knew?]
phases:
  news: {title: News, does: events, deck: news, draws: 1}
  talks: {title: Talks, does: talk, minutes: 5}
  orders: {title: Orders, does: orders}
  reveal: {title: Reveal, does: reveal}
  judge: {title: Judge, does: adjudication}
  end: {title: End, does: upkeep}
presets:
  full: {title: All turns}
  short: {title: One turn, turns: 2, first_turn: 2, effects: [trade += 1]}
switches:
  tides: {title: Tides}
rolls:
  talk:
    title: Talk
    dice: 2
    sides: 6
    bands:
      bad: {title: Bad, upto: 6}
      good: {title: Good}
teams:
  port:
    title: Port
    says: Owns the pier.
    brief: Keep the pier busy.
    purses:
      coin: {title: Coin, income: 3, bank: 2}
  fleet:
    title: Fleet
    says: Wants the pier.
    brief: Get a berth.
    purses: {coin: {title: Coin, income: 3}}
    opening: {turns: 2, doctrine: {buy: "4 if trade >= 5 else 2"}}
tracks:
  trade: {title: Trade, low: 0, high: 10, start: 5, of: port, good: high}
  silt:
    title: Silt
    low: 0
    high: 6
    start: 2
    seen: [port]
    late:
      - {team: fleet, turns: 1, unless: charted}
    guess: [trade // 3, "6"]
  honour: {title: Honour, each: team, low: -3, high: 3, start: 0}
ladders:
  pier:
    title: Pier
    steps: {closed: Closed, open: Open, sold: Sold}
    start: closed
flags:
  charted: {title: Charted, seen: [port]}
hypotheses:
  silted:
    title: The port silts up
    says: The port never dredges; silt rises for a while and stands high at the end.
    agendas: [depth]
    doctrine: {dredge: "0", buy: "9 - silt"}
    given: pier != sold
    ever: silt >= 4
    holds: silt >= 3
    least: 80
    control: tides
    preset: full
    source: [S1.1]
glossary:
  berth: {title: Berth, text: A place at the pier.}
board:
  relations:
    - {between: [port, fleet], gauge: pier}
  tables:
    - title: Standing
      columns: [Trade, Word]
      rows:
        - {title: Port, cells: [trade, port.honour]}
        - {title: Fleet, cells: ["-", fleet.honour]}
  reading: {track: trade, words: [{says: Slack, upto: 4}, {says: Brisk}]}
  press: {title: The Tide Table}
lessons:
  first:
    title: First
    says: How a tide goes.
    seat: port
    steps:
      - {say: Dig., do: order port dredge}
      - {say: "{key} shows your goals.", look: aims}
      - {say: Wait., turn: 2}
  desk: {title: Desk, says: Ruling., seat: facilitator, steps: [{say: Go on., do: advance}]}
claims:
  S1.1: {kind: event, voice: article, text: The pier was sold.}
""",
    PLAY: """\
goals:
  port_trade: {by: port, title: Trade, says: Busy, points: 4, score: "4 if trade >= 5 else 0"}
  fleet_berth: {by: fleet, title: Berth, says: Moored, points: 4, score: "4 if pier >= open else 0"}
agendas:
  depth:
    by: port
    title: Depth
    text: Keep the silt low.
    goals:
      dug: {title: Dug, says: Deep, points: 6, score: "6 - silt"}
    doctrine:
      dredge: "5 if silt > 2 else 1"
      leave: "-3"
  lease:
    by: fleet
    title: Lease
    text: Buy the pier.
    goals:
      bought: {title: Bought, says: Ours, points: 6, score: "6 if pier == sold else 0"}
    doctrine: {buy: "5", gift: "2"}
moves:
  dredge:
    by: port
    title: Dredge
    text: Dig the silt out.
    cost: 1
    needs: silt > 0
    effects: [silt -= 1, charted = true]
  buy:
    by: fleet
    title: Buy
    text: Offer for the pier.
    cost: 2
    purse: coin
    needs: pier < sold
    roll: talk
    modifiers:
      - {add: "1 if trade < 3 else 0", why: Poor, source: [S1.1]}
    outcomes:
      bad: {says: Refused, effects: [fleet.honour -= 1]}
      good: {says: Sold, effects: [pier = sold, fleet.coin += 1]}
rules:
  tide:
    title: Tide
    text: The tide brings silt.
    when: switch.tides and silt < 6
    effects: [silt += 1]
clashes:
  both:
    title: Both
    says: The dredger is in the way.
    between: [dredge, buy]
    when: turn > 1
    voids: [buy]
deals:
  kept: [actor.honour += 1]
  broken: [actor.honour -= 1, other.honour += 1]
terms:
  leave: {by: fleet, title: Leave, says: Sail by then, holds: pier != sold, moves: [buy]}
  open_up: {by: port, title: Open up, says: Open the pier, done: pier >= open, moves: [gift]}
endings:
  ours:
    title: Sold
    when: pier == sold and last.buy > 0
    at: any
    closing:
      - {say: "Sold in {last.buy}; trade {trade}, pier {pier}, honour {port.honour}."}
  quiet:
    title: Quiet
    when: "true"
    closing:
      - say: "{turn}: {port.kept} kept, {port.broken} broken, {port.score} points."
        when: fleet.kept > 0
""",
    CARDS: """\
decks:
  news: {title: News}
  hands: {title: Hands, to: [port, fleet], start: 1, draw: 1, limit: 3}
  talks: {title: Arguments, to: [fleet], argument: true, start: 1, limit: 2}
cards:
  storm:
    deck: news
    title: Storm
    text: The pier is hit.
    needs: not played.calm
    effects: [trade -= 1, draws.hands += 1]
    choice:
      by: port
      ask: Open the pier?
      options:
        yes: {says: Opened, effects: [pier = open]}
        no: {says: Kept shut}
  calm: {deck: news, title: Calm, text: Quiet water., fires: turn == 2}
  gift: {deck: hands, title: Gift, text: A gift., needs: pier == closed, effects: [pier = open]}
  plea:
    deck: talks
    title: Plea
    text: A plea.
    roll: talk
    outcomes:
      bad: {says: Unheard}
      good: {says: Heard, effects: [trade += 1]}
""",
}


def found(texts: dict[str, str]) -> list[str]:
    """Returns every problem of some texts as a line."""
    return [str(problem) for problem in inspect(texts, "harbour")[1]]


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """Returns the texts with one piece of one file replaced."""
    assert TEXTS[file].count(old) == 1, f"{old!r} stands {TEXTS[file].count(old)} times in {file}"
    return {**TEXTS, file: TEXTS[file].replace(old, new)}


def place(file: str, old: str, new: str, at: str | None) -> str:
    """Returns where `at`, or else what is new, starts in the broken text, as file:line:column."""
    text = changed(file, old, new)[file]
    broken = TEXTS[file].index(old)
    start = broken if at is None else text.find(at, broken)
    if start < 0:
        start = text.rindex(at or "", 0, broken + len(at or ""))
    return f"{file}:{text.count(chr(10), 0, start) + 1}:{start - text.rfind(chr(10), 0, start)}"


def harbour() -> Scenario:
    """Returns the scenario."""
    scenario, problems = inspect(TEXTS, "harbour")
    assert scenario is not None, problems
    return scenario
