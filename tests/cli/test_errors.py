from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.conftest import Printed
from wargame import cli

Wargame = Callable[..., Printed]


def test_an_unknown_command_is_a_usage_error_with_the_nearest_one(wargame: Wargame) -> None:
    printed = wargame("chek")
    assert printed.code == 2
    assert "No such command 'chek', did you mean 'check'?" in printed.err


def test_a_commands_name_is_cleaned_before_it_is_printed(wargame: Wargame) -> None:
    assert "\x1b" not in wargame("\x1b[31mred").err


def test_an_unknown_option_is_a_usage_error(wargame: Wargame) -> None:
    assert wargame("list", "--jsn").code == 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("list", "--jsn"), "--jsn"),
        (("play", "river", "--dice", "loaded"), "'loaded' is not one of"),
        (("check",), "Missing argument 'SCENARIO'"),
        (("chek",), "No such command 'chek', did you mean 'check'?"),
        (("list", "a", "b"), "unexpected extra argument"),
    ],
)
def test_what_click_refuses_has_a_code_and_a_remedy_too(
    args: tuple[str, ...], said: str, wargame: Wargame
) -> None:
    printed = wargame(*args)
    assert (printed.code, printed.out) == (2, "")
    first, remedy = printed.err.splitlines()
    assert first.startswith("error[usage.invalid]: ")
    assert said in first
    assert remedy.startswith("  what to do: ")
    assert "--help" in remedy


@pytest.mark.parametrize("command", ["play", "balance", "show", "sources", "claims", "simulate"])
def test_an_empty_name_is_no_scenario_and_not_the_default_one(
    command: str, wargame: Wargame
) -> None:
    args = {"play": ("", "--plain"), "show": ("cards", "")}.get(command, ("",))
    printed = wargame(command, *args)
    assert printed.code == 1
    assert printed.err.startswith("error[scenario.unknown]: there is no scenario ''")


@pytest.mark.parametrize(
    "seats",
    [(), ("--seats", "averil=human,ossany=human"), ("--seat", "averil", "--seats", "ossany=fair")],
)
def test_bots_that_would_hold_no_seat_are_refused(seats: tuple[str, ...], wargame: Wargame) -> None:
    printed = wargame("play", "river", "--plain", "--bots", "random", *seats)
    assert printed.code == 2
    assert printed.err.startswith("error[usage.invalid]: the bots 'random' would hold no seat")
    assert "--seat TEAM" in printed.err


def test_an_error_is_told_with_its_code_and_its_remedy(wargame: Wargame) -> None:
    printed = wargame("check", "atlantis")
    assert printed.code == 1
    assert printed.out == ""
    code, remedy = printed.err.splitlines()
    assert code.startswith("error[scenario.unknown]: there is no scenario 'atlantis'")
    assert remedy.startswith("  what to do: ")


@pytest.mark.parametrize(
    "args",
    [("play",), ("resume", "x"), ("replay", "x")],
)
def test_screens_without_a_terminal_are_refused_with_plain_mode_as_the_remedy(
    args: tuple[str, ...], wargame: Wargame
) -> None:
    printed = wargame(*args)
    assert printed.code == 2
    assert printed.err.startswith("error[terminal.unfit]: ")
    assert "--plain" in printed.err


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "Stopped.\n"),
        (OSError(28, "No space left on device"), 1, "error[system.io]: "),
    ],
)
def test_what_stops_the_program_is_told_in_a_line(
    raised: BaseException,
    code: int,
    told: str,
    wargame: Wargame,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*args: object, **options: object) -> None:
        raise raised

    monkeypatch.setattr(cli.group, "main", fail)
    printed = wargame("list")
    assert printed.code == code
    assert told in printed.err
