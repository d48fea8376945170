"""Words: formulas and decisions as people read them."""

from __future__ import annotations

import re

import pytest

from tests.kernel.games import FAIR, SHIPPED, position, positions, program_of
from wargame.errors import FormulaError
from wargame.kernel import words
from wargame.kernel.notation import parse
from wargame.scenario.model import Formula
from wargame.scenario.uses import CONDITION, DEAL_EFFECT, EFFECT, VALUE, uses

PROGRAM = program_of(FAIR)
LEFT, RIGHT = "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"
MINUS, TIMES = "\N{MINUS SIGN}", "\N{MULTIPLICATION SIGN}"
IDS = (FAIR, *SHIPPED)


@pytest.mark.parametrize("id", IDS)
def test_every_formula_of_a_scenario_can_be_said(id: str) -> None:
    program = program_of(id)
    for use in uses(program.scenario):
        if use.role in (EFFECT, DEAL_EFFECT):
            said = words.effect(program, use.formula)
        else:
            assert use.role in (CONDITION, VALUE)
            said = " ".join(part for _, part in words.conditions(program, use.formula))
        assert said
        assert "_" not in said, use.formula


@pytest.mark.parametrize("id", IDS)
def test_every_decision_has_its_line(id: str) -> None:
    program = program_of(id)
    for _, made, _ in positions(id, 8 if id == FAIR else 2):
        line = words.decision(program, made)
        assert line
        assert "\n" not in line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("deal mill mill_owner", "The mill is dealt the agenda Own the mill"),
        ("draw frost", "Drawn: Frost"),
        ("draw pie mill", "The mill is dealt A pie"),
        ("roll 3 4", "Dice: 3 4 = 7"),
        ("choose guild buy", "The guild chooses: buy"),
        ("order mill grind +1", "The mill orders Grind, +1 on the roll"),
        ("order mill pie", "The mill orders A pie"),
        ('argue mill "Bread" for "a" "b"', "The mill argues: Bread. For: a; b"),
        ('argue mill "Bread"', "The mill argues: Bread"),
        ("seal mill", "The mill seals its orders"),
        ("recall mill", "The mill takes its orders back"),
        (
            "offer mill guild give no_raise by 2 want petitioned by 3",
            "The mill offers The guild Bread stays cheap by turn 2 for A petition by turn 3",
        ),
        (
            "offer mill guild give no_raise by 2",
            "The mill offers The guild Bread stays cheap by turn 2",
        ),
        (
            "offer mill guild want petitioned by 2",
            "The mill offers The guild a deal for A petition by turn 2",
        ),
        ("answer guild 2 yes", "The guild accepts offer 2"),
        ("answer guild 2 no", "The guild declines offer 2"),
        ("withdraw mill 2", "The mill withdraws offer 2"),
        ("accept", "The outcome stands"),
        ('overrule clean because "So."', "Overruled: clean. So."),
        ('overrule [] because "So."', "Overruled: nothing happens. So."),
        ('weigh -1 success [] failure [] because "So."', "The argument weighs -1. So."),
        (
            'rule [bread += 1, charter = sealed, bribed = true, last_turn = 3] because "So."',
            "Ruling: Bread +1; The charter: Under seal; Reeve bribed: yes; the last turn: 3. So.",
        ),
        ('inject comet because "So."', "Inject: A comet. So."),
        ('inject "A leak" [] because "So."', "Inject: A leak. So."),
        ("advance", "The phase ends"),
    ],
)
def test_a_decision_in_words(text: str, line: str) -> None:
    assert words.decision(PROGRAM, parse(text)) == line


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bread += 2", "Bread +2"),
        ("bread -= 2", f"Bread {MINUS}2"),
        ("bread += -2", f"Bread {MINUS}2"),
        ("bread -= -2", "Bread +2"),
        ("mill.coin = 0", "The mill: Coin: 0"),
        ("abbey.standing += 1", "The abbey: Standing +1"),
        ("actor.standing -= 1", f"Standing of the promiser {MINUS}1"),
        ("other.standing += 1", "Standing of the other side +1"),
        ("draws.news += 1", "1 cards from News"),
        ("bread += 1 if bribed else 0", "Bread +1 if Reeve bribed"),
        ("charter = sealed if bribed else charter", "The charter: Under seal if Reeve bribed"),
        ("not an effect", "not an effect"),
    ],
)
def test_an_effect_in_words(text: str, said: str) -> None:
    assert words.effect(PROGRAM, Formula(text)) == said


def test_an_amount_is_worked_out_for_those_who_know_the_board() -> None:
    s = position(FAIR, "orders")
    formula = Formula("debt += bread // 5 + 1 % 2")
    assert words.effect(PROGRAM, formula).startswith("Debt of the mill +(")
    amount = PROGRAM.value("bread // 5 + 1 % 2", s)
    assert words.effect(PROGRAM, formula, s).startswith(f"Debt of the mill +{amount}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bread >= 3 and not bribed", ["Bread at least 3", "not Reeve bribed"]),
        ("charter == sealed", ["The charter is Under seal"]),
        ("sealed < charter", ["Under seal below The charter"]),
        ("charter.sealed or plot != sworn", ["The charter is Under seal or The plot is not Sworn"]),
        ("1 <= turn < last_turn", ["1 at most turn below the last turn"]),
        ("times.grind == 0", [f"{LEFT}Grind{RIGHT} has not been carried out"]),
        ("times.grind > 0", [f"{LEFT}Grind{RIGHT} has been carried out"]),
        ("played.frost", [f"{LEFT}Frost{RIGHT} has happened"]),
        ("last.grind > 1", [f"last turn of {LEFT}Grind{RIGHT} above 1"]),
        ("switch.damp", ["The damp is in play"]),
        ("mill.kept > abbey.broken", ["The mill: promises kept above The abbey: promises broken"]),
        (
            "max(0, -bread) < count(bribed, true)",
            [f"the most of (0, {MINUS}Bread) below how many of (Reeve bribed, yes)"],
        ),
        (
            "(bread - 1) * 2 > 3 if inspected else false",
            [f"(Bread {MINUS} 1) {TIMES} 2 above 3 if Beams inspected, else no"],
        ),
    ],
)
def test_a_condition_in_words(text: str, said: list[str]) -> None:
    assert [words for _, words in words.conditions(PROGRAM, Formula(text))] == said


def test_what_is_no_formula_cannot_be_said() -> None:
    with pytest.raises(FormulaError, match="cannot say"):
        words.conditions(PROGRAM, Formula("[bread]"))


def test_what_comes_to_nothing_as_things_stand_is_not_said() -> None:
    seen = 0
    for id in IDS:
        program = program_of(id)
        orders = (*program.scenario.moves.values(), *program.scenario.cards.values())
        for state, _, _ in positions(id, 1)[::25]:
            for order in orders:
                said = words.effects(program, order.effects, state)
                seen += len(order.effects) - len(said)
                assert not any(re.search(r"[+\u2212]0(?!\d)", one) for one in said), order.title
    assert seen
