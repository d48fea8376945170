/* The ruleset `harbour` in C, as fast as it will go: whole games, from their start, in one sweep.
 *
 * This gives up what the kernel is for. Nothing can be asked, undone or played on from the middle: a
 * team's choices are found once a turn and picked with a bit deposit, draws whose keys are known
 * beforehand are hashed in vectors, no node is ever stood at. It shows what that costs. */

#include "board.h"
#include "rules.h"

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
        upkeep(g);
        dusk(g);
        g->over = ending(g);
        if (g->over) return;
        g->turn++;
        begin_turn_key(g);
        fill_purses(g, 0);
        for (int team = 0; team < TEAMS; team++) deal_reason(g, team);
        for (int team = 0; team < TEAMS; team++) deal_hand(g, team, 1);
    }
}

#include "unpack.h"
