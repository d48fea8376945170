/* The state of a game of `harbour` and what changes it: some 450 bytes, the board one vector of 32 bytes,
 * hands and piles bit sets. */

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
enum { DRAFT, SEALED, RENEWED };
enum { BEGUN, PILES, OPEN };
enum { POOR, WEAK, FAIR, GOOD, SUPERB };

enum {
    open_market, lend_chest, buy_grain, raise_toll, insure_ships, call_embargo, lift_embargo,
    fell_timber, mend_docks, build_bridge, lay_road, sell_planks, plant_trees, sea_wall,
    send_boats, salt_fish, feed_town, dredge, pilot_fees, sound_channel, lighthouse,
    sow_fields, quarry, grain_dole, drain_marsh, send_carts, petition, hold_back,
    silver_loan, spice_ship, quiet_word, fair_weights, foreign_envoy, old_ledger, warehouse,
    bidding_war,
    new_saw, master_mason, log_raft, night_watch, bridge_guild, resin, forest_right, carpenters,
    great_shoal, smoke_houses, coral_pilot, net_menders, harbour_feast, wreck_rights, salt_pans, buoys,
    early_seed, mill_stones, hill_path, village_oath, blasting, grain_pits, harvest_hands,
    town_meeting,
    because_of_tides, because_of_bread, because_of_roads, because_of_law, because_of_boats,
    because_of_name, because_of_stone, because_of_winter, ORDERS
};

enum {
    spring_tide, neap_tide, trade_winds, slack_wind, harvest_moon, grain_rust, storm, calm_weeks,
    bark_beetle, drift_wood, rock_slide, shoal_moves, herring_run, pirates, pilgrims, new_song,
    bad_fish, rats, good_masters, audit_day, wet_autumn, dry_summer, rumours, rival_port,
    bread_riot, charter_day, wall_breaks, channel_closes, bridge_toll, mid_winter, EVENTS
};
#define SCRIPTED 0x3F000000u /* bread_riot and after happen by themselves */

enum {
    TEAMS = 4, MOVES = 7, HAND = 8, REASONS = 8, PER_TEAM = 3, PLACES = 12, LISTED = 23,
    FIRST_HAND = 28, FIRST_REASON = 60, FIRST_EVENT = 40, DECK_OF_REASONS = 4, SEASONS = 5
};
enum { GIVEN, WAITING, VOIDED, LAPSED, CARRIED_OUT };
enum { DICE = 10000, CARD = 20000, AGENDA = 30000, POLICY = 40000 };
#define PLAIN 0x007FFFu   /* a team's moves and hand cards among its choices */
#define ARGUED 0x7F8000u  /* its arguments */

typedef struct { int8_t delta[WIDTH]; } effect __attribute__((aligned(32)));

typedef struct {
    int8_t board[WIDTH] __attribute__((aligned(32)));
    int8_t prior[WIDTH] __attribute__((aligned(32)));
    uint32_t a, b, key;         /* the seed, and its first half with the turn mixed in */
    uint32_t ordered;           /* moves revealed this turn and not voided */
    uint32_t left;              /* table cards that have not happened */
    int8_t turn, last_turn, tides, queued, who, what, over;
    int8_t phase, step, wait, cursor, total, band; /* where play stands; tuned.c only */
    uint16_t owing;             /* which places are owed cards, as bits, and how many each */
    uint8_t owed[9], spent[6], sealed;
    int8_t late[3];
    uint8_t pile[TEAMS], hand[TEAMS], heap, reasons[TEAMS]; /* cards as bits */
    uint8_t gone[6];
    int8_t agenda[TEAMS];
    uint8_t order[16];          /* by place: the order's number + 1 */
    uint8_t entry[PLACES];
    uint8_t queue[16];
    uint8_t times[ORDERS], last[ORDERS], happened[EVENTS];
} game;

enum { AT_LEAST_PILES = 1, AT_LEAST_SEALED };
#define LOWEST [esteem] = -5, [amber_credit] = -3, [birch_credit] = -3, [coral_credit] = -3, [dune_credit] = -3
static const int8_t FLOORS[3][WIDTH] __attribute__((aligned(32))) = {
    {LOWEST}, {LOWEST, [bridge] = PILES}, {LOWEST, [charter] = SEALED}};
static const int8_t HIGH[WIDTH] __attribute__((aligned(32))) = {
    0, 10, 10, 10, 10, 8, 8, 8, 10, 12, 5, 8, 8, 3, 3, 3, 3, 6, 6, 6, 6, 2, 2, 1, 1, 1,
    99, 99, 99, 99, 99, 99};

#include "effects.h"
#include "conditions.h"

static const uint8_t COST[ORDERS] = {
    1, 1, 2, 1, 1, 2, 1, 1, 2, 2, 1, 1, 1, 2, 1, 1, 1, 2, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 0, 1, 1,
    1, 2, 1, 1, 1, 1, 1, 1, 0, 1, 2, 1, 1, 0, 1, 1, 1, 2, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    0, 0};
static const uint8_t PRIORITY[ORDERS] = {
    50, 20, 40, 60, 70, 15, 10, 50, 45, 55, 50, 65, 30, 35, 50, 40, 60, 30, 55, 10, 70, 50, 45, 60, 35,
    65, 25, 75, 50, 50, 30, 40, 50, 15, 60, 70, 50, 45, 50, 20, 56, 40, 50, 55, 50, 50, 10, 50, 60, 50,
    65, 35, 50, 50, 45, 20, 50, 50, 50, 25, 80, 80, 80, 80, 80, 80, 80, 80};
static const uint8_t ROLLED[ORDERS] = {
    1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1,
    0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1};
static const uint8_t BY_COIN[ORDERS] = {
    [lend_chest] = 1, [insure_ships] = 1, [pilot_fees] = 1, [sound_channel] = 1, [silver_loan] = 1,
    [foreign_envoy] = 1, [harbour_feast] = 1};
static const uint8_t EFFORT[TEAMS] = {amber_effort, birch_effort, coral_effort, dune_effort};
/* the band of a roll's total, from 2 - 3 on */
static const uint8_t BANDS[17] = {
    POOR, POOR, POOR, POOR, POOR, POOR, WEAK, WEAK, FAIR, FAIR, FAIR, GOOD, GOOD, SUPERB, SUPERB, SUPERB,
    SUPERB};

/* The order of a team's k-th choice, and what it can pay with so much effort and coin. */
static uint8_t CHOICE[TEAMS][32];
static uint32_t WITH_EFFORT[TEAMS][8], WITH_COIN[TEAMS][8];

__attribute__((constructor)) static void fill_tables(void) {
    for (int team = 0; team < TEAMS; team++)
        for (int k = 0; k < LISTED; k++) {
            int order = k < MOVES ? team * MOVES + k
                : k < MOVES + HAND ? FIRST_HAND + team * HAND + k - MOVES
                : FIRST_REASON + k - MOVES - HAND;
            CHOICE[team][k] = order;
            for (int points = 0; points < 8; points++) {
                WITH_EFFORT[team][points] |= (uint32_t)(BY_COIN[order] || COST[order] <= points) << k;
                WITH_COIN[team][points] |= (uint32_t)(!BY_COIN[order] || COST[order] <= points) << k;
            }
        }
}

static inline uint32_t hash(uint32_t h, uint32_t b) {
    h ^= h >> 16; h *= 0x21F0AAADu; h ^= h >> 15; h *= 0x735A2D97u; h ^= h >> 15;
    h ^= b;
    h ^= h >> 16; h *= 0x21F0AAADu; h ^= h >> 15; h *= 0x735A2D97u; h ^= h >> 15;
    return h;
}

static inline uint32_t scale(uint32_t h, uint32_t n) { return (uint64_t)h * n >> 32; }

static inline uint32_t draw(const game *g, uint32_t purpose, uint32_t index, uint32_t n) {
    return scale(hash(g->key + purpose * 0x2C1B3C6Du + index * 0x165667B1u, g->b), n);
}

static inline void begin_turn_key(game *g) { g->key = g->a + (uint32_t)g->turn * 0x61C88647u; }

/* The k-th bit that is set, counted from 0. */
static inline int pick(uint32_t bits, int k) {
#ifdef __BMI2__
    return __builtin_ctz(_pdep_u32(1u << k, bits));
#else
    while (k--) bits &= bits - 1;
    return __builtin_ctz(bits);
#endif
}

static inline void apply(game *g, const effect *e) {
    const int8_t *low = FLOORS[e->delta[FLOOR]];
    int8_t *b = g->board;
#ifdef __AVX2__
    __m256i v = _mm256_add_epi8(*(const __m256i *)b, *(const __m256i *)e->delta);
    v = _mm256_min_epi8(_mm256_max_epi8(v, *(const __m256i *)low), *(const __m256i *)HIGH);
    *(__m256i *)b = v;
#else
    for (int i = 0; i < WIDTH; i++) {
        int8_t v = b[i] + e->delta[i];
        v = max(v, low[i]);
        b[i] = min(v, HIGH[i]);
    }
#endif
}
