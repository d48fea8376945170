"""Each team's orders, numbered for it alone, so that sets of them are the bits of ints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

WORD = 60
"""How many bits of an int are used: sums and differences of sets stay within 64."""

ALL_BITS = (1 << WORD) - 1


@frozen
class Choices:
    """Is what each team could ever order, in its own numbering: plain orders, then arguments."""

    orders: tuple[tuple[int, ...], ...]  # by team

    @property
    def words(self) -> int:
        """How many ints a team's set of choices takes."""
        return max(1, -(-max(map(len, self.orders), default=0) // WORD))

    def bits(self, team: int, orders: Sequence[int]) -> tuple[int, ...]:
        """Returns a set of a team's orders; those that are not its own are left out."""
        words = [0] * self.words
        for k, order in enumerate(self.orders[team]):
            if order in orders:
                words[k // WORD] |= 1 << k % WORD
        return tuple(words)

    def tables(self, tables: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """Returns the tables by which the program tells which choices are open."""
        cost, pays, argument = tables["COST"], tables["PAYS"], tables["ARGUMENT"]
        owners, teams = tables["PURSE_TEAM"], range(len(self.orders))
        size = self.words * WORD
        return {
            # the order that a team's k-th choice is, at team * CHOICES + k
            "CHOICE": tuple(
                order for own in self.orders for order in (*own, *[-1] * (size - len(own)))
            ),
            "ARGUED": tuple(
                word
                for team in teams
                for word in self.bits(team, [i for i, is_one in enumerate(argument) if is_one])
            ),
            # all choices but those that cost more than is left, by purse and what is left in it
            "PAYABLE": tuple(
                ALL_BITS - word
                for purse, team in enumerate(owners)
                for left in range(max(cost, default=0) + 1)
                for word in self.bits(
                    team,
                    [
                        i
                        for i in self.orders[team]
                        if cost[i] > left and pays[i * len(self.orders) + team] == purse
                    ],
                )
            ),
            # all choices but the one that is given, by s[ORDER + e] and team
            "OTHERS": tuple(
                ALL_BITS - word
                for given in range(len(cost) + 2)
                for team in teams
                for word in self.bits(team, [given - 1])
            ),
        }


def choices(tables: Mapping[str, tuple[int, ...]], teams: int) -> Choices:
    """Returns what each team could ever order, from what it pays for it with."""
    pays, argument = tables["PAYS"], tables["ARGUMENT"]
    return Choices(
        tuple(
            tuple(
                i
                for is_one in (0, 1)
                for i, is_argument in enumerate(argument)
                if is_argument == is_one and pays[i * teams + team] >= 0
            )
            for team in range(teams)
        )
    )
