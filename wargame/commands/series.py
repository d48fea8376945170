"""The options of commands that play a series of games, each written once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])

HOW_MANY = "How many."


def games_option(
    default: int, help: str = HOW_MANY, *, name: str = "--games"
) -> Callable[[Function], Function]:
    """Lets a command take a number of games, 1 or more."""
    return click.option(name, type=click.IntRange(1), default=default, show_default=True, help=help)


def seed_option() -> Callable[[Function], Function]:
    """Lets a command take the seed of a series, 1 if none is given."""
    return click.option(
        "--seed",
        type=click.IntRange(0, 2**63 - 1),
        default=1,
        show_default=True,
        help="Fixes all chance.",
    )


def processes_option() -> Callable[[Function], Function]:
    """Lets a command take a number of processes, one if none is given."""
    return click.option(
        "--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes."
    )


def bots_option() -> Callable[[Function], Function]:
    """Lets a command take the names of the players."""
    return click.option(
        "--bots",
        default="doctrine",
        show_default=True,
        help="random, doctrine, easy, fair, hard, best, search:N; or TEAM=BOT,...",
    )


def deals_option(*, default: bool) -> Callable[[Function], Function]:
    """Lets a command forbid or allow deals."""
    return click.option(
        "--deals/--no-deals", default=default, help="Whether the bots may strike deals."
    )


def setup_options(command: Function) -> Function:
    """Lets a command take a preset and switches that are off."""
    off = click.option(
        "--off", multiple=True, metavar="SWITCH", help="Turn a mechanism off; repeatable."
    )
    return click.option("--preset", default="", help="Way to set the games up.")(off(command))
