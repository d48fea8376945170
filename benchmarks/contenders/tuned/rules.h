/* What both programs in C do alike: the reveal, acts, and the end of a turn. */

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

static inline void up(int8_t *field, int points, int high) { *field = min(*field + points, high); }
static inline void down(int8_t *field, int points, int low) { *field = max(*field - points, low); }

static inline void upkeep(game *g) {
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
}

static inline void dusk(game *g) {
    int8_t *b = g->board;
    down(b + trade, b[silt] >= 4, 0);
    up(b + chest, b[trade] >= 7 && b[docks] >= 4, 12);
    int strike = b[unrest] >= 8;
    down(b + trade, strike, 0);
    down(b + docks, strike, 0);
    up(b + trade, b[esteem] >= 3, 10);
    g->late[2] = g->late[1];
    g->late[1] = g->late[0];
    g->late[0] = b[silt];
}

/* The ending that holds, counted from 1, or 0. */
static inline int ending(const game *g) {
    const int8_t *b = g->board;
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
