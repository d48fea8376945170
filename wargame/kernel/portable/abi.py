"""What the generator supplies to the hand-written half: constants, tables and functions.

Declarations only, for readers, type checkers and linters; nothing imports this at play.
"""

from __future__ import annotations

from collections.abc import Callable

ACHIEVED: int
ACTOR: int
AGENDA: int
ALL_BITS: int
BAND: int
BOARD: int
BOARD_SIZE: int
BOOST: int
BOOSTS: int
BROKEN: int
CHOICES: int
CLASHES: int
CONDUCT: int
CURSOR: int
DEAREST: int
DECKS: int
DEPTH: int
DOES_ADJUDICATION: int
DOES_EVENTS: int
DOES_ORDERS: int
DOES_REVEAL: int
DOES_UPKEEP: int
ENTRY: int
EVER: int
E_CARRIED_OUT: int
E_GIVEN: int
E_LAPSED: int
E_PENDING: int
E_VOIDED: int
E_WAITING: int
FAILURE: int
FIRST_CHOICE: int
FIRST_ORDER: int
FORCED: int
FREE: int
FREE_ROLL: int
F_FINISHED: int
F_FREE: int
F_OFFERED: int
F_STRUCK: int
GONE: int
HANDS: int
HAPPENED: int
HIDDEN: int
HYPOTHESES: int
KEEPING: int
KEPT: int
LAST: int
LAST_TURN: int
LATES: int
LIMIT: int
MARKS: int
MOST_AGENDAS: int
MOST_BOOST: int
NODE_FIELDS: int
N_AGENDA: int
N_CARD: int
N_CHOICE: int
N_DICE: int
N_NONE: int
N_ORDERS: int
N_OVER: int
N_PHASE: int
N_RULING: int
N_WEIGH: int
OFFER: int
OFFERS: int
OFFER_FIELDS: int
OPEN: int
ORDER: int
ORDERED: int
ORDERS: int
OTHER: int
OUT: int
OVER: int
OWED: int
PATCH_LENGTH: int
PER_TEAM: int
PHASE: int
PHASES: int
PLACE: int
PLAIN_ORDERS: int
PRIOR: int
PURPOSE_AGENDA: int
PURPOSE_CARD: int
PURPOSE_DICE: int
PURPOSE_POLICY: int
PURPOSE_WORLD: int
PURSE: int
PURSES: int
QUEUE: int
QUEUED: int
READY: int
RESULT_SIZE: int
ROOTS: int
SEALED: int
SEALING: int
SEATS: int
SEED_A: int
SEED_B: int
SIZE: int
SPENT: int
STAKE: int
STAKED: int
STEADY: int
STEP: int
STRIDE: int
SUCCESS: int
TABLED: int
TEAMS: int
TIMES: int
TOTAL: int
TURN: int
WAIT: int
WEIGHED: int
WHAT: int
WHO: int
WORD: int
WORDS: int
WORTH_ACHIEVED: int
WORTH_LEAD: int

AGENDAS: tuple[int, ...]
AGENDA_AT: tuple[int, ...]
ARGUED: tuple[int, ...]
ARGUMENT: tuple[int, ...]
BANDS: tuple[int, ...]
BANK: tuple[int, ...]
CARD: tuple[int, ...]
CHOICE: tuple[int, ...]
CHOOSER: tuple[int, ...]
CLASH_A: tuple[int, ...]
CLASH_B: tuple[int, ...]
CONDUCT_AGENDA: tuple[int, ...]
COST: tuple[int, ...]
DECK_CARDS: tuple[int, ...]
DECK_FIRST: tuple[int, ...]
DECK_OF: tuple[int, ...]
DICE: tuple[int, ...]
DOES: tuple[int, ...]
FIRST_PURSE: tuple[int, ...]
HAND_DECK: tuple[int, ...]
HAND_DRAW: tuple[int, ...]
HAND_START: tuple[int, ...]
HAND_TEAM: tuple[int, ...]
HIGH: tuple[int, ...]
INCOME: tuple[int, ...]
INVERSE: tuple[int, ...]
LAST_UPKEEP: tuple[int, ...]
LATE_OF: tuple[int, ...]
LATE_SLOT: tuple[int, ...]
LOW: tuple[int, ...]
NET: tuple[int, ...]
OPTIONS: tuple[int, ...]
OTHERS: tuple[int, ...]
PAYABLE: tuple[int, ...]
PAYS: tuple[int, ...]
PHASE_DECK: tuple[int, ...]
PHASE_DRAWS: tuple[int, ...]
PRIORITY: tuple[int, ...]
PURSE_TEAM: tuple[int, ...]
ROLL: tuple[int, ...]
ROOT: tuple[int, ...]
SIDES: tuple[int, ...]
TERM_DONE: tuple[int, ...]
TERM_FIRST: tuple[int, ...]
TERM_MOVES: tuple[int, ...]
VOIDS_A: tuple[int, ...]
VOIDS_B: tuple[int, ...]

act: Callable[..., int]
agenda_weight: Callable[..., int]
band: Callable[..., int]
clash: Callable[..., int]
deal_broken: Callable[..., int]
deal_kept: Callable[..., int]
drawn: Callable[..., int]
event: Callable[..., int]
grow_late: Callable[..., int]
hypothesis_ever: Callable[..., int]
hypothesis_given: Callable[..., int]
hypothesis_holds: Callable[..., int]
hypothesis_weight: Callable[..., int]
needs: Callable[..., int]
net: Callable[..., int]
option: Callable[..., int]
outcome: Callable[..., int]
owing: Callable[..., int]
pool: Callable[..., int]
ready: Callable[..., int]
score: Callable[..., int]
scripted: Callable[..., int]
term: Callable[..., int]
upkeep: Callable[..., int]
verdict: Callable[..., int]
