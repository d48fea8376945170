/* What orders need, what modifies their rolls, which cards can happen: without branches.
 *
 * needs and net serve one order. ready_* give a team's whole list as bits, once a turn: nothing on the
 * board moves while orders are given. */

static inline int net(const game *g, int order) {
    const int8_t *b = g->board;
    switch (order) {
    case open_market: return (b[roads] >= 4) - (b[unrest] >= 6) + (b[amber_credit] > 0);
    case buy_grain: return (b[docks] >= 4) - (b[embargo]) + (b[amber_stores] >= 3);
    case raise_toll: return - (g->times[raise_toll] > 1) + (b[esteem] >= 2);
    case insure_ships: return - (b[flood] >= 5) + (b[surveyed]);
    case lift_embargo: return (g->turn >= 4) - (b[amber_credit] < 0);
    case fell_timber: return (b[roads] >= 3) - (g->times[fell_timber] > 2) - (b[flood] >= 6);
    case mend_docks: return (b[stone] >= 3) - (b[flood] >= 5) + (b[birch_stores] >= 2);
    case build_bridge: return (b[bridge] == PILES) + (b[chest] >= 6) - (b[unrest] >= 5);
    case lay_road: return (b[birch_stores] >= 1) - (b[flood] >= 5);
    case sell_planks: return (b[trade] >= 6) - (((b[docks] <= 2) + (b[silt] >= 5)) > 0);
    case sea_wall: return (b[surveyed]) + (g->times[sea_wall] >= 2) - (b[grain] <= 2);
    case send_boats: return (b[docks] >= 5) - (b[flood] >= 5) - (b[fish] >= 9) + (b[surveyed]);
    case feed_town: return (b[grain] >= 4) + (b[coral_credit] > 0) - (b[esteem] < -1);
    case dredge: return (b[surveyed]) + (b[coral_stores] >= 3) - (b[trade] >= 8);
    case pilot_fees: return - (b[surveyed]) + (b[embargo]);
    case lighthouse: return (b[unrest] <= 2) - (b[coral_credit] < 0) + (((g->turn >= 6) + (b[bridge] >= PILES)) > 1);
    case sow_fields: return (b[flood] <= 2) - (b[flood] >= 6) + (b[dune_stores] >= 2);
    case quarry: return (b[roads] >= 4) - (b[unrest] >= 6);
    case drain_marsh: return (b[timber] >= 4) - (b[silt] >= 5) + (b[dune_credit] >= 1);
    case send_carts: return (b[bridge] == OPEN) - (max(b[unrest], b[flood]) >= 6) + (b[roads] >= 5);
    case petition: return (b[grain] >= 6) + ((b[dune_credit] - b[amber_credit]) > 1) - (b[chest] <= 2);
    case spice_ship: return (b[silt] <= 2) - (b[embargo]);
    case fair_weights: return (b[amber_credit] >= 0);
    case foreign_envoy: return (b[chest] >= 6) - (b[unrest] >= 6);
    case bidding_war: return ((g->happened[trade_winds] > 0));
    case master_mason: return (b[chest] >= 4) - (b[birch_credit] < 0);
    case log_raft: return - (b[flood] >= 6) + (b[bridge] < PILES);
    case bridge_guild: return (b[timber] >= 5) + ((g->happened[spring_tide] > 0));
    case carpenters: return (b[unrest] <= 3);
    case great_shoal: return (b[docks] >= 4);
    case net_menders: return (b[coral_credit] >= 1) - (b[fish] <= 2);
    case harbour_feast: return (b[grain] >= 5) + ((g->happened[harvest_moon] > 0));
    case salt_pans: return (g->turn >= 4);
    case early_seed: return - (b[flood] >= 4);
    case hill_path: return (b[stone] >= 4);
    case blasting: return - (b[unrest] >= 5);
    case harvest_hands: return (b[dune_stores] >= 3) + ((g->happened[harvest_moon] > 0));
    case town_meeting: return (b[dune_credit] > 0) + (b[charter] < SEALED);
    case because_of_tides: return (b[flood] >= 5);
    case because_of_bread: return (b[grain] <= 3);
    case because_of_roads: return (b[trade] >= 5);
    case because_of_law: return (b[audited]);
    case because_of_boats: return (b[fish] >= 5);
    case because_of_name: return (b[unrest] <= 3) - (b[embargo]);
    case because_of_winter: return (g->turn >= 7);
    default: return 0;
    }
}

static inline int needs(const game *g, int order) {
    const int8_t *b = g->board;
    switch (order) {
    case open_market: return !b[embargo];
    case lend_chest: return b[amber_stores] >= 1;
    case buy_grain: return b[trade] >= 3;
    case raise_toll: return b[charter] >= SEALED;
    case insure_ships: return (b[trade] >= 4) & (b[chest] >= 2);
    case call_embargo: return !b[embargo] & (b[esteem] <= 2);
    case lift_embargo: return b[embargo];
    case mend_docks: return b[timber] >= 2;
    case build_bridge: return (b[bridge] < OPEN) & (b[timber] >= 3) & (b[stone] >= 2);
    case lay_road: return b[stone] >= 1;
    case sell_planks: return (b[timber] >= 3) & !b[embargo];
    case plant_trees: return g->turn < g->last_turn;
    case sea_wall: return b[stone] >= 2;
    case send_boats: return b[docks] >= 1;
    case salt_fish: return b[fish] >= 3;
    case feed_town: return (b[fish] >= 2) | (b[coral_stores] >= 2);
    case dredge: return b[silt] >= 1;
    case pilot_fees: return b[trade] >= 3;
    case sound_channel: return !b[surveyed];
    case lighthouse: return (b[docks] >= 3) & (b[timber] >= 1);
    case sow_fields: return g->turn < g->last_turn;
    case grain_dole: return b[grain] >= 3;
    case drain_marsh: return (b[stone] >= 1) & (b[flood] >= 1);
    case send_carts: return (b[grain] >= 4) & (b[roads] >= 2);
    case petition: return (b[unrest] >= 2) & (b[charter] < RENEWED);
    case hold_back: return (b[grain] >= 2) & !(g->ordered >> grain_dole & 1);
    case silver_loan: return b[chest] <= 6;
    case spice_ship: return b[docks] >= 2;
    case fair_weights: return b[unrest] >= 1;
    case foreign_envoy: return b[esteem] >= -3;
    case old_ledger: return !b[audited];
    case warehouse: return b[timber] >= 1;
    case bidding_war: return (b[amber_stores] >= 2) & (b[trade] >= 2);
    case master_mason: return b[stone] >= 1;
    case log_raft: return b[flood] >= 2;
    case night_watch: return b[unrest] >= 3;
    case bridge_guild: return b[bridge] == PILES;
    case resin: return b[timber] >= 2;
    case forest_right: return b[charter] >= SEALED;
    case carpenters: return b[timber] >= 2;
    case great_shoal: return g->turn >= 2;
    case smoke_houses: return (b[timber] >= 1) & (b[fish] >= 2);
    case coral_pilot: return !b[surveyed];
    case harbour_feast: return b[coral_stores] >= 2;
    case wreck_rights: return b[flood] >= 4;
    case salt_pans: return b[flood] <= 4;
    case buoys: return b[surveyed];
    case early_seed: return g->turn <= 5;
    case mill_stones: return b[stone] >= 1;
    case hill_path: return b[roads] < 6;
    case village_oath: return b[dune_credit] >= 0;
    case blasting: return b[stone] <= 5;
    case grain_pits: return b[grain] >= 4;
    case harvest_hands: return b[grain] >= 1;
    case town_meeting: return b[unrest] >= 3;
    case because_of_tides: return b[flood] >= 3;
    case because_of_roads: return b[roads] <= 5;
    case because_of_law: return b[charter] >= SEALED;
    case because_of_boats: return b[docks] >= 2;
    case because_of_stone: return b[stone] >= 1;
    case because_of_winter: return g->turn >= 4;
    default: return 1;
    }
}

static inline uint32_t ready_amber(const game *g) {
    const int8_t *b = g->board;
    return 
(uint32_t)(!b[embargo]) << 0 |
        (uint32_t)(b[amber_stores] >= 1) << 1 |
        (uint32_t)(b[trade] >= 3) << 2 |
        (uint32_t)(b[charter] >= SEALED) << 3 |
        (uint32_t)((b[trade] >= 4) & (b[chest] >= 2)) << 4 |
        (uint32_t)(!b[embargo] & (b[esteem] <= 2)) << 5 |
        (uint32_t)(b[embargo]) << 6 |
        (uint32_t)(b[chest] <= 6) << 7 |
        (uint32_t)(b[docks] >= 2) << 8 |
        1u << 9 |
        (uint32_t)(b[unrest] >= 1) << 10 |
        (uint32_t)(b[esteem] >= -3) << 11 |
        (uint32_t)(!b[audited]) << 12 |
        (uint32_t)(b[timber] >= 1) << 13 |
        (uint32_t)((b[amber_stores] >= 2) & (b[trade] >= 2)) << 14;
}

static inline uint32_t ready_birch(const game *g) {
    const int8_t *b = g->board;
    return 
1u << 0 |
        (uint32_t)(b[timber] >= 2) << 1 |
        (uint32_t)((b[bridge] < OPEN) & (b[timber] >= 3) & (b[stone] >= 2)) << 2 |
        (uint32_t)(b[stone] >= 1) << 3 |
        (uint32_t)((b[timber] >= 3) & !b[embargo]) << 4 |
        (uint32_t)(g->turn < g->last_turn) << 5 |
        (uint32_t)(b[stone] >= 2) << 6 |
        1u << 7 |
        (uint32_t)(b[stone] >= 1) << 8 |
        (uint32_t)(b[flood] >= 2) << 9 |
        (uint32_t)(b[unrest] >= 3) << 10 |
        (uint32_t)(b[bridge] == PILES) << 11 |
        (uint32_t)(b[timber] >= 2) << 12 |
        (uint32_t)(b[charter] >= SEALED) << 13 |
        (uint32_t)(b[timber] >= 2) << 14;
}

static inline uint32_t ready_coral(const game *g) {
    const int8_t *b = g->board;
    return 
(uint32_t)(b[docks] >= 1) << 0 |
        (uint32_t)(b[fish] >= 3) << 1 |
        (uint32_t)((b[fish] >= 2) | (b[coral_stores] >= 2)) << 2 |
        (uint32_t)(b[silt] >= 1) << 3 |
        (uint32_t)(b[trade] >= 3) << 4 |
        (uint32_t)(!b[surveyed]) << 5 |
        (uint32_t)((b[docks] >= 3) & (b[timber] >= 1)) << 6 |
        (uint32_t)(g->turn >= 2) << 7 |
        (uint32_t)((b[timber] >= 1) & (b[fish] >= 2)) << 8 |
        (uint32_t)(!b[surveyed]) << 9 |
        1u << 10 |
        (uint32_t)(b[coral_stores] >= 2) << 11 |
        (uint32_t)(b[flood] >= 4) << 12 |
        (uint32_t)(b[flood] <= 4) << 13 |
        (uint32_t)(b[surveyed]) << 14;
}

static inline uint32_t ready_dune(const game *g) {
    const int8_t *b = g->board;
    return 
(uint32_t)(g->turn < g->last_turn) << 0 |
        1u << 1 |
        (uint32_t)(b[grain] >= 3) << 2 |
        (uint32_t)((b[stone] >= 1) & (b[flood] >= 1)) << 3 |
        (uint32_t)((b[grain] >= 4) & (b[roads] >= 2)) << 4 |
        (uint32_t)((b[unrest] >= 2) & (b[charter] < RENEWED)) << 5 |
        (uint32_t)((b[grain] >= 2) & !(g->ordered >> grain_dole & 1)) << 6 |
        (uint32_t)(g->turn <= 5) << 7 |
        (uint32_t)(b[stone] >= 1) << 8 |
        (uint32_t)(b[roads] < 6) << 9 |
        (uint32_t)(b[dune_credit] >= 0) << 10 |
        (uint32_t)(b[stone] <= 5) << 11 |
        (uint32_t)(b[grain] >= 4) << 12 |
        (uint32_t)(b[grain] >= 1) << 13 |
        (uint32_t)(b[unrest] >= 3) << 14;
}

static inline uint32_t ready_reasons(const game *g) {
    const int8_t *b = g->board;
    return (uint32_t)(b[flood] >= 3) << 0 |
        1u << 1 |
        (uint32_t)(b[roads] <= 5) << 2 |
        (uint32_t)(b[charter] >= SEALED) << 3 |
        (uint32_t)(b[docks] >= 2) << 4 |
        1u << 5 |
        (uint32_t)(b[stone] >= 1) << 6 |
        (uint32_t)(g->turn >= 4) << 7;
}

static inline uint32_t happening(const game *g) {
    const int8_t *b = g->board;
    return 1u << 0 |
        (uint32_t)(b[flood] >= 2) << 1 |
        (uint32_t)(!b[embargo]) << 2 |
        1u << 3 |
        (uint32_t)(g->turn >= 3) << 4 |
        (uint32_t)(b[grain] >= 3) << 5 |
        1u << 6 |
        (uint32_t)(b[unrest] >= 1) << 7 |
        (uint32_t)(b[timber] >= 2) << 8 |
        (uint32_t)(b[flood] >= 3) << 9 |
        (uint32_t)(b[roads] >= 1) << 10 |
        (uint32_t)(b[fish] >= 4) << 11 |
        (uint32_t)(b[fish] <= 8) << 12 |
        (uint32_t)(b[trade] >= 4) << 13 |
        (uint32_t)(b[esteem] >= -2) << 14 |
        (uint32_t)(b[unrest] <= 7) << 15 |
        (uint32_t)(b[fish] >= 2) << 16 |
        1u << 17 |
        (uint32_t)(b[docks] >= 3) << 18 |
        (uint32_t)(!b[audited]) << 19 |
        (uint32_t)(g->turn >= 5) << 20 |
        (uint32_t)(b[flood] >= 1) << 21 |
        (uint32_t)(b[unrest] >= 2) << 22 |
        (uint32_t)(b[trade] >= 6) << 23 |
        (uint32_t)((b[grain] <= 1) & (g->turn >= 2)) << 24 |
        (uint32_t)(g->turn == 3) << 25 |
        (uint32_t)(b[flood] >= 7) << 26 |
        (uint32_t)(b[silt] >= 6) << 27 |
        (uint32_t)(b[bridge] == OPEN) << 28 |
        (uint32_t)(g->turn == 7) << 29;
}
