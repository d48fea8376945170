// Plays games of random players with boardgame.io's reducer, as its clients and servers do, and
// prints the time they took and the hash of each final state. The numbers of games are read from
// the standard input, one a line; the argument is a file that says where the state has what.

'use strict';

const { readFileSync } = require('fs');
const { createInterface } = require('readline');
const { CreateGameReducer, InitializeGame, ProcessGameConfig } = require('boardgame.io/internal');
const { game, legal, number, board, TEAMS, ORDERS, EVENTS, POLICY, FIRST_EVENT } = require('./game.js');

const WARM = 100;
const slots = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const processed = ProcessGameConfig(game);
const reducer = CreateGameReducer({ game: processed });

function move(state, type, args, playerID) {
  return reducer(state, { type: 'MAKE_MOVE', payload: { type, args, playerID } });
}

function play(seed) {
  let state = InitializeGame({ game: processed, numPlayers: 4, setupData: { seed, turns: 8 } });
  let given = 0;
  while (!state.ctx.gameover) {
    const { G, ctx } = state;
    if (ctx.phase === 'season') {
      const { chooser, options } = EVENTS[G.world.asked];
      const k = number(G.world, POLICY + 100 + FIRST_EVENT + G.world.asked, 0, options.length);
      state = move(state, 'choose', [k], chooser);
      continue;
    }
    const team = Number(ctx.currentPlayer);
    const found = legal(G, team);
    const k = number(G.world, POLICY + team, given, found.length + 1);
    if (k === found.length) {
      state = move(state, 'seal', [], ctx.currentPlayer);
      given = 0;
    } else {
      state = move(state, 'order', [found[k].number], ctx.currentPlayer);
      given += 1;
    }
  }
  return state.G.world;
}

// Spreads a final state over the slots of the program's own state and hashes them.
function hash(w) {
  const s = new Uint32Array(slots.SIZE);
  const put = (name, i, value) => { s[slots[name] + i] = value; };
  const one = { TURN: w.turn, PHASE: 7, STEP: 3, WAIT: 9, WHO: w.who, WHAT: w.what, OVER: w.ending,
    CURSOR: w.queue.length, QUEUED: w.queue.length, SEED_A: w.seed[0], SEED_B: w.seed[1],
    PRESET: 1, SWITCH: 1 };
  for (const name of Object.keys(one)) put(name, 0, one[name]);
  board(w).forEach((value, i) => put('LAST_TURN', i, value));
  w.prior.forEach((value, i) => put('PRIOR', i, value));
  w.late.forEach((value, i) => put('L_silt', i, value));
  w.gone.forEach((value, i) => put('GONE', i, value));
  TEAMS.forEach((_, team) => {
    put('AGENDA', team, w.agendas[team] + 1);
    put('SEALED', team, 1);
  });
  w.queue.forEach(({ place, order, state }, k) => {
    put('ORDER', place, order + 1);
    put('ENTRY', place, state);
    put('QUEUE', k, place);
    put('ORDERED', order, w.ordered[ORDERS[order].id]);
  });
  ORDERS.forEach(({ id, deck }, i) => {
    put('TIMES', i, w.times[id] || 0);
    put('LAST', i, w.last[id] || 0);
    if (deck) put('PLACE', i - 28, w.places[i]);
  });
  EVENTS.forEach(({ id }, i) => {
    put('HAPPENED', FIRST_EVENT + i, w.happened[id] || 0);
    put('PLACE', FIRST_EVENT + i, w.happened[id] ? 5 : 0);
  });
  let h = 0x9E3779B9;
  for (let i = 0; i < s.length; i++) {
    h = Math.imul(h ^ s[i], 0x21F0AAAD);
    h ^= h >>> 15;
  }
  return h >>> 0;
}

function series(half, n) {
  const hashes = [];
  const start = process.hrtime.bigint();
  for (let i = 0; i < n; i++) hashes.push(hash(play([half, i])));
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, hashes };
}

// Other seeds than those that are measured let the compiler settle.
series(1, WARM);
createInterface({ input: process.stdin }).on('line', (line) => {
  process.stdout.write(`${JSON.stringify(series(0, Number(line)))}\n`);
});
