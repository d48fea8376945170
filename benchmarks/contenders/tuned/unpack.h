/* Between the compact game and the slots of the program's state, and the series that is measured. */

static game pack(const int64_t *s) {
    game g = {0};
    for (int i = 0; i < WIDTH; i++) g.board[i] = s[S_LAST_TURN + i];
    g.board[FLOOR] = 0;
    g.last_turn = s[S_LAST_TURN];
    g.turn = s[S_TURN];
    g.tides = s[S_SWITCH];
    for (int i = 0; i < 3; i++) g.late[i] = s[S_L_silt + i];
    g.left = (1u << EVENTS) - 1;
    g.heap = 255;
    memset(g.pile, 255, sizeof g.pile);
    return g;
}

/* Every slot that is not set here is 0 at the end of a game without deals and rulings. */
static inline void unpack(const game *g, uint32_t *s) {
    memset(s, 0, SIZE * sizeof *s);
    s[S_TURN] = g->turn;
    s[S_PHASE] = 7;
    s[S_STEP] = 3;
    s[S_WAIT] = 9;
    s[S_WHO] = g->who;
    s[S_WHAT] = g->what;
    s[S_CURSOR] = s[S_QUEUED] = g->queued;
    s[S_OVER] = g->over;
    s[S_SEED_A] = g->a;
    s[S_SEED_B] = g->b;
    s[S_PRESET] = 1;
    for (int i = 0; i < WIDTH; i++) s[S_LAST_TURN + i] = g->board[i];
    for (int i = 0; i < WIDTH; i++) s[S_PRIOR + i] = g->prior[i];
    s[S_LAST_TURN] = s[S_PRIOR] = g->last_turn;
    s[S_SWITCH] = g->tides;
    for (int i = 0; i < TEAMS; i++) s[S_AGENDA + i] = g->agenda[i];
    for (int i = 0; i < TEAMS; i++) s[S_SEALED + i] = 1;
    for (int e = 0; e < PLACES; e++) {
        s[S_ORDER + e] = g->order[e];
        s[S_ENTRY + e] = g->entry[e];
        s[S_QUEUE + e] = g->queue[e];
        if (g->order[e]) s[S_ORDERED + g->order[e] - 1] = g->entry[e] == VOIDED ? 2 : 1;
    }
    for (int i = 0; i < ORDERS; i++) s[S_TIMES + i] = g->times[i];
    for (int i = 0; i < ORDERS; i++) s[S_LAST + i] = g->last[i];
    const uint32_t out = TEAMS + 1;
    for (int i = 0; i < REASONS; i++) {
        uint32_t place = g->heap >> i & 1 ? 0 : out;
        for (int team = 0; team < TEAMS; team++)
            if (g->reasons[team] >> i & 1) place = team + 1;
        s[S_PLACE + TEAMS * HAND + i] = place;
    }
    for (int team = 0; team < TEAMS; team++)
        for (int i = 0; i < HAND; i++)
            s[S_PLACE + team * HAND + i] =
                g->pile[team] >> i & 1 ? 0 : g->hand[team] >> i & 1 ? (uint32_t)team + 1 : out;
    for (int i = 0; i < EVENTS; i++) {
        s[S_PLACE + FIRST_EVENT + i] = g->happened[i] ? out : 0;
        s[S_HAPPENED + FIRST_EVENT + i] = g->happened[i];
    }
    for (int i = 0; i < 6; i++) s[S_GONE + i] = g->gone[i];
    for (int i = 0; i < 3; i++) s[S_L_silt + i] = g->late[i];
}

/* Plays n games from copies of `start` and hashes each final state. */
void series(const int64_t *start, int64_t n, const int64_t *seeds, uint32_t *hashes) {
    const game first = pack(start);
    for (int64_t i = 0; i < n; i++) {
        game g = first;
        uint32_t s[SIZE], h = 0x9E3779B9u;
        g.a = seeds[2 * i];
        g.b = seeds[2 * i + 1];
        play(&g);
        unpack(&g, s);
        for (int k = 0; k < SIZE; k++) {
            h = (h ^ s[k]) * 0x21F0AAADu;
            h ^= h >> 15;
        }
        hashes[i] = h;
    }
}
