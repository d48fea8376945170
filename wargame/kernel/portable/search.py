"""Information-set Monte Carlo tree search with simultaneous orders, inside the program.

Every team has a tree of its own, one for each agenda it may have, over nothing but its own
decisions: what others seal in the same turn is as unseen in the tree as it is at the table. All
trees are descended at once in a world drawn anew, and each learns its own team's value
(multiple-observer ISMCTS, Cowling, Powley and Whitehouse 2012; decoupled selection for
simultaneous moves, Tak, Lanctot and Winands 2014). Which action is played at the root of the seat
that asks is said from outside (bots/halving.py). Chance and the others' moves do not branch a
tree (open loop, Perez et al. 2015). Selection is PUCT (Rosin 2011) with the doctrine's weights as
priors, counted over what is legal in the world at hand; beyond the trees everybody follows a
doctrine.

A node has NODE_FIELDS numbers: its action, next sibling, first child, visits, how often it could
have been chosen, and the sum of its values. In the place of node 0 stand the number of nodes there
are, of nodes there may be, and how much doubt weighs. Values count hundredths of a point; shares
and means are in 65536ths.
"""

from __future__ import annotations

from wargame.kernel.portable.abi import *
from wargame.kernel.portable.choices import find_open, find_ready, is_open
from wargame.kernel.portable.flow import choose
from wargame.kernel.portable.orders import place_order, seal
from wargame.kernel.portable.playout import (
    choose_by_chance,
    give_orders,
    play_on,
    spare_points,
    square_weights,
)
from wargame.kernel.portable.worlds import draw_world


def search(
    tree: list[int],
    walk: list[int],
    s: list[int],
    out: list[int],
    view: list[int],
    spans: list[int],
    hands: list[int],
    beliefs: list[int],
    a: int,
    b: int,
    first: int,
    n: int,
) -> int:
    """Descends n times, in the worlds from `first` on, and returns how many nodes there are."""
    i = first
    while i < first + n:
        draw_world(s, view, spans, hands, beliefs, out, a, b, i)
        enter(tree, walk, s)
        descend(tree, walk, s, out, i)
        learn(tree, walk, s)
        i = i + 1
    return tree[0]


def enter(tree: list[int], walk: list[int], s: list[int]) -> int:
    """Puts every team at the root of the tree of its agenda."""
    team = 0
    while team < TEAMS:
        k = s[AGENDA + team]
        if k > 0:
            k = k - 1
        root = 1 + team * ROOTS + k
        walk[team] = root
        walk[TEAMS + team] = 1
        walk[2 * TEAMS + team * DEPTH] = root
        team = team + 1
    return 0


def descend(tree: list[int], walk: list[int], s: list[int], out: list[int], key: int) -> int:
    """Plays the world to its end: by the trees as far as they reach, then by doctrine."""
    while play_on(s, out) != N_OVER:
        if s[WAIT] == N_ORDERS:
            team = 0
            while team < TEAMS:
                find_ready(s, team, out)
                n = square_weights(s, team, out)
                while s[SEALED + team] == 0 and walk[team] > 0:
                    act_on(s, team, pick_order(tree, walk, s, out, n, team))
                give_orders(s, team, out, n, 1, key)
                team = team + 1
        elif walk[s[WHO]] > 0:
            choose(s, pick_option(tree, walk, s, s[WHO]) - FIRST_CHOICE)
        else:
            choose_by_chance(s, key)
    return 0


def act_on(s: list[int], team: int, action: int) -> int:
    """Gives the order of an action, or seals."""
    if action == SEALING:
        seal(s, team)
    else:
        order = (action - FIRST_ORDER) // BOOSTS
        place_order(s, team, order, (action - FIRST_ORDER) % BOOSTS)
    return 0


def pick_order(
    tree: list[int], walk: list[int], s: list[int], out: list[int], n: int, team: int
) -> int:
    """Chooses one of n ready orders or the seal at a team's node, and goes on to its node.

    `square_weights` has listed them.
    """
    node = walk[team]
    mark_children(tree, walk, node)
    # every action has some chance, however little the doctrine thinks of it
    whole = 1 + find_open(s, team, out)
    i = CHOICES
    while i < CHOICES + n:
        k = out[i]
        if is_open(out, k) > 0:
            whole = whole + out[k]
        i = i + 1
    best = SEALING
    highest = bound(tree, walk, node, SEALING, share(1, whole))
    i = CHOICES
    while i < CHOICES + n:
        k = out[i]
        if is_open(out, k) > 0:
            order = CHOICE[team * CHOICES + k]
            prior = share(out[k] + 1, whole)
            spare = spare_points(s, team, order)
            if spare > 0:
                prior = prior >> 1
                action = FIRST_ORDER + order * BOOSTS + spare
                value = bound(tree, walk, node, action, prior)
                if value > highest:
                    best = action
                    highest = value
            action = FIRST_ORDER + order * BOOSTS
            value = bound(tree, walk, node, action, prior)
            if value > highest:
                best = action
                highest = value
        i = i + 1
    go_on(tree, walk, team, best)
    return best


def pick_option(tree: list[int], walk: list[int], s: list[int], team: int) -> int:
    """Chooses an option of the card in s[WHAT], and goes on to that action's node."""
    node = walk[team]
    mark_children(tree, walk, node)
    prior = share(1, OPTIONS[s[WHAT]])
    best = FIRST_CHOICE
    highest = bound(tree, walk, node, FIRST_CHOICE, prior)
    k = 1
    while k < OPTIONS[s[WHAT]]:
        value = bound(tree, walk, node, FIRST_CHOICE + k, prior)
        if value > highest:
            best = FIRST_CHOICE + k
            highest = value
        k = k + 1
    go_on(tree, walk, team, best)
    return best


def mark_children(tree: list[int], walk: list[int], node: int) -> int:
    """Notes for each action of a node which node it leads to."""
    child = tree[node * NODE_FIELDS + 2]
    while child > 0:
        walk[MARKS + tree[child * NODE_FIELDS]] = child
        child = tree[child * NODE_FIELDS + 1]
    return 0


def bound(tree: list[int], walk: list[int], node: int, action: int, prior: int) -> int:
    """Returns what PUCT chooses by: the mean value of an action, and a bonus for doubt.

    An action counts as tried STEADY times more than it was, with what its node has come to: one
    game tells little, and an action that was unlucky in its first is not lost for it. What is to
    be played at the asking seat's root comes before all else, where the world allows it.
    """
    if node == tree[3] and action == tree[4]:
        return FORCED
    at = node * NODE_FIELDS
    usual = share(tree[at + 5], tree[at + 3])
    tries = tree[at + 3]
    child = walk[MARKS + action]
    if child == 0:
        return usual + tree[2] * (prior * square_root(tries) >> 8)
    at = child * NODE_FIELDS
    tree[at + 4] = tree[at + 4] + 1
    doubt = prior * square_root(tree[at + 4]) >> 8
    value = share(tree[at + 5] + (usual * STEADY >> 16), tree[at + 3] + STEADY)
    return value + tree[2] * (share(doubt, tree[at + 3] + 1) >> 16)


def go_on(tree: list[int], walk: list[int], team: int, action: int) -> int:
    """Moves a team to the node of an action; a node that is new, or cannot be, is its last."""
    node = walk[team]
    child = walk[MARKS + action]
    is_new = child == 0
    clear_marks(tree, walk, node)
    length = walk[TEAMS + team]
    if is_new > 0 and tree[0] < tree[1]:
        child = tree[0]
        tree[0] = child + 1
        tree[child * NODE_FIELDS] = action
        tree[child * NODE_FIELDS + 1] = tree[node * NODE_FIELDS + 2]
        tree[node * NODE_FIELDS + 2] = child
    walk[team] = 0
    if child > 0 and length < DEPTH:
        walk[2 * TEAMS + team * DEPTH + length] = child
        walk[TEAMS + team] = length + 1
        if is_new == 0:
            walk[team] = child
    return 0


def clear_marks(tree: list[int], walk: list[int], node: int) -> int:
    """Forgets what `mark_children` has noted."""
    child = tree[node * NODE_FIELDS + 2]
    while child > 0:
        walk[MARKS + tree[child * NODE_FIELDS]] = 0
        child = tree[child * NODE_FIELDS + 1]
    return 0


def learn(tree: list[int], walk: list[int], s: list[int]) -> int:
    """Adds what the finished game is worth to a team to each node it has passed."""
    team = 0
    while team < TEAMS:
        value = worth_of_game(s, team)
        i = 0
        while i < walk[TEAMS + team]:
            at = walk[2 * TEAMS + team * DEPTH + i] * NODE_FIELDS
            tree[at + 3] = tree[at + 3] + 1
            tree[at + 5] = tree[at + 5] + value
            i = i + 1
        team = team + 1
    return 0


def worth_of_game(s: list[int], team: int) -> int:
    """Returns what a finished game is worth to a team, in hundredths of a point.

    Its score, more if that achieves its aims, and a share of the lead if nobody has scored more.
    """
    own = score(s, team)
    leaders = 1
    other = 0
    while other < TEAMS:
        if other != team:
            theirs = score(s, other)
            if theirs > own:
                leaders = 0
            if theirs == own and leaders > 0:
                leaders = leaders + 1
        other = other + 1
    value = own * 100
    if own >= ACHIEVED:
        value = value + WORTH_ACHIEVED
    if leaders > 0:
        value = value + (share(WORTH_LEAD, leaders) >> 16)
    return value


def share(part: int, whole: int) -> int:
    """Returns part / whole in 65536ths, to one in ten thousand; of nothing, 0."""
    while whole >= TABLED:
        whole = whole >> 1
        part = part >> 1
    return part * INVERSE[whole] >> 8


def square_root(n: int) -> int:
    """Returns the square root in 256ths, to one in a hundred."""
    scale = 0
    while n >= TABLED:
        n = n >> 2
        scale = scale + 1
    return ROOT[n] << scale
