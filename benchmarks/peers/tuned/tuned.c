/* The ruleset `harbour` written in C for speed: the yardstick of the native back end.
 *
 * By hand, for this ruleset alone: a game is some 400 bytes, the board one vector of 32 bytes, hands
 * and piles are bit sets, a team's choices are found once a turn and picked with a bit deposit, the
 * queue is sorted by rank, draws whose keys are known beforehand are hashed in vectors. Only the end
 * is spread over the slots of the program's state (slots.h, made by the benchmark), to be hashed. */

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#include "slots.h"

#define max(a, b) ((a) > (b) ? (a) : (b))
#define min(a, b) ((a) < (b) ? (a) : (b))

/* The board, in the order of the slots from LAST_TURN on; byte 0 is free, see effects.h. */
enum {
    FLOOR, trade, grain, timber, fish, stone, docks, roads, unrest, chest, esteem, flood, silt,
    amber_credit, birch_credit, coral_credit, dune_credit,
    amber_stores, birch_stores, coral_stores, dune_stores,
    charter, bridge, surveyed, audited, embargo,
    amber_effort, amber_coin, birch_effort, coral_effort, coral_coin, dune_effort, WIDTH
};
enum { DRAFT, SEALED_, RENEWED };
#define SEALED_STEP 1
enum { BEGUN, PILES, OPEN };
enum { POOR, WEAK, FAIR, GOOD, SUPERB };

enum {
    open_market, lend_chest, buy_grain, raise_toll, insure_ships, call_embargo, lift_embargo,
    fell_timber, mend_docks, build_bridge, lay_road, sell_planks, plant_trees, sea_wall,
    send_boats, salt_fish, feed_town, dredge, pilot_fees, sound_channel, lighthouse,
    sow_fields, quarry, grain_dole, drain_marsh, send_carts, petition, hold_back,
    because_of_tides, because_of_bread, because_of_roads, because_of_law, because_of_boats,
    because_of_name, because_of_stone, because_of_winter,
    silver_loan, spice_ship, quiet_word, fair_weights, foreign_envoy, old_ledger, warehouse,
    bidding_war,
    new_saw, master_mason, log_raft, night_watch, bridge_guild, resin, forest_right, carpenters,
    great_shoal, smoke_houses, coral_pilot, net_menders, harbour_feast, wreck_rights, salt_pans, buoys,
    early_seed, mill_stones, hill_path, village_oath, blasting, grain_pits, harvest_hands,
    town_meeting, N_ORDERS_ALL
};
