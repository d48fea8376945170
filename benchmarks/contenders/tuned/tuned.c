/* The ruleset `harbour` written in C for speed: the yardstick of the native back end.
 *
 * It has the kernel's own contract: a state stands at a node where chance, a team or the facilitator
 * decides, what a team may do is a function of the state, each decision is one call, and play goes
 * on from any node. Deals, boosts and free arguments, which random players never use, are left out. All
 * else is by hand, for this ruleset alone; board.h says how. */

#include "board.h"
#include "rules.h"

enum { NONE, AT_AGENDA, AT_CARD, AT_DICE, AT_CHOICE, AT_ORDERS, AT_RULING, AT_WEIGH, AT_PHASE, AT_OVER };
enum { DEALING, SEASON, TALKS, COUNCIL, SHOWING, WORK, UPKEEP, DUSK };
enum { PENDING = 5 };

/* Places that can be owed cards, in the order in which they are served: the table, the hands, the
 * hands again for reasons. */
enum { TABLE, HAND_PLACES = 1, REASON_PLACES = 5, ALL_PLACES = 9 };
static const uint8_t DECK[ALL_PLACES] = {SEASONS, 0, 1, 2, 3, 4, 4, 4, 4};
static const uint8_t HOLDER[ALL_PLACES] = {0, 1, 2, 3, 4, 1, 2, 3, 4};

static inline void owe(game *g, int place, int cards) {
    g->owed[place] += cards;
    g->owing |= 1u << place;
}

static inline void begin_turn(game *g) {
    begin_turn_key(g);
    fill_purses(g, g->phase == DEALING);
    memset(g->spent, 0, sizeof g->spent);
    memset(g->order, 0, sizeof g->order);
    memset(g->entry, 0, sizeof g->entry);
    memset(g->queue, 0, sizeof g->queue);
    memcpy(g->prior, g->board, WIDTH);
    g->sealed = g->queued = g->cursor = g->total = g->band = 0;
    g->ordered = 0;
    if (g->phase == DEALING) return;
    for (int place = HAND_PLACES; place < ALL_PLACES; place++) owe(g, place, 1);
}

/* --- what may be decided ------------------------------------------------------------------- */

/* The place that a card node serves, from what the state tells. */
static inline int place_of(const game *g) {
    return g->who == 0 ? TABLE : g->what == DECK_OF_REASONS ? REASON_PLACES + g->who - 1 : g->who;
}

/* The cards that a card node can draw, as bits. */
static inline uint32_t drawable(const game *g) {
    if (g->who == 0) return happening(g) & g->left & ~SCRIPTED;
    int team = g->who - 1;
    if (g->what == DECK_OF_REASONS)
        return __builtin_popcount(g->reasons[team]) < 2 ? g->heap : 0;
    return __builtin_popcount(g->hand[team]) < 5 ? g->pile[team] : 0;
}

static inline int bit_of(int order, int team) {
    return order < FIRST_HAND ? order - team * MOVES : order - FIRST_HAND - team * HAND + MOVES;
}

/* What a team may order, as bits of its choices. */
static inline uint32_t legal(const game *g, int team) {
    const uint8_t *given = g->order + team * PER_TEAM;
    uint32_t list = 0;
    if (!given[1]) {
        switch (team) {
        case 0: list = ready_amber(g); break;
        case 1: list = ready_birch(g); break;
        case 2: list = ready_coral(g); break;
        default: list = ready_dune(g);
        }
        int purse = EFFORT[team], rich = !(team & 1);
        int effort = g->board[purse] - g->spent[purse - amber_effort];
        int coin = g->board[purse + rich] - g->spent[purse + rich - amber_effort];
        list &= (127u | (uint32_t)g->hand[team] << MOVES) & WITH_EFFORT[team][effort];
        if (rich) list &= WITH_COIN[team][coin];
        if (given[0]) list &= ~(1u << bit_of(given[0] - 1, team));
    }
    if (!given[2]) list |= (ready_reasons(g) & g->reasons[team]) << (MOVES + HAND);
    return list;
}

/* --- decisions ----------------------------------------------------------------------------- */

static inline void give_agenda(game *g, int team, int k) {
    g->agenda[team] = k + 1;
    g->step = team + 1;
    g->wait = NONE;
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
        g->wait = AT_CHOICE;
        g->who = CHOOSER[event] - 1;
        g->what = FIRST_EVENT + event;
    }
}

static inline void give_card(game *g, int card) {
    int place = place_of(g), team = g->who - 1;
    if (--g->owed[place] == 0) g->owing ^= 1u << place;
    g->wait = NONE;
    if (place == TABLE) {
        happen(g, card);
    } else if (place < REASON_PLACES) {
        g->pile[team] ^= 1u << card;
        g->hand[team] |= 1u << card;
        g->gone[team]++;
    } else {
        g->heap ^= 1u << card;
        g->reasons[team] |= 1u << card;
        g->gone[DECK_OF_REASONS]++;
    }
}

static inline void forgo_cards(game *g) {
    int place = place_of(g);
    g->owed[place] = 0;
    g->owing ^= 1u << place;
    g->wait = NONE;
}

static inline void choose(game *g, int k) {
    g->wait = NONE;
    apply(g, &OPTION[g->what - FIRST_EVENT][k]);
}

static inline void place_order(game *g, int team, int order) {
    int place = team * PER_TEAM;
    if (order >= FIRST_REASON) {
        g->order[place + 2] = order + 1;
        return;
    }
    g->order[place + (g->order[place] != 0)] = order + 1;
    g->spent[EFFORT[team] - amber_effort + BY_COIN[order]] += COST[order];
}

static inline void seal(game *g, int team) {
    g->sealed |= 1u << team;
    if (g->wait == AT_ORDERS) g->wait = NONE;
}

static inline void finish_order(game *g) {
    g->entry[g->queue[g->cursor++]] = CARRIED_OUT;
    g->total = g->band = 0;
    g->wait = NONE;
}

static inline void roll_dice(game *g, int total) {
    /* no order has modifiers that could pass the cap of 3 */
    g->total = total + net(g, g->what);
    g->band = BANDS[g->total + 1] + 1;
    g->wait = AT_RULING;
}

static inline void accept(game *g) {
    const effect *e = &OUTCOME[g->what][g->band - 1];
    finish_order(g);
    apply(g, e);
}

static inline void end_phase(game *g) {
    if (g->phase == COUNCIL) g->sealed = 15;
    if (g->phase == DUSK) {
        g->turn++;
        begin_turn(g);
        g->phase = SEASON;
    } else {
        g->phase++;
    }
    g->step = 0;
    g->wait = NONE;
}

/* --- play ---------------------------------------------------------------------------------- */

static inline void adjudicate(game *g) {
    int e = g->queue[g->cursor], order = g->order[e] - 1, team = e / PER_TEAM;
    if (g->entry[e] == WAITING) {
        if (!needs(g, order)) {
            g->board[EFFORT[team] + BY_COIN[order]] += COST[order];
            g->entry[e] = LAPSED;
            g->cursor++;
            return;
        }
        if (order >= FIRST_REASON) g->reasons[team] &= ~(1u << (order - FIRST_REASON));
        else if (order >= FIRST_HAND) g->hand[team] &= ~(1u << (order - FIRST_HAND) % HAND);
        g->times[order]++;
        g->last[order] = g->turn;
        act(g, order);
        g->entry[e] = PENDING;
    }
    if (g->entry[e] == VOIDED) {
        g->cursor++;
    } else if (ROLLED[order]) {
        g->who = team;
        g->what = order;
        g->wait = AT_DICE;
    } else {
        finish_order(g);
    }
}

/* Pays for the orders and shows them. */
static inline void reveal(game *g) {
    for (int i = 0; i < 6; i++) {
        int left = g->board[amber_effort + i] - g->spent[i];
        g->board[amber_effort + i] = max(left, 0);
        g->spent[i] = 0;
    }
    show(g);
}

static inline void proceed(game *g) {
    switch (g->phase) {
    case SEASON:
        if (g->step == 0) {
            uint32_t due = happening(g) & g->left & SCRIPTED;
            if (due) {
                happen(g, __builtin_ctz(due));
            } else {
                owe(g, TABLE, 2);
                g->step = 1;
            }
            return;
        }
        break;
    case COUNCIL:
        if (g->sealed != 15) {
            g->wait = AT_ORDERS;
            return;
        }
        break;
    case SHOWING:
        if (g->step == 0) {
            reveal(g);
            g->step = 1;
        }
        break;
    case WORK:
        if (g->cursor < g->queued) {
            adjudicate(g);
            return;
        }
        break;
    case UPKEEP:
        if (g->step == 0) {
            upkeep(g);
            g->step = 1;
        }
        break;
    case DUSK:
        if (g->step == 0) {
            dusk(g);
            g->step = 3;
            g->over = ending(g);
            if (g->over) {
                g->wait = AT_OVER;
                return;
            }
        }
        break;
    }
    g->wait = AT_PHASE;
}

/* Lets play run on until somebody must decide. */
static inline void settle(game *g) {
    while (g->wait == NONE) {
        if (g->owing) {
            int place = __builtin_ctz(g->owing);
            g->wait = AT_CARD;
            g->who = HOLDER[place];
            g->what = DECK[place];
        } else if (g->phase != DEALING) {
            proceed(g);
        } else if (g->step < TEAMS) {
            g->wait = AT_AGENDA;
            g->who = g->step;
        } else if (g->step == TEAMS) {
            for (int team = 0; team < TEAMS; team++) owe(g, HAND_PLACES + team, 3);
            for (int team = 0; team < TEAMS; team++) owe(g, REASON_PLACES + team, 1);
            g->step++;
        } else {
            begin_turn(g);
            g->phase = SEASON;
            g->step = 0;
        }
    }
}

static inline void play_orders(game *g, int team) {
    for (int given = 0; !(g->sealed >> team & 1); given++) {
        uint32_t open = legal(g, team), n = __builtin_popcount(open);
        uint32_t k = draw(g, POLICY + team, given, n + 1);
        if (k == n) seal(g, team);
        else place_order(g, team, CHOICE[team][pick(open, k)]);
    }
}

/* Plays on to the end from whatever node the state stands at. */
static inline void play(game *g) {
    begin_turn_key(g);
    settle(g);
    while (g->wait != AT_OVER) {
        switch (g->wait) {
        case AT_ORDERS:
            for (int team = 0; team < TEAMS; team++) play_orders(g, team);
            break;
        case AT_PHASE:
            end_phase(g);
            break;
        case AT_DICE:
            roll_dice(g, 2 + draw(g, DICE + g->what, 0, 6) + draw(g, DICE + g->what, 1, 6));
            break;
        case AT_RULING:
            accept(g);
            break;
        case AT_CARD: {
            uint32_t cards = drawable(g), n = __builtin_popcount(cards);
            uint32_t purpose = CARD + g->what * 16 + g->who;
            if (n) give_card(g, pick(cards, draw(g, purpose, g->gone[g->what], n)));
            else forgo_cards(g);
            break;
        }
        case AT_CHOICE:
            choose(g, draw(g, POLICY + 100 + g->what, 0, OPTIONS[g->what - FIRST_EVENT]));
            break;
        default:
            give_agenda(g, g->who, draw(g, AGENDA + g->who, 0, 3));
        }
        settle(g);
    }
}

#include "unpack.h"
