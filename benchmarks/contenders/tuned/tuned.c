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

/* Deals a team so many cards of its own deck. */
static inline void deal_hand(game *g, int team, int cards) {
    while (cards-- > 0) {
        int n = __builtin_popcount(g->pile[team]);
        if (n == 0 || __builtin_popcount(g->hand[team]) >= 5) return;
        int card = pick(g->pile[team], draw(g, CARD + team * 16 + team + 1, g->gone[team], n));
        g->pile[team] ^= 1u << card;
        g->hand[team] |= 1u << card;
        g->gone[team]++;
    }
}

/* Deals a team a card of the deck of reasons. */
static inline void deal_reason(game *g, int team) {
    int n = __builtin_popcount(g->heap);
    if (n == 0 || __builtin_popcount(g->reasons[team]) >= 2) return;
    int card = pick(
        g->heap, draw(g, CARD + DECK_OF_REASONS * 16 + team + 1, g->gone[DECK_OF_REASONS], n));
    g->heap ^= 1u << card;
    g->reasons[team] |= 1u << card;
    g->gone[DECK_OF_REASONS]++;
}

static inline void happen(game *g, int event) {
    g->left ^= 1u << event;
    g->happened[event] = g->turn;
    g->gone[SEASONS]++;
    int more = event == audit_day ? (g->board[chest] < 6 ? 1 : -1) : 0;
    apply(g, &EVENT[event]);
    if (more) {
        int points = g->board[chest] + more;
        g->board[chest] = max(points, 0);
    }
    if (CHOOSER[event]) {
        g->who = CHOOSER[event] - 1;
        g->what = FIRST_EVENT + event;
        apply(g, &OPTION[event][draw(g, POLICY + 100 + FIRST_EVENT + event, 0, OPTIONS[event])]);
    }
}

static inline void season(game *g) {
    uint32_t due;
    while ((due = happening(g) & g->left & SCRIPTED)) happen(g, __builtin_ctz(due));
    for (int k = 0; k < 2; k++) {
        g->who = 0;
        g->what = SEASONS;
        uint32_t pool = happening(g) & g->left & ~SCRIPTED;
        if (!pool) return;
        uint32_t n = __builtin_popcount(pool);
        happen(g, pick(pool, draw(g, CARD + SEASONS * 16, g->gone[SEASONS], n)));
    }
}

static inline void council(game *g) {
    uint32_t hashes[TEAMS * 4];
    for (int i = 0; i < TEAMS * 4; i++)
        hashes[i] = hash(
            g->key + (POLICY + i / 4) * 0x2C1B3C6Du + (uint32_t)(i % 4) * 0x165667B1u, g->b);
    const uint32_t plain[TEAMS] = {ready_amber(g), ready_birch(g), ready_coral(g), ready_dune(g)};
    const uint32_t argued = ready_reasons(g);
    for (int team = 0; team < TEAMS; team++) {
        uint32_t list = plain[team] & (127u | (uint32_t)g->hand[team] << MOVES);
        list |= (argued & g->reasons[team]) << (MOVES + HAND);
        int rich = !(team & 1); /* amber and coral have coin */
        int effort = g->board[EFFORT[team]], coin = g->board[EFFORT[team] + rich];
        int place = team * PER_TEAM, given = 0;
        for (;;) {
            uint32_t open = list & WITH_EFFORT[team][effort] & WITH_COIN[team][coin];
            uint32_t n = __builtin_popcount(open), k = scale(hashes[team * 4 + given], n + 1);
            if (k == n) break;
            int bit = pick(open, k), order = CHOICE[team][bit];
            given++;
            if (bit < MOVES + HAND) {
                g->order[place++] = order + 1;
                list &= place == team * PER_TEAM + 2 ? ARGUED : ~(1u << bit);
                int cost = COST[order], by_coin = -BY_COIN[order];
                coin -= cost & by_coin;
                effort -= cost & ~by_coin;
            } else {
                g->order[team * PER_TEAM + 2] = order + 1;
                list &= PLAIN;
            }
        }
        g->board[EFFORT[team]] = effort;
        if (rich) g->board[EFFORT[team] + 1] = coin;
    }
}

static inline void put_off(game *g, int order) {
    g->ordered ^= 1u << order;
    int place = order / MOVES * PER_TEAM;
    g->entry[place + (g->order[place] != order + 1)] = VOIDED;
}

static const struct { uint8_t a, b; uint32_t voids; effect change; } CLASHES[8] = {
    {open_market, call_embargo, 1u << open_market, {{[amber_credit] = -1}}},
    {send_boats, dredge, 1u << send_boats, {{[fish] = -1}}},
    {raise_toll, send_carts, 0, {{[unrest] = 1, [amber_credit] = -1}}},
    {sea_wall, drain_marsh, 1u << drain_marsh, {{[birch_credit] = -1, [dune_credit] = -1}}},
    {feed_town, grain_dole, 0, {{[esteem] = 1}}},
    {pilot_fees, sound_channel, 1u << pilot_fees, {{[coral_credit] = -1}}},
    {build_bridge, lighthouse, 1u << lighthouse, {{[timber] = -1}}},
    {buy_grain, hold_back, 1u << buy_grain | 1u << hold_back, {{[trade] = -1, [dune_credit] = -1}}},
};

static inline int clashing(const game *g, int i) {
    const int8_t *b = g->board;
    switch (i) {
    case 1: return b[fish] >= 2;
    case 3: return b[stone] <= 3;
    case 6: return b[timber] <= 3;
    case 7: return b[grain] >= 5;
    default: return 1;
    }
}

/* Queues the orders by priority, team and place, and judges the clashes. */
static inline void show(game *g) {
    int16_t keys[16];
    int n = 0;
    memset(g->queue, 0, sizeof g->queue);
    for (int e = 0; e < 16; e++) keys[e] = INT16_MAX;
    for (int e = 0; e < PLACES; e++) {
        int order = g->order[e] - 1;
        g->entry[e] = order >= 0 ? WAITING : GIVEN;
        if (order < 0) continue;
        keys[e] = PRIORITY[order] * 16 + e;
        if (order < FIRST_HAND) g->ordered |= 1u << order;
        n++;
    }
    for (int e = 0; e < PLACES; e++) {
        int rank = 0;
        for (int k = 0; k < 16; k++) rank += keys[k] < keys[e];
        /* what is not ordered goes behind, and is not seen there */
        g->queue[g->order[e] ? rank : 15] = e;
    }
    g->queue[15] = 0;
    g->queued = n;
    for (int i = 0; i < 8; i++) {
        uint32_t both = 1u << CLASHES[i].a | 1u << CLASHES[i].b;
        if ((g->ordered & both) != both || !clashing(g, i)) continue;
        apply(g, &CLASHES[i].change);
        for (uint32_t rest = CLASHES[i].voids; rest; rest &= rest - 1) put_off(g, __builtin_ctz(rest));
    }
}

static inline void act(game *g, int order) {
    int more = 0;
    if (order == raise_toll) more = min(3, g->board[trade] / 2);
    if (order == pilot_fees) more = 1 + (g->board[silt] >= 4);
    if (order == bidding_war) more = 1 + g->board[trade] / 4;
    apply(g, &ACT[order]);
    if (more) {
        int points = g->board[chest] + more;
        g->board[chest] = min(points, 12);
    }
}

static inline void work(game *g) {
    uint32_t orders[16], one[16], two[16];
    for (int q = 0; q < 16; q++) orders[q] = g->order[g->queue[q]] - 1u;
    for (int q = 0; q < 16; q++) one[q] = g->key + (DICE + orders[q]) * 0x2C1B3C6Du;
    for (int q = 0; q < 16; q++) two[q] = 2 + scale(hash(one[q], g->b), 6);
    for (int q = 0; q < 16; q++) two[q] += scale(hash(one[q] + 0x165667B1u, g->b), 6);
    for (int q = 0; q < g->queued; q++) {
        int e = g->queue[q], order = orders[q], team = e / PER_TEAM;
        if (g->entry[e] == VOIDED) continue;
        if (!needs(g, order)) {
            g->board[EFFORT[team] + BY_COIN[order]] += COST[order];
            g->entry[e] = LAPSED;
            continue;
        }
        if (order >= FIRST_REASON) g->reasons[team] &= ~(1u << (order - FIRST_REASON));
        else if (order >= FIRST_HAND) g->hand[team] &= ~(1u << (order - FIRST_HAND) % HAND);
        g->times[order]++;
        g->last[order] = g->turn;
        act(g, order);
        if (ROLLED[order]) {
            g->who = team;
            g->what = order;
            /* no order has modifiers that could pass the cap of 3 */
            apply(g, &OUTCOME[order][BANDS[(int)two[q] + net(g, order) + 1]]);
        }
        g->entry[e] = CARRIED_OUT;
    }
}

static inline void up(int8_t *field, int points, int high) { *field = min(*field + points, high); }
static inline void down(int8_t *field, int points, int low) { *field = max(*field - points, low); }

/* The two upkeep phases, rule by rule, then the ending if there is one. */
static inline int dusk(game *g) {
    int8_t *b = g->board;
    up(b + flood, g->tides && g->turn % 2 == 0, 8);
    up(b + silt, b[flood] >= 4, 8);
    down(b + grain, 1, 0);
    down(b + fish, b[fish] > b[grain], 0);
    up(b + unrest, b[grain] + b[fish] <= 3, 10);
    down(b + chest, 1, 0);
    int unpaid = b[chest] == 0;
    up(b + unrest, unpaid, 10);
    down(b + esteem, unpaid, -5);
    down(b + trade, b[silt] >= 4, 0);
    up(b + chest, b[trade] >= 7 && b[docks] >= 4, 12);
    int strike = b[unrest] >= 8;
    down(b + trade, strike, 0);
    down(b + docks, strike, 0);
    up(b + trade, b[esteem] >= 3, 10);
    g->late[2] = g->late[1];
    g->late[1] = g->late[0];
    g->late[0] = b[silt];
    if (b[flood] >= 8 && b[docks] <= 1) return 1;
    if (b[unrest] >= 10) return 2;
    if (g->turn < g->last_turn) return 0;
    if (b[trade] >= 7 && b[chest] >= 6 && b[unrest] <= 4) return 3;
    if (b[bridge] == OPEN && b[charter] >= SEALED) return 4;
    if (b[grain] + b[fish] <= 5 || b[chest] <= 1) return 5;
    return 6;
}

static inline void fill_purses(game *g, int first) {
    for (int i = amber_effort; i < WIDTH; i++) {
        int income = i == amber_coin || i == coral_coin ? 1 : 3;
        g->board[i] = first ? income : min(g->board[i], 2) + income;
    }
}

static inline void play(game *g) {
    begin_turn_key(g);
    for (int team = 0; team < TEAMS; team++) g->agenda[team] = 1 + draw(g, AGENDA + team, 0, 3);
    for (int team = 0; team < TEAMS; team++) deal_reason(g, team);
    for (int team = 0; team < TEAMS; team++) deal_hand(g, team, 3);
    fill_purses(g, 1);
    for (;;) {
        memset(g->order, 0, sizeof g->order);
        g->ordered = 0;
        memcpy(g->prior, g->board, WIDTH);
        season(g);
        council(g);
        show(g);
        work(g);
        g->over = dusk(g);
        if (g->over) return;
        g->turn++;
        begin_turn_key(g);
        fill_purses(g, 0);
        for (int team = 0; team < TEAMS; team++) deal_reason(g, team);
        for (int team = 0; team < TEAMS; team++) deal_hand(g, team, 1);
    }
}

#include "unpack.h"
