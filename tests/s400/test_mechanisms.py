"""Each mechanism of the source, played: its test fails in a scenario without what cites it.

A test's name begins with the id of the statement it holds. The last test builds the scenario again
without everything that cites a statement and sees the statement's test fail there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.s400.table import Table
from tests.s400.without import without
from wargame.errors import WargameError
from wargame.kernel.program import Program, build
from wargame.scenario.load import load_scenario

NO_BOND = (
    "trust = 10, vulnerability = 0, pledge = 3, "
    "deterrence_supply = 0, umbrella_supply = 0, parity_supply = 0"
)
"""The extreme in which none of the four benefits holds Ankara."""

NO_NEED = "seas_need = 0, legitimacy_need = 0, missions_need = 0"
"""What leaves the allies nothing but geography to need from Turkey."""

DELIVERED = "s400 = delivered, waiting = 2"


def after(
    program: Program, board: str, *orders: str, turn: int = 1, off: tuple[str, ...] = ()
) -> Table:
    """Returns the table at the end of a turn that began with such a board."""
    return Table(program, turn=turn, off=off).set(board).turn(*orders)


def test_s1_4_each_punishment_lowers_what_the_chip_can_buy(program: Program) -> None:
    board = f"{DELIVERED}, ceiling = 8, leverage = 8, resolve = 5"
    quiet, punished = after(program, board), after(program, board, "impose_caatsa")
    assert quiet["ceiling"] == 8
    assert punished["ceiling"] < 8
    assert punished["leverage"] <= punished["ceiling"]


def test_s2_3_congress_hardens_after_delivery_until_sanctions_come(program: Program) -> None:
    assert after(program, "s400 = shipped, resolve = 4")["resolve"] == 4
    assert after(program, f"{DELIVERED}, resolve = 4")["resolve"] > 4
    forced = after(program, f"{DELIVERED}, resolve = 9", "force_caatsa")
    assert forced.holds("caatsa == imposed")


def test_s2_6_calling_it_a_done_deal_pays_now_and_makes_backing_down_dear(
    program: Program,
) -> None:
    table = Table(program).set("commitment = 0, approval = 4, s400 = shipped")
    silent = table.state
    assert table.turn("declare_done_deal")["approval"] > 4
    assert table["commitment"] == 1
    table.state = silent
    easy = table.turn("delay_delivery")["approval"]
    table.state = silent
    hard = table.set("commitment = 2").turn("delay_delivery")["approval"]
    assert hard <= easy - 2


def test_a1_1_dependence_binds_whatever_the_policies(program: Program) -> None:
    quarrel = after(program, "cohesion = 0, resolve = 10, reported = 10, anti_western = 10")
    assert quarrel["living_ankara"] == 4
    assert quarrel["barren_ankara"] == 0
    harmony = after(program, f"cohesion = 10, resolve = 0, reported = 0, {NO_BOND}")
    assert harmony["living_ankara"] == 0
    assert harmony["barren_ankara"] == 1


def test_a1_2_tension_is_bargaining_while_dependence_lasts(program: Program) -> None:
    assert after(program, "real = 6", turn=2)["real"] < 6
    assert after(program, f"real = 6, {NO_NEED}", turn=2)["real"] >= 6
    assert after(program, "leverage = 4", "delay_delivery")["leverage"] > 4


def test_a1_3_a_break_is_an_extreme_that_must_come_about_first(program: Program) -> None:
    table = Table(program)
    assert not table.can("give_notice")
    assert not table.set("barren_ankara = 1, cohesion = 0, real = 10").can("give_notice")
    assert table.set("barren_ankara = 2").can("give_notice")
    assert table.turn("give_notice").holds("notice")


def test_a2_1_benefit_is_dead_without_need_or_with_a_better_alternative(program: Program) -> None:
    assert after(program, "trust = 5")["living_ankara"] == 4
    assert after(program, "umbrella_need = 0")["living_ankara"] == 3
    offered = "trust = 10, vulnerability = 3, pledge = 3, deterrence_supply"
    assert after(program, f"{offered} = 3")["living_ankara"] == 4
    assert after(program, f"{offered} = 2")["living_ankara"] == 3


def test_a2_2_a_major_divergence_does_not_open_the_way_out(program: Program) -> None:
    board = (
        "caatsa = imposed, f35 = removed, east_med = enacted, bases = closed, resolve = 10, "
        "cohesion = 0, reported = 10, real = 10, anti_western = 10, economy = 0"
    )
    table = after(program, board)
    table.next_turn().turn()
    table.next_turn().turn()
    assert table["barren_ankara"] == 0
    assert not table.next_turn().can("give_notice")
    bare = after(program, f"cohesion = 10, {NO_BOND}")
    assert bare["barren_ankara"] == 1


def test_a2_4_what_is_reported_runs_ahead_of_what_is(program: Program) -> None:
    table = Table(program).set("reported = 4, real = 2").inject("headline_divorce")
    assert (table["reported"], table["real"]) == (5, 2)
    assert table.seen_by("ankara", "reported") == 5
    assert table.seen_by("ankara", "real") is None
    loud = after(program, "reported = 5, real = 2", "amplify_quarrel")
    assert loud["reported"] > 5
    assert loud["real"] <= 2


def test_a2_5_clear_criteria_bring_reports_closer(program: Program) -> None:
    vague = after(program, "reported = 10, real = 1, criteria = 0")["reported"]
    clear = after(program, "reported = 10, real = 1, criteria = 3")["reported"]
    assert clear < vague
    assert after(program, "criteria = 1, cohesion = 5", "set_criteria")["criteria"] == 2


def test_a3_1_ankara_lives_on_deterrence_that_allies_can_give(program: Program) -> None:
    table = Table(program).set("assurance = 4, trust = 5").inject("airspace_again")
    assert table["assurance"] == 5
    board = "assurance = 8, deterrence_supply = 1"
    calm = after(program, board, "reassure")
    assert calm["deterrence_supply"] > 1
    assert calm["assurance"] < after(program, board)["assurance"]


def test_a3_3_membership_strengthens_the_hand_with_moscow(program: Program) -> None:
    table = Table(program).set("weight_supply = 3, deterrence_supply = 3, vulnerability = 5")
    pressed, asked = table.net("press_idlib"), table.net("ask_concession")
    table.set("weight_supply = 0, deterrence_supply = 0")
    assert table.net("press_idlib") > pressed
    assert table.net("ask_concession") > asked


def test_a3_4_deterrence_is_worth_no_less_than_a_battery(program: Program) -> None:
    board = "s400 = active, vulnerability = 0, pledge = 0"
    battery = after(program, f"{board}, deterrence_supply = 3")
    assert battery["deterrence_other"] == 2
    assert battery["living_ankara"] == 4
    assert after(program, f"{board}, deterrence_supply = 1")["living_ankara"] == 3
    table = Table(program).set("deterrence_supply = 3")
    with_allies = table.net("withhold_protection")
    assert table.set("deterrence_supply = 0").net("withhold_protection") > with_allies


def test_a3_5_the_alliance_keeps_the_peace_in_the_aegean(program: Program) -> None:
    table = Table(program).set("parity_supply = 3")
    kept = table.net("deconflict_aegean")
    assert table.set("parity_supply = 0").net("deconflict_aegean") < kept
    clash = after(program, "aegean = 5, real = 2", turn=3)
    assert clash.holds("aegean_clash")
    assert clash["real"] > 2


def test_a3_7_nuclear_neighbours_keep_the_umbrella_needed(program: Program) -> None:
    table = Table(program).set("umbrella_need = 1").inject("enrichment")
    assert table["umbrella_need"] == 2
    board = "caatsa = imposed, umbrella_supply = 3"
    assert after(program, board, "restrict_bases")["umbrella_supply"] < 3


def test_a4_1_losing_turkey_sets_the_allies_back(program: Program) -> None:
    board = "real = 3, assistance_cost = 2, assurance = 4"
    whole, lost = after(program, board, turn=2), after(program, f"{board}, {NO_NEED}", turn=2)
    assert lost["real"] > whole["real"]
    assert lost["assistance_cost"] > whole["assistance_cost"]
    gone = after(program, "notice = true, cohesion = 9")
    assert gone["cohesion"] <= 7
    assert gone["seas_supply"] == 0


def test_a4_2_a_turkey_beside_russia_at_sea_costs_the_allies_a_benefit(program: Program) -> None:
    board = "seas_supply = 3, seas_other = 2, anti_western = 3"
    apart = after(program, f"{board}, trust = 4, russian_share = 1")
    assert (apart["seas_supply"], apart["living_nato"]) == (3, 4)
    table = after(program, f"{board}, trust = 10, russian_share = 4")
    assert table["seas_supply"] == 2
    table.next_turn().turn()
    assert table["living_nato"] < 4


def test_a4_3_no_other_ally_can_replace_the_geography(program: Program) -> None:
    names = set(program.scenario.tracks)
    assert {"geography_supply", "seas_other", "legitimacy_other"} <= names
    assert "geography_other" not in names
    closed = after(program, "caatsa = imposed, geography_supply = 3, real = 2", "restrict_bases")
    assert closed["geography_supply"] < 3
    assert closed["real"] > 2


def test_a4_4_turkey_lends_missions_their_standing(program: Program) -> None:
    board = "staffing = 4, cohesion = 5, ankara_missions"
    with_turkey = after(program, f"{board} = 2", turn=3)["staffing"]
    assert after(program, f"{board} = 0", turn=3)["staffing"] < with_turkey
    asked = after(program, "ankara_missions = 1, legitimacy_supply = 1, aegean = 0", "ask_missions")
    assert asked["legitimacy_supply"] == 2


def test_b2_2_a_second_supplier_improves_the_terms(program: Program) -> None:
    table = Table(program).set("suppliers = 1")
    alone = [table.net("offer_su35"), table.net("retake_measures"), table.net("ask_concession")]
    table.set("suppliers = 3")
    assert table.net("offer_su35") < alone[0]
    assert table.net("retake_measures") < alone[1]
    assert table.net("ask_concession") < alone[2]


def test_b2_3_western_suppliers_hold_strings_too(program: Program) -> None:
    held = after(program, "resolve = 7, suppliers = 2, firms = 4", "hold_licences")
    assert held["suppliers"] == 1
    assert held["firms"] == 3
    table = Table(program).set("autonomy = 5, suppliers = 1, cohesion = 5, firms = 2, economy = 8")
    assert table.turn("court_suppliers", faces=(4, 4))["suppliers"] == 2
    assert table["autonomy"] == 4


def test_b3_2_insurance_is_valued_and_never_played_out(program: Program) -> None:
    table = Table(program).set(f"{DELIVERED}, insurance = 0")
    free = table.net("store_system")
    assert table.set("insurance = 3").net("store_system") < free
    board = f"{DELIVERED}, trust = 6, approval = 7, challengers = 6, insurance"
    assert (
        after(program, f"{board} = 3", turn=2)["challengers"]
        < after(program, f"{board} = 0", turn=2)["challengers"]
    )
    assert after(program, "trust = 0, insurance = 3, s400 = active")["insurance"] == 2


def test_b3_3_confrontation_pays_approval_for_a_while(program: Program) -> None:
    board = "approval = 3, challengers = 5, rally = 0"
    spoken = after(program, board, "address_nation", turn=2)
    silent = after(program, board, turn=2)
    off = after(program, board, "address_nation", turn=2, off=("rally",))
    assert spoken["approval"] > silent["approval"]
    assert spoken["rally"] > 0
    assert off["approval"] == silent["approval"]


def test_b3_4_blame_excuses_hard_times(program: Program) -> None:
    board = "economy = 2, caatsa = imposed, approval = 4"
    blamed, silent = after(program, board, "blame_abroad"), after(program, board)
    assert silent["approval"] < 4
    assert blamed["approval"] > silent["approval"]


def test_b3_5_nationalism_makes_sovereignty_speak_louder(program: Program) -> None:
    table = Table(program).set("nationalism = 1, approval = 2")
    calm = table.net("take_delivery")
    assert table.set("nationalism = 5").net("take_delivery") > calm
    heated = after(program, "nationalism = 5, approval = 2", "address_nation")["approval"]
    assert heated > after(program, "nationalism = 1, approval = 2", "address_nation")["approval"]


def test_b3_6_the_purchase_itself_unites(program: Program) -> None:
    table = after(program, "s400 = shipped, approval = 4, rally = 0", "take_delivery")
    assert table["approval"] > 4
    assert table["rally"] == 0


def test_c2_1_trust_with_moscow_has_to_be_paid_for_again(program: Program) -> None:
    assert after(program, "trust = 9")["trust"] == 8
    assert after(program, "trust = 5")["trust"] == 5
    broken = after(program, "trust = 2, pledge = 3")
    assert broken["pledge"] == 2


def test_c2_3_what_moscow_took_back_returns_only_in_part(program: Program) -> None:
    table = after(program, "eased = 2, eased_cap = 2, economy = 5", "retake_measures")
    assert table["eased"] == 1
    table.next_turn()
    assert not table.can("lift_measures")
    assert after(program, "eased = 0, eased_cap = 2", "lift_measures")["eased"] == 1


def test_c2_5_ankara_does_not_get_the_most_from_moscow(program: Program) -> None:
    assert after(program, "eased = 0, economy = 7", turn=2)["economy"] < 7
    assert after(program, "eased = 2, economy = 7", turn=2)["economy"] == 7


def test_c3_1_receiving_is_not_controlling(program: Program) -> None:
    board = f"{DELIVERED}, vulnerability = 2"
    assert after(program, board)["vulnerability"] > 2
    assert after(program, board, off=("producer",))["vulnerability"] == 2
    held = after(program, f"{board}, autonomy = 8", "withhold_protection")
    assert held["autonomy"] < 8
    assert held.holds("hand_used")


def test_c3_2_exposure_in_use_is_leverage_for_moscow(program: Program) -> None:
    table = Table(program).set("vulnerability = 4")
    little = table.net("ask_concession")
    assert table.set("vulnerability = 8").net("ask_concession") > little
    switched_on = "s400 = active, autonomy = 9, vulnerability = 6"
    assert after(program, switched_on)["autonomy"] < 9


def test_c3_3_a_sophisticated_system_keeps_its_producer_in_the_loop(program: Program) -> None:
    board = "s400 = shipped, vulnerability = 2"
    taken = after(program, board, "take_delivery")["vulnerability"]
    assert taken > 2
    assert after(program, board, "take_delivery", off=("producer",))["vulnerability"] == 2
    told = after(program, "s400 = stored, vulnerability = 2", "promise_technology")
    assert told["vulnerability"] > 2


def test_c4_1_ankara_reads_its_exposure_late_unless_it_looks(program: Program) -> None:
    table = after(program, "s400 = stored, vulnerability = 8, autonomy = 5")
    assert table.seen_by("moscow", "vulnerability") == table["vulnerability"]
    assert table.seen_by("ankara", "vulnerability") != table["vulnerability"]
    table.next_turn().turn("audit_system")
    assert table.seen_by("ankara", "vulnerability") == table["vulnerability"]
    assert table["autonomy"] == 4


def test_c4_4_exposure_and_hostile_acts_make_assurances_needed(program: Program) -> None:
    assert after(program, "vulnerability = 2, assurance = 4")["assurance"] == 4
    assert after(program, "vulnerability = 6, assurance = 4")["assurance"] == 5
    board = f"{DELIVERED}, vulnerability = 2, assurance = 4"
    assert after(program, board, "withhold_protection")["assurance"] > 5


def test_c4_5_the_system_makes_assistance_dearer(program: Program) -> None:
    table = after(program, "s400 = delivered, waiting = 0, assistance_cost = 2")
    assert table.holds("s400 == active")
    assert table["assistance_cost"] > 2
    bare, beside = "s400 = contracted, deterrence_supply = 1", f"{DELIVERED}, deterrence_supply = 1"
    cheap = after(program, f"{bare}, assistance_cost = 0", "rotate_patriots")["assistance_cost"]
    dear = after(program, f"{beside}, assistance_cost = 0", "rotate_patriots")["assistance_cost"]
    assert dear > cheap


def test_d1_4_the_chip_opens_files_and_its_prospects_are_limited(program: Program) -> None:
    table = Table(program).set("leverage = 7")
    worth = table.net("press_files")
    assert table.set("leverage = 2").net("press_files") < worth
    table = after(program, "file_ypg = 0, leverage = 6, ceiling = 7", "press_files")
    for _ in range(2):
        table.next_turn().turn("press_files")
    assert table["file_ypg"] == 1, "pressing opens a file; only Washington concedes it"
    assert not table.next_turn().can("press_files")
    spent = after(program, "s400 = active, leverage = 6, ceiling = 8", turn=2)
    assert spent["leverage"] < 6


def test_d2_2_apparent_fragility_unlocks_harsher_measures(program: Program) -> None:
    table = Table(program).set("economy = 8")
    assert not table.can("raise_tariffs")
    weak = table.set("economy = 5").net("raise_tariffs")
    assert table.can("raise_tariffs")
    assert table.set("economy = 3").net("raise_tariffs") > weak


def test_d4_1_sanctions_put_a_fragile_economy_at_risk(program: Program) -> None:
    board = f"{DELIVERED}, economy = 8"
    table = after(program, board, "impose_caatsa", turn=2)
    hit = table["economy"]
    assert hit <= 6
    assert table.next_turn().turn()["economy"] < hit


def test_d4_2_removal_costs_the_aircraft_until_the_system_is_stored(program: Program) -> None:
    table = after(program, f"{DELIVERED}, deterrence_supply = 3, suppliers = 2", "remove_f35")
    assert table.holds("f35 == removed")
    assert table["deterrence_supply"] == 2
    assert not table.next_turn().can("readmit_f35")
    assert table.set("s400 = stored").can("readmit_f35")


def test_d4_3_removal_hurts_the_firms_two_turns_later(program: Program) -> None:
    table = after(program, f"{DELIVERED}, firms = 5", "remove_f35")
    assert table["firms"] == 5
    table.next_turn().turn()
    assert table["firms"] == 5
    assert table.next_turn().turn()["firms"] == 3


def test_d4_5_the_act_tilts_the_balance_with_greece(program: Program) -> None:
    board = "east_med = floor, parity_supply = 2, aegean = 1"
    table = Table(program).set(board)
    before = table.net("deconflict_aegean")
    table.turn("enact_east_med")
    assert table["parity_supply"] == 1
    assert table["aegean"] == 2
    assert table.net("deconflict_aegean") < before


def test_d4_6_a_measure_without_precedent_shocks_more_than_a_known_one(program: Program) -> None:
    board = f"{DELIVERED}, economy = 5, assurance = 4, vulnerability = 0, reported = 3"
    known = after(program, board, "raise_tariffs", off=("producer",))
    new = after(program, board, "remove_f35", off=("producer",))
    assert known["assurance"] == 4
    assert new["assurance"] == 5
    assert new["reported"] > known["reported"]


def test_e2_2_shut_off_from_the_west_turkey_buys_more_russian_arms(program: Program) -> None:
    board = f"{DELIVERED}, russian_share = 1, f35"
    assert after(program, f"{board} = removed, suppliers = 0", turn=2)["russian_share"] == 2
    assert after(program, f"{board} = removed, suppliers = 3", turn=2)["russian_share"] == 1
    assert after(program, f"{board} = partner, suppliers = 0", turn=2)["russian_share"] == 1
    other = after(program, f"{board} = removed, suppliers = 0", turn=2, off=("path",))
    assert other["russian_share"] == 1


def test_e3_1_sanctions_hurt_and_hand_ankara_a_scapegoat(program: Program) -> None:
    board = "caatsa = imposed, economy = 6, approval = 4"
    assert after(program, board, turn=3)["economy"] < 6
    weak = "caatsa = imposed, economy = 3, approval = 4, rally = 0"
    blamed = after(program, weak, "blame_abroad", turn=2)["approval"]
    off = after(program, weak, "blame_abroad", turn=2, off=("scapegoat",))["approval"]
    assert blamed > 4 > off


def test_e3_2_anti_western_sentiment_does_not_come_back_down(program: Program) -> None:
    table = after(program, "anti_western = 8, tariffs = true, nationalism = 1", "lift_tariffs")
    assert table["anti_western"] == 8
    assert after(program, "anti_western = 8", off=("ratchet",))["anti_western"] == 7
    blamed = after(program, "economy = 4, tariffs = true, anti_western = 3", "blame_abroad")
    assert blamed["anti_western"] == 4


def test_e3_3_public_opposition_limits_cooperation_of_shared_interest(program: Program) -> None:
    board = "ankara_missions = 2, seas_supply = 3, trust = 4, assurance = 8, anti_western"
    calm = after(program, f"{board} = 4", turn=2)
    hostile = after(program, f"{board} = 9", turn=2)
    assert calm["ankara_missions"] == 2
    assert hostile["ankara_missions"] == 1
    assert after(program, f"{board} = 9", turn=3)["seas_supply"] == 2
    assert calm.can("reassure")
    assert not hostile.can("reassure")


CHECKS: dict[str, Callable[[Program], None]] = {
    "{}.{}".format(*match.groups()).upper(): check
    for name, check in list(globals().items())
    if (match := re.match(r"test_([a-z][0-9])_([0-9])_", name))
}
"""The test of each statement."""

SCENARIO = load_scenario("s400")
MECHANISMS = [id for id, claim in SCENARIO.claims.items() if claim.kind == "mechanism"]


def test_every_mechanism_has_its_test() -> None:
    assert sorted(CHECKS) == sorted(MECHANISMS)


@pytest.mark.parametrize("claim", MECHANISMS)
def test_its_test_fails_without_what_cites_it(claim: str) -> None:
    stripped = build(without(SCENARIO, claim))
    with pytest.raises((AssertionError, WargameError)):
        CHECKS[claim](stripped)
