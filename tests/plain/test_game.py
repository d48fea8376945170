from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plain.conftest import Script
from wargame.kernel.notation import parse
from wargame.kernel.view import FACILITATOR
from wargame.plain.console import WIDTH
from wargame.plain.game import Game
from wargame.plain.looks import LOOKS
from wargame.plain.reading import VERBS
from wargame.plain.topics import TOPICS
from wargame.table.session import Session
from wargame.table.setup import HUMAN

Start = Callable[..., Session]


def play(session: Session, *lines: str, is_terminal: bool = False) -> Script:
    script = Script(*lines, is_terminal=is_terminal)
    Game(session, script.console).run()
    return script


def decided(session: Session) -> list[str]:
    return [str(decision) for _, decision in session.client("facilitator").history()]


def test_a_whole_game_is_played_from_typed_lines(start: Start) -> None:
    session = start()
    # Each turn: both take the keyboard, order something, seal. Card questions get an answer.
    turn = ("", "options", "order 1", "seal")
    script = play(session, *turn * 12)
    assert session.is_over
    assert "The game has ended: " in script.text
    for team in session.program.scenario.teams.values():
        assert f"Score of {team.title}: " in script.text
    assert "To look back: wargame replay game-1 --plain" in script.text


def test_the_end_of_the_lines_is_a_clean_end(start: Start) -> None:
    session = start()
    script = play(session, "")
    assert script.written[-3:] == [
        "There are no more lines.",
        "The game is saved; every decision is written as soon as it is made.",
        "To go on: wargame resume game-1 --plain",
    ]


def test_quit_says_how_to_go_on(start: Start) -> None:
    script = play(start(), "", "quit", "board")
    assert script.written[-1] == "To go on: wargame resume game-1 --plain"
    assert script.left == ["board"]


def test_nothing_of_the_next_seat_is_written_before_enter(start: Start) -> None:
    session = start()
    script = play(session, "", "hand", "seal", "hand", "board", "", "hand")
    second = session.program.teams[1]
    cards = session.client(second).view().team(second).hand
    assert cards
    at = max(i for i, line in enumerate(script.written) if line.startswith("[Pass to "))
    before = "\n".join(script.written[:at])
    after = "\n".join(script.written[at:])
    for card in cards:
        assert card.title not in before
        assert card.title in after


def test_on_a_terminal_the_screen_is_pushed_blank_around_a_hand_over(start: Start) -> None:
    script = play(start(), "", "seal", is_terminal=True)
    at = max(i for i, line in enumerate(script.written) if line.startswith("[Pass to "))
    assert script.written[at - 40 : at] == [""] * 40


def test_one_person_alone_is_not_asked_to_pass(start: Start) -> None:
    session = start(facilitator=HUMAN, seats={"averil": "random", "ossany": "random"})
    script = play(session, "board")
    assert "Pass to" not in script.text
    assert script.prompts == ["Facilitator", "Facilitator"]


def test_orders_can_be_given_by_number_with_a_boost_and_taken_back(start: Start) -> None:
    session = start()
    play(session, "")
    team = session.program.teams[0]
    first, second = (option.id for option in session.client(team).view().options[:2])
    script = play(session, "", "order 1 +1", "recall", "order 2", "order 1")
    assert decided(session)[-4:] == [
        f"order {team} {first} +1",
        f"recall {team}",
        f"order {team} {second}",
        f"order {team} {first}",
    ]
    assert f"Done: order {team} {first} +1" in script.written


def test_deals_are_offered_answered_and_withdrawn(start: Start) -> None:
    session = start()
    first, second = session.program.teams
    terms = session.client(first).view().terms
    give = next(term.id for term in terms if term.by == first)
    want = next(term.id for term in terms if term.by == second)
    script = play(
        session,
        "",
        f"offer {second} give {give} by 2 want {want} by 3",
        "withdraw 1",
        *("offer", second, "1", "", "", "offers"),
        "seal",
        "",
        "offers",
        "answer 2 yes",
        "offers",
    )
    made = decided(session)
    assert f"offer {first} {second} give {give} by 2 want {want} by 3" in made
    assert f"withdraw {first} 1" in made
    assert f"answer {second} 1 yes" in made
    assert "To answer: 'answer 2 yes' or 'answer 2 no'." in script.written
    assert "Offer 2, struck: " in script.text


def test_words_reach_those_they_are_for(start: Start) -> None:
    session = start()
    first, second = session.program.teams
    script = play(session, "", "say Good day", f"say to {second} A word", "note for me", "seal", "")
    told = [message.text for message in session.client(second).view().messages]
    assert told[-2:] == ["Good day", "A word"]
    assert f"{session.program.scenario.teams[first].title} to everybody: Good day" in script.text
    assert "for me" in [line.text for line in session.client(first).view().log]
    assert "for me" not in [line.text for line in session.client(second).view().log]


def test_the_log_is_searched_and_cut(start: Start) -> None:
    script = play(start(), "", "order 1", "log 1", "log DEALT", "log xyzzy")
    lines = [line for line in script.written if line.startswith("Record ")]
    assert " orders " in lines[0]
    assert lines[1:]
    assert all("dealt" in line for line in lines[1:])
    assert "Nothing in the log has 'xyzzy' in it." in script.written


def test_notes_carry_tags(start: Start) -> None:
    session = start()
    play(session, "", "note #lesson They #deal trust too soon")
    record = next(record for record in session.course.records if record.kind == "note")
    assert record.body == {"text": "They trust too soon", "tags": ["lesson", "deal"]}


def test_one_order_is_taken_back_and_the_others_stay(start: Start) -> None:
    session = start()
    script = play(session, "", "order 1", "order 2", "drop 1", "drop 5", "drop x")
    given = session.client("averil").view().team("averil").orders
    assert [order.id for order in given] == ["open_sluices"]
    assert script.text.count("there is no such order") == 2


def test_an_option_is_told_alone_with_its_odds(start: Start) -> None:
    script = play(start(), "", "options 2")
    told = script.text.split("[Averil]")[-2]
    assert told.strip().startswith("2. ")
    assert "3. " not in told
    assert "percent" in told


def test_orders_are_compared_one_a_line(start: Start) -> None:
    told = play(start(), "", "compare").text
    assert "cost 1: " in told
    assert "percent" in told


def test_the_dossier_holds_revealed_orders_and_no_others(start: Start) -> None:
    session = start(seats={"averil": HUMAN, "ossany": "doctrine"})
    assert "None of its orders is known yet." in play(session, "dossier").text
    play(session, "seal")
    revealed = {change.title for change in session.client("averil").view().changes}
    told = play(session, "dossier ossany").text
    line = next(line for line in told.splitlines() if line.startswith("Turn 1: "))
    assert line.removeprefix("Turn 1: ").split(";")[0].split(" +")[0].rstrip(".") in revealed
    assert "no other team 'oss'" in play(session, "dossier oss").text


def test_relations_and_the_front_page_are_told(start: Start) -> None:
    session = start(seats={"averil": HUMAN, "ossany": "doctrine"})
    told = play(session, "relations", "paper").text
    assert "Averil and Ossany. The gates: " in told
    assert "The press calls it: " in told
    assert "No turn has ended yet" in told
    play(session, "seal")
    told = play(session, "paper").text
    assert "The Two Banks, after turn 1." in told


def test_an_outcome_tells_the_total_with_what_was_added(start: Start) -> None:
    session = start(seats={"averil": HUMAN, "ossany": "doctrine"})
    told = play(session, "order open_sluices", "seal", "why").text
    outcomes = [change for change in session.client("averil").view().changes if change.faces]
    totals = [change.total for change in outcomes if change.total != sum(change.faces)]
    assert totals
    for total in totals:
        assert f"The dice and what was added: {total} in all." in told


def test_the_phases_are_told_with_the_one_it_is(start: Start) -> None:
    script = play(start(), "", "phase")
    assert any(line.startswith("Now: Phase 3, ") for line in script.written)


def test_the_facilitator_rules_injects_overrules_and_takes_back(start: Start) -> None:
    session = start(facilitator=HUMAN, dice="typed")
    script = Script()
    game = Game(session, script.console)
    script.left = ["", "rule lake += 1 because the rain came", "history", "undo preview", "undo"]
    game.run()
    assert "Record " in script.text
    assert 'Would take back: rule [lake += 1] because "the rain came"' in script.written
    assert 'Taken back: rule [lake += 1] because "the rain came"' in script.written
    assert not any(line.startswith("rule ") for line in decided(session))
    again = Script("", "redo", "injects", "inject 1 because I say so", "bookmark here", "health")
    Game(session, again.console).run()
    assert any(line.startswith("rule ") for line in decided(session))


def test_a_facilitator_can_play_a_whole_turn_with_typed_dice(start: Start) -> None:
    session = start(facilitator=HUMAN, dice="typed")
    script = Script()
    game = Game(session, script.console)
    for _ in range(200):
        if session.client(FACILITATOR).view().turn > 1:
            break
        seats = session.autopilot().waiting_for()
        node = session.client(FACILITATOR).view().node
        if seats and seats[0] != FACILITATOR:
            lines = ["", "choose 1"] if node == "choice" else ["", "order 1", "seal"]
        elif node == "dice":
            lines = ["", "roll 6"] if "roll 6" not in decided(session) else ["", "roll engine"]
        elif node == "ruling":
            lines = ["", "overrule 1 because it rained", "accept"]
        else:
            lines = ["", "advance"]
        script.left = lines
        game.run()
    made = decided(session)
    assert "roll 6" in made
    assert made.count("roll 6") < sum(line.startswith("roll ") for line in made)
    assert any(line.startswith("overrule ") for line in made)
    assert session.client(FACILITATOR).view().turn == 2


@pytest.mark.parametrize("word", LOOKS)
def test_looking_changes_nothing(word: str, start: Start) -> None:
    session = start()
    play(session, "")
    before = decided(session)
    script = play(session, "", word, f"{word} 1", f"{word} xyzzy", "quit")
    assert decided(session) == before
    assert "Traceback" not in script.text


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_help(topic: str, start: Start) -> None:
    script = play(start(), "", f"help {topic}")
    assert TOPICS[topic][0] in " ".join(script.written)


def test_every_command_is_in_the_help(start: Start) -> None:
    script = play(start(), "", "help")
    told = script.text
    of_chance = {"deal", "draw"}
    for word in (*LOOKS, *VERBS, "say", "note", "seat", "save", "undo", "redo"):
        assert word in told or word in of_chance, word


def test_an_unknown_command_is_told_with_the_nearest(start: Start) -> None:
    script = play(start(), "", "optons")
    assert "'optons' is no command, did you mean 'options'?" in script.written


def test_what_the_rules_refuse_is_told_and_the_game_goes_on(start: Start) -> None:
    session = start()
    script = play(session, "", "advance", "accept", "roll 3", "answer 4 yes", "order 1")
    assert sum(line.startswith("Not done (") for line in script.written) == 4
    assert decided(session)[-1].startswith("order ")


def test_a_seat_decides_for_no_other(start: Start) -> None:
    session = start()
    second = session.program.teams[1]
    before = len(decided(session))
    play(session, "", f"seal {second}", f"seat {FACILITATOR}", "undo", "history")
    assert [line for line in decided(session) if line == f"seal {second}"] == []
    assert len(decided(session)) >= before


def test_lines_are_short_and_without_control_characters(start: Start) -> None:
    script = play(start(), "", *LOOKS, "odds 1", "seal", "", *LOOKS)
    for line in script.written:
        assert len(line) <= WIDTH
        assert line.isprintable()


def test_hostile_words_come_out_as_plain_text(start: Start) -> None:
    session = start()
    play(session, "", "say \x1b]0;x\x07[@click=app.quit]x[/]\u202e", "seal", "")
    text = session.client(session.program.teams[1]).view().messages[-1].text
    assert text == "]0;x[@click=app.quit]x[/]"


WORDS = st.sampled_from([*LOOKS, *VERBS, "undo", "redo", "history", "seat", "say", "note", "1", ""])
LINES = st.lists(
    st.one_of(st.text(max_size=30), st.builds("{} {}".format, WORDS, st.text(max_size=20))),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES)
def test_garbage_never_crashes_and_changes_only_by_decisions(
    lines: list[str], start: Start
) -> None:
    session = start()
    play(session, "")
    before = decided(session)
    script = play(session, "", *lines)
    done = [line.removeprefix("Done: ") for line in script.written if line.startswith("Done: ")]
    after = decided(session)
    assert after[: len(before)] == before
    if not done:
        assert after == before
    assert all(str(parse(line)) == line for line in after)
