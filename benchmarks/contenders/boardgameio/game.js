// The ruleset `harbour` as a boardgame.io game: two phases, three moves, hooks for what happens by
// itself. Chance comes from the keyed hash that every contender draws with.

'use strict';

const { original, setAutoFreeze } = require('immer');
const { INVALID_MOVE, Stage, TurnOrder } = require('boardgame.io/core');
const { MOVES } = require('./moves.js');
const { CARDS } = require('./cards.js');
const { EVENTS, RULES, CLASHES, ENDINGS } = require('./world.js');

const ORDERS = [...MOVES, ...CARDS];

// Freezing every state deeply is a guard for development; leaving it out is Immer's own advice for speed.
setAutoFreeze(false);

const TEAMS = ['amber', 'birch', 'coral', 'dune'];
const PURSES = [['amber', 'effort'], ['amber', 'coin'], ['birch', 'effort'], ['coral', 'effort'],
  ['coral', 'coin'], ['dune', 'effort']];
const INCOME = { effort: 3, coin: 1 };
const [DICE, CARD, AGENDA, POLICY] = [10000, 20000, 30000, 40000];
const [SEASONS, FIRST_EVENT, OUT] = [5, 40, 5];
const BANDS = [4, 6, 9, 11, Infinity];
ORDERS.forEach((order, i) => { order.number = i; });

// What a team may order if it can: its moves, then its hand, then its arguments.
const CHOICES = TEAMS.map((team) => [
  ...ORDERS.filter((order) => order.by === team),
  ...ORDERS.filter((order) => order.deck === `${team}_hand`),
  ...ORDERS.filter((order) => order.deck === 'reasons'),
]);

const of = (deck) => ORDERS.filter((order) => order.deck === deck).map((order) => order.number);
const REASONS = of('reasons');
const HANDS = TEAMS.map((team) => of(`${team}_hand`));

function number(w, purpose, index, n) {
  let h = (w.seed[0] + Math.imul(w.turn, 0x61C88647) + Math.imul(purpose, 0x2C1B3C6D)
    + Math.imul(index, 0x165667B1)) | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x21F0AAAD);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735A2D97);
  h ^= (h >>> 15) ^ w.seed[1];
  h ^= h >>> 16;
  h = Math.imul(h, 0x21F0AAAD);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735A2D97);
  h ^= h >>> 15;
  return Math.floor(((h >>> 0) * n) / 4294967296);
}

function setup(_, { seed, turns }) {
  const world = {
    seed, turn: 1, lastTurn: turns, switches: { tides: true },
    trade: 5, grain: 5, timber: 4, fish: 5, stone: 3, docks: 3, roads: 2, unrest: 3, chest: 5,
    esteem: 0, flood: 2, silt: 2,
    credit: { amber: 0, birch: 0, coral: 0, dune: 0 },
    stores: { amber: 2, birch: 2, coral: 2, dune: 2 },
    charter: 0, bridge: 0, surveyed: false, audited: false, embargo: false,
    purses: { amber: { effort: 3, coin: 1 }, birch: { effort: 3 }, coral: { effort: 3, coin: 1 },
      dune: { effort: 3 } },
    agendas: [],
    places: ORDERS.map(() => 0), // by card: 0 in the pile, a team + 1, or OUT
    gone: [0, 0, 0, 0, 0, 0],
    events: EVENTS.map((_, i) => i),
    happened: {}, times: {}, last: {}, ordered: {}, queue: [],
    asked: -1, scripted: false, owed: 2,
    who: 0, what: 0, ending: 0,
    prior: null, late: [2, 2, 2],
  };
  world.agendas = TEAMS.map((_, team) => number(world, AGENDA + team, 0, 3));
  TEAMS.forEach((_, team) => dealReason(world, team));
  TEAMS.forEach((_, team) => dealHand(world, team, 3));
  return { world, given: nothingGiven() };
}

function nothingGiven() {
  return TEAMS.map(() => ({ plain: [], argument: -1, sealed: false }));
}

// Returns a copy of the world that can be changed in place: cheaper than a draft of Immer's, which a
// hook with a hundred changes would pay for at each.
function thaw(world) {
  const { credit, stores, purses, places, gone, events, happened, times, last } = world;
  return {
    ...world,
    credit: { ...credit },
    stores: { ...stores },
    purses: { amber: { ...purses.amber }, birch: { ...purses.birch }, coral: { ...purses.coral },
      dune: { ...purses.dune } },
    places: places.slice(), gone: gone.slice(), events: events.slice(),
    happened: { ...happened }, times: { ...times }, last: { ...last },
  };
}

function deal(w, cards, limit, team, deck) {
  const pile = cards.filter((i) => w.places[i] === 0);
  const held = cards.filter((i) => w.places[i] === team + 1);
  if (pile.length === 0 || held.length >= limit) return;
  w.places[pile[number(w, CARD + deck * 16 + team + 1, w.gone[deck], pile.length)]] = team + 1;
  w.gone[deck] += 1;
}

function dealReason(w, team) {
  deal(w, REASONS, 2, team, 4);
}

function dealHand(w, team, cards) {
  for (let k = 0; k < cards; k++) deal(w, HANDS[team], 5, team, team);
}

function board(w) {
  return [w.lastTurn, w.trade, w.grain, w.timber, w.fish, w.stone, w.docks, w.roads, w.unrest,
    w.chest, w.esteem, w.flood, w.silt, ...TEAMS.map((team) => w.credit[team]),
    ...TEAMS.map((team) => w.stores[team]), w.charter, w.bridge, Number(w.surveyed),
    Number(w.audited), Number(w.embargo), ...PURSES.map(([team, purse]) => w.purses[team][purse])];
}

// Lets the cards of the season happen until one asks a team something.
function season(w) {
  while (w.asked < 0) {
    if (!w.scripted) {
      const due = w.events.find((i) => EVENTS[i].fires && EVENTS[i].fires(w));
      if (due === undefined) w.scripted = true;
      else happen(w, due);
    } else if (w.owed > 0) {
      const pool = w.events.filter(
        (i) => !EVENTS[i].fires && (!EVENTS[i].needs || EVENTS[i].needs(w)));
      w.who = 0;
      w.what = SEASONS;
      if (pool.length === 0) {
        w.owed = 0;
      } else {
        w.owed -= 1;
        happen(w, pool[number(w, CARD + SEASONS * 16, w.gone[SEASONS], pool.length)]);
      }
    } else {
      return;
    }
  }
}

function happen(w, i) {
  const event = EVENTS[i];
  w.events.splice(w.events.indexOf(i), 1);
  w.happened[event.id] = w.turn;
  w.gone[SEASONS] += 1;
  event.happen(w);
  if (event.chooser) {
    w.asked = i;
    w.who = Number(event.chooser);
    w.what = FIRST_EVENT + i;
  }
}

// What is left of a team's purses after the orders that it has given.
function spare(G, team) {
  const { effort, coin } = G.world.purses[TEAMS[team]];
  const left = { effort, coin };
  for (const i of G.given[team].plain) left[ORDERS[i].purse] -= ORDERS[i].cost;
  return left;
}

function allowed(G, team, order, left) {
  const { plain, argument } = G.given[team];
  const i = order.number;
  if (order.deck && G.world.places[i] !== team + 1) return false;
  if (order.deck === 'reasons' ? argument >= 0 : plain.length >= 2 || plain[0] === i) return false;
  return order.cost <= left[order.purse] && (!order.needs || order.needs(G.world));
}

// Returns the orders that a team may give now.
function legal(G, team) {
  const left = spare(G, team);
  return CHOICES[team].filter((order) => allowed(G, team, order, left));
}

// Shows the orders, pays for them, judges the clashes.
function show(w, given) {
  w.queue = [];
  w.ordered = {};
  TEAMS.forEach((team, t) => {
    const { plain, argument } = given[t];
    plain.forEach((order, k) => w.queue.push({ place: t * 3 + k, order, state: 1 }));
    if (argument >= 0) w.queue.push({ place: t * 3 + 2, order: argument, state: 1 });
    for (const order of plain) w.purses[team][ORDERS[order].purse] -= ORDERS[order].cost;
  });
  for (const { order } of w.queue) w.ordered[ORDERS[order].id] = 1;
  w.queue.sort((a, b) => ORDERS[a.order].priority - ORDERS[b.order].priority);
  for (const clash of CLASHES) {
    const [a, b] = clash.between;
    if (w.ordered[a] !== 1 || w.ordered[b] !== 1 || !clash.when(w)) continue;
    clash.effects(w);
    for (const id of clash.voids) {
      w.ordered[id] = 2;
      w.queue.find((entry) => ORDERS[entry.order].id === id).state = 2;
    }
  }
}

function work(w) {
  for (const entry of w.queue) {
    if (entry.state === 2) continue;
    const order = ORDERS[entry.order];
    const team = Math.floor(entry.place / 3);
    if (order.needs && !order.needs(w)) {
      w.purses[TEAMS[team]][order.purse] += order.cost;
      entry.state = 3;
      continue;
    }
    if (order.deck) w.places[entry.order] = OUT;
    w.times[order.id] = (w.times[order.id] || 0) + 1;
    w.last[order.id] = w.turn;
    order.act(w);
    if (order.outcomes) {
      w.who = team;
      w.what = entry.order;
      const total = 2 + number(w, DICE + entry.order, 0, 6) + number(w, DICE + entry.order, 1, 6)
        + Math.max(-3, Math.min(3, order.modifiers(w)));
      order.outcomes[BANDS.findIndex((upto) => total <= upto)](w);
    }
    entry.state = 4;
  }
}

function dusk(w) {
  for (const rule of RULES) if (rule.when(w)) rule.effects(w);
  w.late = [w.silt, w.late[0], w.late[1]];
  const final = w.turn >= w.lastTurn;
  w.ending = ENDINGS.findIndex((ending) => (final || ending.early) && ending.when(w)) + 1;
}

function nextTurn(w) {
  w.turn += 1;
  w.ordered = {};
  // before the season begins, since it would end at once with nothing owed
  w.scripted = false;
  w.owed = 2;
  for (const [team, purse] of PURSES) {
    w.purses[team][purse] = Math.min(w.purses[team][purse], 2) + INCOME[purse];
  }
  TEAMS.forEach((_, team) => dealReason(w, team));
  TEAMS.forEach((_, team) => dealHand(w, team, 1));
}

const moves = {
  choose: ({ G, playerID }, k) => {
    const { world, given } = original(G);
    const event = EVENTS[world.asked];
    if (!event || event.chooser !== playerID || !event.options[k]) return INVALID_MOVE;
    const w = thaw(world);
    w.asked = -1;
    event.options[k](w);
    season(w);
    return { world: w, given };
  },
  order: ({ G, playerID }, i) => {
    const team = Number(playerID);
    const now = original(G);
    if (!ORDERS[i] || !allowed(now, team, ORDERS[i], spare(now, team))) return INVALID_MOVE;
    if (ORDERS[i].deck === 'reasons') G.given[team].argument = i;
    else G.given[team].plain.push(i);
  },
  seal: ({ G, playerID }) => {
    G.given[Number(playerID)].sealed = true;
  },
};

const game = {
  name: 'harbour',
  setup,
  disableUndo: true,
  phases: {
    season: {
      start: true,
      moves: { choose: moves.choose },
      turn: { activePlayers: { all: Stage.NULL } },
      onBegin: ({ G }) => {
        const w = thaw(original(G).world);
        w.prior = board(w);
        season(w);
        return { world: w, given: nothingGiven() };
      },
      endIf: ({ G }) => G.world.asked < 0 && G.world.owed === 0,
      next: 'council',
    },
    council: {
      moves: { order: moves.order, seal: moves.seal },
      turn: {
        order: TurnOrder.ONCE,
        endIf: ({ G, ctx }) => G.given[Number(ctx.currentPlayer)].sealed,
      },
      onEnd: ({ G }) => {
        const { world, given } = original(G);
        const w = thaw(world);
        show(w, given);
        work(w);
        dusk(w);
        if (w.ending === 0) nextTurn(w);
        return { world: w, given };
      },
      next: 'season',
    },
  },
  endIf: ({ G }) => (G.world.ending > 0 ? { ending: G.world.ending } : undefined),
};

module.exports = { game, legal, number, board, TEAMS, ORDERS, EVENTS, POLICY, FIRST_EVENT };
