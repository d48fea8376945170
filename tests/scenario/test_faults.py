"""Each fault that a scenario can have is found at its place, in words that say what to do."""

# ruff: noqa: E501 -- the table has one case a line
from __future__ import annotations

import pytest

from tests.scenario.harbour import BOARD, CARDS, PLAY, TEXTS, changed, found, harbour, place

WIDTH = """\
  width:
    by: port
    title: Width
    text: Keep the pier.
    goals:
      kept: {title: Kept, says: Ours, points: 6, score: "6 if pier < sold else 0"}
"""


def test_the_scenario_has_no_fault() -> None:
    assert found(TEXTS) == []
    assert harbour().id == "harbour"


# What is broken, how, and what is said; `at` is where, if not at the start of what is broken.
CASES = [
    # How a record is written.
    (BOARD, "high: 10", "hihg: 10", "unknown key 'hihg', did you mean 'high'?", None),
    (BOARD, "title: The harbour\n  ", "", "'title' is missing (add it)", "scenario:"),
    (BOARD, "5, of: port", "five, of: port", "'five' stands here, 'start' is a whole number", None),
    (BOARD, "5, of: port", "05, of: port", "'05' stands here, 'start' is a whole number", None),
    (BOARD, "5, of: port", "1:30, of: port", "'1:30' stands here, 'start' is a whole", None),
    (BOARD, "5, of: port", ", of: port", "nothing stands here, 'start' is a whole number", None),
    (BOARD, "5, of: port", "[5], of: port", "a list stands here, 'start' is a whole number", None),
    (BOARD, "{title: Trade, low", "{title: {a: b}, low", "a mapping stands here, 'title' is", "{a"),
    (BOARD, "{title: Tides}", "Tides", "'Tides' stands here, 'tides' is a mapping", None),
    (BOARD, "[Spring, Summer, Autumn]", "Spring", "'calendar' is a list (put it in [ ])", None),
    (BOARD, "[trade += 1]", "trade += 1", "'effects' is a list (put it in [ ])", None),
    (BOARD, "Charted, seen", "Charted, start: no, seen", "'no' stands here, 'start' is true", "no,"),
    (BOARD, "tides: {", "Tides: {", "'Tides' cannot be an id (use a-z, 0-9 and _", None),
    (BOARD, "tides: {", "ti__des: {", "'ti__des' has a double underscore", None),
    (BOARD, "tides: {", "import: {", "'import' is a reserved word (choose another id)", None),
    (BOARD, "tides: {", "turn: {", "'turn' is a reserved word (choose another id)", None),
    (BOARD, "S1.1: {", "§1: {", "'§1' cannot be the id of a claim", None),
    (BOARD, "glossary:", "glosary:", "unknown section 'glosary', did you mean 'glossary'?", None),
    (PLAY, "deals:\n  kept: [actor.honour += 1]\n  broken:", "deals: none\n#", "'deals' is no mapping", "none"),
    # How the board is shown.
    (BOARD, "between: [port, fleet]", "between: [port, flet]", "unknown team 'flet', did you mean", "flet"),
    (BOARD, "between: [port, fleet]", "between: [port, port]", "a relation is between two teams", "[port, port]"),
    (BOARD, "gauge: pier", "gauge: peir", "unknown gauge 'peir', did you mean 'pier'?", "peir"),
    (BOARD, "gauge: pier", "gauge: silt", "not everybody sees 'silt', and the board is for all", "silt"),
    (BOARD, "[trade, port.honour]", "[trade]", "1 cells stand under 2 columns (write one gauge", None),
    (BOARD, "[trade, port.honour]", "[trade, honour]", "unknown gauge 'honour'", "honour]"),
    (BOARD, "[\"-\", fleet", "[trade, fleet", "'trade' stands in 'Port' already (keep one", "trade, fleet"),
    (BOARD, "{track: trade, w", "{track: honour, w", "unknown track 'honour'", "honour, w"),
    (BOARD, "{track: trade, w", "{track: silt, w", "not everybody sees 'silt'", "silt, w"),
    (BOARD, "[{says: Slack, upto: 4}, {says: Brisk}]", "[{says: Slack, upto: 4}]", "the words do not reach to the top", None),
    (BOARD, "[{says: Slack, upto: 4}, ", "[{says: Slack, upto: 4}, {says: Calm, upto: 3}, ", "the words are not in order", None),
    # How it is taught.
    (BOARD, "seat: port", "seat: prot", "unknown seat 'prot', did you mean 'port'?", "prot"),
    (BOARD, "    seat: port\n", "    seat: port\n    preset: shrot\n", "unknown preset 'shrot'", "shrot"),
    (BOARD, "order port dredge", "order port dredg", "unknown order of that seat 'dredg', did you mean", None),
    (BOARD, "order port dredge", "order fleet buy", "'port' decides for no 'fleet' (name the own seat)", None),
    (BOARD, "order port dredge", "odrer port dredge", "unknown decision 'odrer', did you mean 'order'?", None),
    (BOARD, "do: advance", "do: seal", "unknown decision 'seal'", "seal"),
    (BOARD, "look: aims", "look: aim", "unknown thing to look at 'aim', did you mean", "aim}"),
    (BOARD, ", look: aims", "", "'{key}' stands for no `look` (say what is looked at)", '"{key} shows your'),
    (BOARD, "look: aims", "look: aims, turn: 2", "a step waits for look and turn (keep one", '{say: "{key}'),
    (BOARD, "turn: 2}\n", "turn: 9}\n", "'turn' is 9 (write a number from 1 to 3)", "9}"),
    (BOARD, "steps: [{say: Go on., do: advance}]", "steps: []", "a lesson has no step", "[]"),
    # Formulas.
    (PLAY, "needs: silt > 0", "needs: slit > 0", "unknown name 'slit', did you mean 'silt'?", "slit"),
    (PLAY, "silt < 6\n", "silt\n", "'silt' is a number, a condition is wanted", None),
    (PLAY, "5 if silt > 2 else 1", "5 if slit > 2 else 1", "unknown name 'slit'", "slit"),
    (PLAY, "[silt += 1]", "[slit += 1]", "unknown name 'slit'", "slit"),
    (PLAY, "other.honour += 1", "third.honour += 1", "unknown name 'third.honour'", None),
    (PLAY, "fleet.honour -= 1", "actor.honour -= 1", "unknown name 'actor.honour'", None),
    # What is named must exist.
    (PLAY, "source: [S1.1]", "source: [S1.2]", "unknown source 'S1.2', did you mean 'S1.1'?", "S1.2"),
    (BOARD, "voice: article", "voice: artcle", "unknown voice 'artcle', did you mean", "artcle"),
    (BOARD, "{title: Tides}", "{title: Tides, voice: me}", "unknown voice 'me'", "me}"),
    (BOARD, "of: port", "of: prot", "unknown team 'prot', did you mean 'port'?", "prot"),
    (BOARD, "seen: [port]\n    late", "seen: [ports]\n    late", "unknown team 'ports'", "ports"),
    (BOARD, "seen: [port]}", "seen: []}", "nobody is named (write [none]", "[]}"),
    (BOARD, "each: team", "each: purse", "unknown kind 'purse'", "purse"),
    (
        BOARD,
        "low: -3, high: 3, start: 0}",
        "low: -3, high: 3, start: 0, late: [{team: port, turns: 1}]}",
        "'honour' is a track of each team, which nobody can see late",
        "[{team",
    ),
    (BOARD, "good: high", "good: up", "unknown end 'up'", "up}"),
    (BOARD, "{team: fleet, t", "{team: navy, t", "unknown team 'navy'", "navy"),
    (BOARD, "start: closed", "start: close", "unknown step 'close', did you mean", "close\n"),
    (BOARD, "roll: talk\n", "roll: talks\n", "unknown roll 'talks', did you mean 'talk'?", "talks\n"),
    (BOARD, "does: reveal", "does: reveil", "unknown kind of phase 'reveil'", "reveil"),
    (BOARD, "deck: news, draws", "deck: hands, draws", "unknown table deck 'hands'", "hands,"),
    (BOARD, "deck: news, draws", "draws", "no deck is named (write `deck:`)", "news: {title"),
    (BOARD, "does: talk,", "does: talk, deck: news,", "'talk' draws no cards", "news, min"),
    (BOARD, "does: talk,", "does: talk, draws: 1,", "'talk' draws no cards", "1, min"),
    (PLAY, "{by: port, title: Trade", "{by: prot, title: Trade", "unknown team 'prot'", "prot,"),
    (PLAY, "by: port\n    title: Depth", "by: navy\n    title: Depth", "unknown team 'navy'", "navy"),
    (PLAY, "points: 6, score: \"6 - s", "by: fleet, points: 6, score: \"6 - s", "the agenda is port's", "fleet, p"),
    (PLAY, "gift: \"2\"", "dredge: \"2\"", "unknown term, or order of fleet, 'dredge'", None),
    (PLAY, "gift: \"2\"", "storm: \"2\"", "unknown term, or order of fleet, 'storm'", None),
    (PLAY, "by: port\n    title: Dredge", "by: navy\n    title: Dredge", "unknown team 'navy'", "navy"),
    (PLAY, "purse: coin", "purse: gold", "unknown purse of fleet 'gold'", "gold"),
    (PLAY, "roll: talk", "roll: chat", "unknown roll 'chat'", "chat"),
    (CARDS, "to: [fleet]", "to: [navy]", "unknown team 'navy'", "navy"),
    (CARDS, "news: {title: News}", "news: {title: News, argument: true}", "holds no arguments", "true}"),
    (CARDS, "{deck: news, t", "{deck: new, t", "unknown deck 'new', did you mean 'news'?", "new,"),
    (CARDS, "by: port", "by: prot", "unknown team 'prot'", "prot"),
    (CARDS, "{deck: hands, t", "{deck: hands, fires: turn > 1, t", "'fires' is only for table", "turn >"),
    (CARDS, "fires: turn == 2", "roll: talk, outcomes: {bad: {says: a}, good: {says: b}}", "'roll' is only for hand cards", "talk, o"),
    (PLAY, "[dredge, buy]", "[dredge, bye]", "unknown order 'bye', did you mean 'buy'?", "bye"),
    (PLAY, "[dredge, buy]", "[buy, buy]", "a clash is between two orders (name two", None),
    (PLAY, "voids: [buy]", "voids: [gift]", "unknown order 'gift'", "gift"),
    (PLAY, "{by: fleet, title: Leave", "{by: navy, title: Leave", "unknown team 'navy'", "navy"),
    (PLAY, "moves: [buy]", "moves: [sell]", "unknown order 'sell'", "sell"),
    (PLAY, ", done: pier >= open", "", "a promise is either done or holds", "open_up"),
    (PLAY, "effects: [silt += 1]\n", "at: news\n", "unknown upkeep phase 'news'", "news\n"),
    (PLAY, "at: any", "at: once", "unknown time 'once' (known are end, any)", "once"),
    # Hypotheses.
    (BOARD, "control: tides", "control: tide", "unknown switch 'tide', did you mean 'tides'?", "tide\n"),
    (BOARD, "    control: tides\n", "", "'control' is missing (add it)", "silted"),
    (BOARD, "control: tides", "control: tides\n    also: [winds]", "unknown switch 'winds'", "winds"),
    (BOARD, "control: tides", "control: tides\n    also: [tides]", "'tides' is the control already", "tides]"),
    (BOARD, "agendas: [depth]", "agendas: [deep]", "unknown agenda 'deep'", "deep]"),
    (BOARD, "{dredge: \"0\"", "{storm: \"0\"", "unknown order 'storm'", "storm: \"0"),
    (BOARD, "{dredge: \"0\"", "{leave: \"0\"", "unknown order 'leave'", "leave: \"0"),
    (BOARD, "9 - silt", "3 - silt", "the weight can be -3 (cut it with max(0, ...))", "buy: \"3 -"),
    (BOARD, "preset: full", "preset: long", "unknown preset 'long'", "long"),
    (BOARD, "least: 80", "least: 0", "'least' is 0 (write a number from 1 to 100)", "0\n"),
    (BOARD, "ever: silt >= 4", "ever: slit >= 4", "unknown name 'slit'", "slit"),
    (BOARD, "given: pier != sold", "given: silt + 1", "'silt + 1' is a number", "silt + 1"),
    # Ids that are shared.
    (BOARD, "charted: {", "trade: {", "'trade' is in 'tracks' already (choose another id)", None),
    (CARDS, "  gift: {", "  buy: {", "'buy' is in 'moves' already", "buy: {"),
    (PLAY, "  leave: {", "  buy: {", "'buy' is in 'moves' already", "buy: {"),
    (PLAY, "  leave: {", "  gift: {", "'gift' is a card of 'Hands' already (choose another id)", "gift: {"),
    (BOARD, "coin: {title: Coin, income: 3}", "honour: {title: Coin, income: 3}", "'fleet.honour' would be a purse and a track", None),
    # Numbers.
    (BOARD, "language: 1", "language: 2", "the scenario is written in language 2 (this program", "2"),
    (BOARD, "  turns: 3", "  turns: 0", "'turns' is 0 (write a number from 1 to 99)", "0\n"),
    (BOARD, ", Autumn", "", "2 turns have a name, there are 3 (name each turn)", "[Spring"),
    (BOARD, "roll: talk\n", "roll: talk\n  calendar_inline: [spring]\n", "1 turns have a name, there are 3 (name each turn as", "[spring]"),
    (BOARD, "turns: 2, f", "turns: 4, f", "'turns' is 4 (write a number from 1 to 3)", "4, f"),
    (BOARD, "first_turn: 2", "first_turn: 3", "'first_turn' is 3 (write a number from 1 to 2)", "3, e"),
    (BOARD, "low: 0, high: 10", "low: 10, high: 10", "'high' is 10 (write a number from 11 to", "10, s"),
    (BOARD, "start: 5, of", "start: 11, of", "'start' is 11 (write a number from 0 to 10)", "11, of"),
    (BOARD, 'guess: [trade // 3, "6"]', "guess: [trade]", "a guess has two bounds", "[trade]"),
    (BOARD, "turns: 1, u", "turns: 4, u", "'turns' is 4 (write a number from 1 to 3)", "4, u"),
    (BOARD, "{closed: Closed, open: Open, sold: Sold}", "{closed: Closed}", "a ladder has two steps or more", None),
    (BOARD, "turns: 2, doctrine", "turns: 4, doctrine", "'turns' is 4 (write a number from 1 to 3)", "4, doc"),
    (BOARD, "{buy: \"4", "{dredge: \"4", "unknown order of fleet 'dredge'", "dredge"),
    (BOARD, 'buy: "4 if trade >= 5 else 2"', 'buy: "-1"', "the weight can be -1..-1 (weigh a promise", None),
    (BOARD, "income: 3, bank: 2", "income: 3, bank: 97", "'bank' is 97 (write a number from 0 to 96)", "97"),
    (BOARD, "purses: {coin: {title: Coin, income: 3}}", "purses: {}", "a team has a purse or more", "{}"),
    (PLAY, "cost: 1", "cost: 10", "'cost' is 10 (write a number from 0 to 9)", "10"),
    (PLAY, "done: pier", "due: 4, done: pier", "'due' is 4 (write a number from 1 to 3)", "4, d"),
    (CARDS, "news: {title: News}", "news: {title: News, start: 1}", "'start' is 1 (write a number from 0 to 0)", "1}"),
    (CARDS, "draw: 1, limit: 3", "draw: 4, limit: 3", "'draw' is 4 (write a number from 0 to 3)", "4,"),
    (CARDS, "        no: {says: Kept shut}\n", "", "there is nothing to choose (add options)", "yes:"),
    (BOARD, "sides: 6", "sides: 1", "'sides' is 1 (write a number from 2 to 100)", "1\n    b"),
    (BOARD, "good: {title: Good}", "good: {title: Good, upto: 9}", "the last band is open", "9}"),
    (BOARD, "bad: {title: Bad, upto: 6}", "bad: {title: Bad}", "the band 'bad' has no `upto`", "bad:"),
    (BOARD, "good: {title: Good}", "fair: {title: F, upto: 6}\n      good: {title: Good}", "'upto' is 6 (write more than 6)", "6}\n      good"),
    # The flow.
    (BOARD, "  reveal: {title: Reveal, does: reveal}\n", "", "there are no phases that do 'reveal'", "phases:"),
    (BOARD, "does: talk,", "does: orders,", "there are 2 phases that do 'orders' (write one)", "phases:"),
    (BOARD, "  end: {title: End, does: upkeep}\n", "", "no upkeep phase ends the turn", "phases:"),
    (PLAY, 'when: "true"', "when: turn > 1", "the last ending, 'quiet', does not always hold", "turn > 1"),
    (PLAY, "trade {trade}", "trade {treade}", "unknown placeholder 'treade', did you mean 'trade'?", '"Sold'),
    (PLAY, "trade {trade}", "trade {trade", "a brace stands alone (write {name}", '"Sold'),
    (PLAY, "trade {trade}", "trade trade}", "a brace stands alone", '"Sold'),
    (PLAY, "trade {trade}", "trade {treade|low|high}", "unknown placeholder 'treade'", '"Sold'),
    (PLAY, "pier {pier}", "pier {pier|shut|open}", "'pier' has 3 steps and 2 words (write one for each", '"Sold'),
    (PLAY, "trade {trade}", "trade {trade|low}", "'trade' has one word for everything (write one for", '"Sold'),
    (PLAY, "in {last.buy}", "in {last.buy|never|once}", "'last.buy' is a time and takes no words", '"Sold'),
    # What is rolled.
    (PLAY, "      bad: {says: Refused, effects: [fleet.honour -= 1]}\n", "", "no outcome for bad (write one for each band)", "good: {says: Sold"),
    (PLAY, "bad: {says: R", "worse: {says: R", "unknown band of 'talk' 'worse'", None),
    (PLAY, "    roll: talk\n", "", "nothing is rolled (name a `roll`, or drop `modifiers`)", "- {add"),
    (PLAY, "    modifiers:\n", "    modifiers:\n" + "      - {add: '0', why: a}\n" * 4, "5 modifiers, 'talk' allows 4", "- {add: '0'"),
    # Goals.
    (PLAY, "4 if trade >= 5 else 0", "5 if trade >= 5 else 0", "the score can be 0..5, the goal has 4", '"5 if trade'),
    (PLAY, "6 - silt", "5 - silt", "the score can be -1..5, the goal has 6 points", '"5 - s'),
    (PLAY, "points: 4, score: \"4 if t", "points: 5, score: \"4 if t", "worth 11 points (let them be 10 together)", "dug:"),
    (PLAY, 'leave: "-3"', 'leave: "-10"', "the weight can be -10..-10 (weigh a promise -9..9", None),
    (PLAY, 'dredge: "5 if silt > 2 else 1"', 'dredge: "-1"', "the weight can be -1..-1 (weigh a promise", None),
    # Secrets.
    (PLAY, "needs: pier < sold", "needs: pier < sold and silt > 1", "'silt' is not seen live by fleet: whether an order", "pier < sold and"),
    (PLAY, "needs: pier < sold", "needs: not charted", "'charted' is not seen live by fleet", "not charted"),
    (CARDS, "needs: pier == closed", "needs: silt == 1", "'silt' is not seen live by fleet: whether an", "silt == 1"),
    (BOARD, "[trade // 3,", "[silt // 3,", "'silt' is not seen live by fleet: a guess is shown to all", "silt // 3"),
    (BOARD, '    guess: [trade // 3, "6"]\n', "", "not everybody sees 'silt' live, and there is no", "[port]\n"),
    (BOARD, "seen: [port]\n", "seen: [port, fleet]\n", "'fleet' sees 'silt' live already", "{team: fleet"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "words", "at"),
    CASES,
    ids=[f"{case[2][:30]!r}" for case in CASES],
)
def test_fault(file: str, old: str, new: str, words: str, at: str | None) -> None:
    texts = changed(file, old, new)
    lines = found(texts)
    said = [line for line in lines if words in line]
    assert said, "\n".join(lines)
    assert said[0].split(": ")[0] == place(file, old, new, at), said[0]


def test_a_team_without_an_agenda() -> None:
    lines = found(changed(PLAY, "by: fleet\n    title: Lease", "by: port\n    title: Lease"))
    assert f"{BOARD}:37:3: 'fleet' has no agenda, others have (write one for each team)" in lines


def test_goals_alone_make_ten_points_too() -> None:
    start, end = TEXTS[PLAY].index("agendas:"), TEXTS[PLAY].index("moves:")
    lines = found({**TEXTS, PLAY: TEXTS[PLAY][:start] + TEXTS[PLAY][end:]})
    words = "the goals of 'port' are worth 4 points (let them be 10 together)"
    assert f"{BOARD}:31:3: {words}" in lines


def test_without_goals_nobody_is_scored() -> None:
    texts = changed(BOARD, "    agendas: [depth]\n", "")
    lines = found({**texts, PLAY: TEXTS[PLAY][TEXTS[PLAY].index("moves:") :]})
    assert [line for line in lines if "warning" not in line] == []


def test_a_team_is_dealt_one_agenda_by_a_hypothesis() -> None:
    texts = changed(BOARD, "agendas: [depth]", "agendas: [depth, width]")
    texts[PLAY] = texts[PLAY].replace("agendas:\n", f"agendas:\n{WIDTH}")
    words = "'port' is dealt 'depth' already (name one a team)"
    assert f"{BOARD}:66:22: {words}" in found(texts)


def test_no_ending() -> None:
    lines = found({**TEXTS, PLAY: TEXTS[PLAY][: TEXTS[PLAY].index("endings:")]})
    assert "scenario:1:1: there is no ending (add the section `endings`)" in lines


def test_phases_out_of_order() -> None:
    texts = changed(BOARD, "  reveal: {title: Reveal, does: reveal}\n", "")
    texts[BOARD] = texts[BOARD].replace(
        "  orders: {", "  reveal: {title: R, does: reveal}\n  orders: {"
    )
    assert found(texts) == [
        f"{BOARD}:10:1: the phases are out of order (write orders, reveal, adjudication)"
    ]


def test_an_argument_has_two_bands() -> None:
    lines = found(changed(BOARD, "      bad: {title: Bad, upto: 6}\n", ""))
    assert f"{BOARD}:28:7: an argument fails or succeeds (write two bands or more)" in lines
    lines = found(changed(BOARD, "bad: {title: Bad, upto: 6}\n      good: {title: Good}", "{}"))
    assert f"{BOARD}:28:7: a roll has a band or more (add bands)" in lines


def test_too_many_teams() -> None:
    team = "  t{}: {{title: T, says: s, brief: b, purses: {{coin: {{title: C, income: 1}}}}}}\n"
    many = "teams:\n" + "".join(team.format(number) for number in range(12))
    lines = found(changed(BOARD, "teams:\n", many))
    assert f"{BOARD}:30:1: there are 14 teams (write 1 to 12 teams)" in lines


def test_every_fault_is_said_at_once() -> None:
    texts = changed(BOARD, "high: 10", "hihg: 10")
    texts[PLAY] = texts[PLAY].replace("needs: silt > 0", "needs: slit > 0")
    texts[CARDS] = texts[CARDS].replace("{deck: news, t", "{deck: nwes, t")
    lines = found(texts)
    assert [line.split(": ")[0] for line in lines if "warning" not in line] == [
        f"{CARDS}:18:16",
        f"{BOARD}:44:3",
        f"{BOARD}:44:33",
        f"{PLAY}:27:12",
    ]


def test_a_ladder_that_is_not_seen() -> None:
    texts = changed(BOARD, "start: closed", "start: closed\n    seen: [port]")
    told = "'pier' is not seen live by fleet: whether an order"
    said = [line for line in found(texts) if told in line]
    assert [line.split(": ")[0] for line in said] == [f"{CARDS}:19:58", f"{PLAY}:35:12"]


def test_a_record_that_cannot_be_read_is_not_blamed_twice() -> None:
    lines = found(changed(BOARD, "start: 5, of: port", "start: x, of: nobody"))
    assert lines == [
        f"{BOARD}:44:50: 'x' stands here, 'start' is a whole number "
        "(write digits only, such as 0 or 12)"
    ]


def test_a_formula_over_several_lines_is_placed_at_its_start() -> None:
    lines = found(changed(PLAY, "needs: silt > 0", "needs:\n      silt > 0\n      and slit > 0"))
    assert lines[0].startswith(f"{PLAY}:28:7: unknown name 'slit'")


def test_a_quoted_formula_is_placed_inside_its_quotes() -> None:
    lines = found(changed(PLAY, "needs: silt > 0", "needs: 'silt > 0 and slit > 0'"))
    assert lines[0].startswith(f"{PLAY}:27:26: unknown name 'slit'")


def test_hostile_text_in_a_message_is_cleaned() -> None:
    lines = found(changed(BOARD, "high: 10", r'"h\e[31m\u202ei": 10'))
    assert any("unknown key 'h[31mi'" in line for line in lines)
    assert not any(chr(27) in line or chr(0x202E) in line for line in lines)


def test_long_lists_of_what_is_known_are_cut() -> None:
    moves = "".join(
        f"  m{number}: {{by: port, title: M, text: t, cost: 1}}\n" for number in range(20)
    )
    texts = changed(PLAY, "moves:\n", f"moves:\n{moves}")
    texts[PLAY] = texts[PLAY].replace("moves: [buy]", "moves: [zz]")
    assert any(line.endswith("m10, m11 ...)") for line in found(texts))


def test_a_preset_cannot_change_what_the_first_turn_fills() -> None:
    purse = next(f"{team}.{id}" for team, record in harbour().teams.items() for id in record.purses)
    lines = found(changed(BOARD, "effects: [trade += 1]}", f"effects: [{purse} += 1]}}"))
    assert any(f"a preset cannot change '{purse}'" in line for line in lines)
    assert any(
        "a preset cannot change 'draws.news'" in line
        for line in found(changed(BOARD, "effects: [trade += 1]}", "effects: [draws.news += 1]}"))
    )
