from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.cli.conftest import Printed
from wargame.cli import COMMANDS, group

Wargame = Callable[..., Printed]


def test_the_help_page_names_every_command_and_the_exit_codes(wargame: Wargame) -> None:
    page = wargame("--help")
    assert page.code == 0
    for name, summary in COMMANDS.items():
        assert f"  {name} " in page.out
        assert summary in page.out
    assert "130" in page.out


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_page_begins_with_the_line_of_the_help_page(name: str, wargame: Wargame) -> None:
    page = wargame(name, "--help")
    assert page.code == 0
    assert page.out.startswith(f"Usage: wargame {name} ")
    assert page.out.split("\n\n")[1].strip() == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    command = group.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert getattr(parameter, "help", None), parameter.name


def test_the_help_page_imports_no_command_and_nothing_heavy() -> None:
    script = (
        "import sys, wargame.cli as cli\n"
        "assert cli.run(['--help']) == 0\n"
        "heavy = {'textual', 'rich', 'yaml', 'transitions', 'polib', 'wargame.kernel'}\n"
        "commands = {f'wargame.commands.{name}' for name in cli.COMMANDS}\n"
        "assert not (heavy | commands) & set(sys.modules), (heavy | commands) & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_printed(wargame: Wargame) -> None:
    from wargame import __version__

    assert wargame("--version") == Printed(0, f"wargame {__version__}\n", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_the_script_of_a_shell(shell: str, wargame: Wargame) -> None:
    printed = wargame("completion", shell)
    assert printed.code == 0
    assert f"_WARGAME_COMPLETE={shell}_complete" in printed.out


def test_a_shell_completes_commands(program: Callable[..., object]) -> None:
    done = program(
        environ={
            "_WARGAME_COMPLETE": "bash_complete",
            "COMP_WORDS": "wargame re",
            "COMP_CWORD": "1",
        }
    )
    assert done.stdout.split() == ["plain,resume", "plain,replay"]  # type: ignore[attr-defined]
