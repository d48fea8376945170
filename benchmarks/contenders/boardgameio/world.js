// What happens by itself: cards of the season, rules, clashes, endings.

'use strict';

const [SEALED, OPEN] = [1, 2];

const EVENTS = [
  {
    id: 'spring_tide',
    happen: (w) => { w.flood = Math.min(8, w.flood + 2); },
  },
  {
    id: 'neap_tide',
    needs: (w) => w.flood >= 2,
    happen: (w) => { w.flood = Math.max(0, w.flood - 1); w.silt = Math.min(8, w.silt + 1); },
  },
  {
    id: 'trade_winds',
    needs: (w) => !w.embargo,
    happen: (w) => { w.trade = Math.min(10, w.trade + 1); },
  },
  {
    id: 'slack_wind',
    happen: (w) => { w.trade = Math.max(0, w.trade - 1); w.fish = Math.max(0, w.fish - 1); },
  },
  {
    id: 'harvest_moon',
    needs: (w) => w.turn >= 3,
    happen: (w) => { w.grain = Math.min(10, w.grain + 1); },
  },
  {
    id: 'grain_rust',
    needs: (w) => w.grain >= 3,
    happen: (w) => { w.grain = Math.max(0, w.grain - 2); },
    chooser: '3',
    options: [
      (w) => { w.grain = Math.max(0, w.grain - 1); w.credit.dune = Math.min(3, w.credit.dune + 1); },
      (w) => { w.chest = Math.min(12, w.chest + 1); w.credit.dune = Math.max(-3, w.credit.dune - 1); w.unrest = Math.min(10, w.unrest + 1); },
    ],
  },
  {
    id: 'storm',
    happen: (w) => { w.docks = Math.max(0, w.docks - 1); w.flood = Math.min(8, w.flood + 1); },
  },
  {
    id: 'calm_weeks',
    needs: (w) => w.unrest >= 1,
    happen: (w) => { w.unrest = Math.max(0, w.unrest - 1); },
  },
  {
    id: 'bark_beetle',
    needs: (w) => w.timber >= 2,
    happen: (w) => { w.timber = Math.max(0, w.timber - 2); },
  },
  {
    id: 'drift_wood',
    needs: (w) => w.flood >= 3,
    happen: (w) => { w.timber = Math.min(10, w.timber + 1); },
  },
  {
    id: 'rock_slide',
    needs: (w) => w.roads >= 1,
    happen: (w) => { w.roads = Math.max(0, w.roads - 1); w.stone = Math.min(8, w.stone + 1); },
    chooser: '1',
    options: [
      (w) => { w.roads = Math.min(8, w.roads + 1); w.stores.birch = Math.max(0, w.stores.birch - 1); },
      (w) => { w.credit.birch = Math.max(-3, w.credit.birch - 1); },
    ],
  },
  {
    id: 'shoal_moves',
    needs: (w) => w.fish >= 4,
    happen: (w) => { w.fish = Math.max(0, w.fish - 2); },
  },
  {
    id: 'herring_run',
    needs: (w) => w.fish <= 8,
    happen: (w) => { w.fish = Math.min(10, w.fish + 2); },
  },
  {
    id: 'pirates',
    needs: (w) => w.trade >= 4,
    happen: (w) => { w.trade = Math.max(0, w.trade - 2); },
    chooser: '0',
    options: [
      (w) => { w.chest = Math.max(0, w.chest - 2); },
      (w) => { w.docks = Math.max(0, w.docks - 1); w.esteem = Math.min(5, w.esteem + 1); },
      (w) => { w.credit.amber = Math.max(-3, w.credit.amber - 1); w.trade = Math.max(0, w.trade - 1); },
    ],
  },
  {
    id: 'pilgrims',
    needs: (w) => w.esteem >= -2,
    happen: (w) => { w.chest = Math.min(12, w.chest + 1); w.unrest = Math.min(10, w.unrest + 1); },
  },
  {
    id: 'new_song',
    needs: (w) => w.unrest <= 7,
    happen: (w) => { w.esteem = Math.min(5, w.esteem + 1); },
  },
  {
    id: 'bad_fish',
    needs: (w) => w.fish >= 2,
    happen: (w) => { w.unrest = Math.min(10, w.unrest + 1); w.fish = Math.max(0, w.fish - 1); },
    chooser: '2',
    options: [
      (w) => { w.credit.coral = Math.min(3, w.credit.coral + 1); w.stores.coral = Math.max(0, w.stores.coral - 1); },
      (w) => { w.credit.coral = Math.max(-3, w.credit.coral - 2); },
    ],
  },
  {
    id: 'rats',
    happen: (w) => { w.stores.amber = Math.max(0, w.stores.amber - 1); w.stores.birch = Math.max(0, w.stores.birch - 1); w.stores.coral = Math.max(0, w.stores.coral - 1); w.stores.dune = Math.max(0, w.stores.dune - 1); },
  },
  {
    id: 'good_masters',
    needs: (w) => w.docks >= 3,
    happen: (w) => { w.trade = Math.min(10, w.trade + 1); w.docks = Math.min(8, w.docks + 1); },
  },
  {
    id: 'audit_day',
    needs: (w) => !w.audited,
    happen: (w) => { w.audited = true; w.chest = Math.max(0, Math.min(12, w.chest + (w.chest < 6 ? 1 : -1))); },
  },
  {
    id: 'wet_autumn',
    needs: (w) => w.turn >= 5,
    happen: (w) => { w.flood = Math.min(8, w.flood + 1); w.grain = Math.max(0, w.grain - 1); },
  },
  {
    id: 'dry_summer',
    needs: (w) => w.flood >= 1,
    happen: (w) => { w.flood = Math.max(0, w.flood - 2); w.grain = Math.max(0, w.grain - 1); },
  },
  {
    id: 'rumours',
    needs: (w) => w.unrest >= 2,
    happen: (w) => { w.unrest = Math.min(10, w.unrest + 1); },
  },
  {
    id: 'rival_port',
    needs: (w) => w.trade >= 6,
    happen: (w) => { w.trade = Math.max(0, w.trade - 1); w.esteem = Math.max(-5, w.esteem - 1); },
  },
  {
    id: 'bread_riot',
    fires: (w) => w.grain <= 1 && w.turn >= 2,
    happen: (w) => { w.unrest = Math.min(10, w.unrest + 2); w.chest = Math.max(0, w.chest - 1); },
  },
  {
    id: 'charter_day',
    fires: (w) => w.turn === 3,
    happen: (w) => { w.charter = w.charter < SEALED ? SEALED : w.charter; w.chest = Math.min(12, w.chest + 1); },
  },
  {
    id: 'wall_breaks',
    fires: (w) => w.flood >= 7,
    happen: (w) => { w.docks = Math.max(0, w.docks - 2); w.roads = Math.max(0, w.roads - 1); w.grain = Math.max(0, w.grain - 1); w.flood = Math.max(0, w.flood - 3); },
  },
  {
    id: 'channel_closes',
    fires: (w) => w.silt >= 6,
    happen: (w) => { w.trade = Math.max(0, w.trade - 2); w.fish = Math.max(0, w.fish - 1); },
    chooser: '2',
    options: [
      (w) => { w.silt = Math.max(0, w.silt - 2); w.stores.coral = Math.max(0, w.stores.coral - 2); },
      (w) => { w.credit.coral = Math.max(-3, w.credit.coral - 1); },
    ],
  },
  {
    id: 'bridge_toll',
    fires: (w) => w.bridge === OPEN,
    happen: (w) => { w.chest = Math.min(12, w.chest + 2); w.trade = Math.min(10, w.trade + 1); },
  },
  {
    id: 'mid_winter',
    fires: (w) => w.turn === 7,
    happen: (w) => { w.timber = Math.max(0, w.timber - 1); w.grain = Math.max(0, w.grain - 1); w.fish = Math.max(0, w.fish - 1); },
  },
];

const RULES = [
  { id: 'tide', when: (w) => w.switches.tides && (w.turn % 2) === 0, effects: (w) => { w.flood = Math.min(8, w.flood + 1); } },
  { id: 'silting', when: (w) => w.flood >= 4, effects: (w) => { w.silt = Math.min(8, w.silt + 1); } },
  { id: 'bread', when: (w) => true, effects: (w) => { w.grain = Math.max(0, w.grain - 1); w.fish = Math.max(0, w.fish - (w.fish > w.grain ? 1 : 0)); } },
  { id: 'hunger', when: (w) => (w.grain + w.fish) <= 3, effects: (w) => { w.unrest = Math.min(10, w.unrest + 1); } },
  { id: 'wages', when: (w) => w.chest >= 1, effects: (w) => { w.chest = Math.max(0, w.chest - 1); } },
  { id: 'unpaid', when: (w) => w.chest === 0, effects: (w) => { w.unrest = Math.min(10, w.unrest + 1); w.esteem = Math.max(-5, w.esteem - 1); } },
  { id: 'shallow', when: (w) => w.silt >= 4, effects: (w) => { w.trade = Math.max(0, w.trade - 1); } },
  { id: 'full_quays', when: (w) => w.trade >= 7 && w.docks >= 4, effects: (w) => { w.chest = Math.min(12, w.chest + 1); } },
  { id: 'strike', when: (w) => w.unrest >= 8, effects: (w) => { w.trade = Math.max(0, w.trade - 1); w.docks = Math.max(0, w.docks - 1); } },
  { id: 'good_name', when: (w) => w.esteem >= 3, effects: (w) => { w.trade = Math.min(10, w.trade + 1); } },
];

const CLASHES = [
  {
    between: ['open_market', 'call_embargo'],
    when: (w) => true,
    effects: (w) => { w.credit.amber = Math.max(-3, w.credit.amber - 1); },
    voids: ['open_market'],
  },
  {
    between: ['send_boats', 'dredge'],
    when: (w) => w.fish >= 2,
    effects: (w) => { w.fish = Math.max(0, w.fish - 1); },
    voids: ['send_boats'],
  },
  {
    between: ['raise_toll', 'send_carts'],
    when: (w) => true,
    effects: (w) => { w.unrest = Math.min(10, w.unrest + 1); w.credit.amber = Math.max(-3, w.credit.amber - 1); },
    voids: [],
  },
  {
    between: ['sea_wall', 'drain_marsh'],
    when: (w) => w.stone <= 3,
    effects: (w) => { w.credit.birch = Math.max(-3, w.credit.birch - 1); w.credit.dune = Math.max(-3, w.credit.dune - 1); },
    voids: ['drain_marsh'],
  },
  {
    between: ['feed_town', 'grain_dole'],
    when: (w) => true,
    effects: (w) => { w.esteem = Math.min(5, w.esteem + 1); },
    voids: [],
  },
  {
    between: ['pilot_fees', 'sound_channel'],
    when: (w) => true,
    effects: (w) => { w.credit.coral = Math.max(-3, w.credit.coral - 1); },
    voids: ['pilot_fees'],
  },
  {
    between: ['build_bridge', 'lighthouse'],
    when: (w) => w.timber <= 3,
    effects: (w) => { w.timber = Math.max(0, w.timber - 1); },
    voids: ['lighthouse'],
  },
  {
    between: ['buy_grain', 'hold_back'],
    when: (w) => w.grain >= 5,
    effects: (w) => { w.trade = Math.max(0, w.trade - 1); w.credit.dune = Math.max(-3, w.credit.dune - 1); },
    voids: ['buy_grain', 'hold_back'],
  },
];

const ENDINGS = [
  { id: 'drowned', early: true, when: (w) => w.flood >= 8 && w.docks <= 1 },
  { id: 'revolt', early: true, when: (w) => w.unrest >= 10 },
  { id: 'golden', early: false, when: (w) => w.trade >= 7 && w.chest >= 6 && w.unrest <= 4 },
  { id: 'bridge_city', early: false, when: (w) => w.bridge === OPEN && w.charter >= SEALED },
  { id: 'hard_years', early: false, when: (w) => (w.grain + w.fish) <= 5 || w.chest <= 1 },
  { id: 'as_before', early: false, when: (w) => true },
];

module.exports = { EVENTS, RULES, CLASHES, ENDINGS };
