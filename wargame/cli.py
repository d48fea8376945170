"""The command line: `main` is the console script. Commands are imported when they are run."""

from __future__ import annotations

import importlib
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

import click

from wargame import __version__
from wargame.commands import streams
from wargame.commands.places import Places
from wargame.errors import UsageInvalid, WargameError
from wargame.language import languages, preferred, speak, tr

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: Mapping[str, str] = {
    "play": "Start a new game.",
    "learn": "Begin the next lesson.",
    "resume": "Go on with a saved game.",
    "replay": "Step through a recorded game.",
    "list": "List scenarios and saves.",
    "browse": "Browse and search a scenario's cards, rules, terms and sources.",
    "show": "Print a card, move, rule, agenda or glossary entry.",
    "check": "Report every fault of a scenario.",
    "translate": "Write what is to be translated into a file beside the scenario.",
    "sources": "Print what carries each statement of the source.",
    "balance": "Play many games and print who scores what.",
    "ladder": "Play stronger bots against weaker ones.",
    "simulate": "Play very many games and print how they end.",
    "claims": "Test a scenario's hypotheses over many games.",
    "verify": "Check that a save is whole and replays to the same states.",
    "export": "Write a save as one JSON document.",
    "keys": "Print which key does what, and how to move it.",
    "doctor": "Check whether this computer is fit to play.",
    "completion": "Print the completion script of a shell.",
}
"""Names and first lines of the commands, here so that `--help` need import none of them."""

EPILOG = """Exit codes: 0 all is well; 1 a fault was found or the game refused; 2 the command was
used wrongly; 130 stopped by Ctrl-C; 141 nobody reads the output any more; 143 stopped by
SIGTERM."""

INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143

_USAGE_CODES = ("usage.", "terminal.")


class Commands(click.Group):
    """Is the group of commands, each imported from `wargame.commands` when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Returns the commands' names, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Returns the command of that name, importing its module."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"wargame.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the commands' names and first lines without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Returns the commands and options that begin so, without importing the commands."""
        from click.shell_completion import CompletionItem

        names = [name for name in COMMANDS if name.startswith(incomplete)]
        commands = [CompletionItem(name, help=COMMANDS[name]) for name in names]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Returns the command that `args` names, or refuses with the nearest name there is."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from wargame.text import clean, nearest

            word = clean(args[0], limit=60)
            known = nearest(word, list(COMMANDS))
            ctx.fail(tr("No such command '{word}'{nearest}", word=word, nearest=known))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a reader of the output that has gone away ends it quietly."""
        try:
            result = super().invoke(ctx)
            streams.flush()
        except BrokenPipeError:
            streams.abandon()
            ctx.exit(BROKEN_PIPE)
        return result


def _speak(ctx: click.Context, parameter: click.Parameter, code: str | None) -> None:
    """Shows everything in the language of the option, its variable, the settings or the system.

    Raises:
        UsageInvalid: there is no such language.
    """
    if code and code not in languages():
        from wargame.text import clean

        raise UsageInvalid(
            tr("there is no language '{word}'", word=clean(code, limit=40)),
            remedy=tr("the languages are {languages}", languages=", ".join(languages())),
        )
    speak(code or _settled() or preferred())


def _settled() -> str:
    """Returns the language in the user's settings; none if they cannot be read: others tell why."""
    from wargame.tui.settings import read_settings

    try:
        return read_settings().language
    except UsageInvalid:
        return ""


@click.group(
    cls=Commands,
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--version", message="wargame %(version)s")
@click.option(
    "--save-dir",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="WARGAME_SAVE_DIR",
    help="Folder of the saves. [env: WARGAME_SAVE_DIR]",
)
@click.option(
    "--scenarios",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    envvar="WARGAME_SCENARIOS",
    help="Folder with rulesets/ and decks/ of your own. [env: WARGAME_SCENARIOS]",
)
@click.option(
    "--language",
    metavar="CODE",
    envvar="WARGAME_LANGUAGE",
    expose_value=False,
    callback=_speak,
    help="Language that everything is shown in, as en. [env: WARGAME_LANGUAGE]",
)
@click.pass_context
def group(ctx: click.Context, save_dir: Path | None, scenarios: Path | None) -> int:
    """Play, run and study tabletop crisis games.

    Without a command: opens the start screen; with no terminal attached, plays a demonstration
    game between bots and tells how it went.
    """
    ctx.obj = Places(saves=save_dir, scenarios=scenarios)
    if ctx.invoked_subcommand is None:
        from wargame.commands.start import start

        return start(ctx.obj)
    return 0


def run(args: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code; every error is told on stderr."""
    try:
        result: Any = group.main(args, prog_name="wargame", standalone_mode=False)
    except click.Abort:
        return _tell(tr("Stopped."), INTERRUPTED)
    except click.UsageError as fault:
        path = fault.ctx.command_path if fault.ctx is not None else "wargame"
        remedy = tr("'{command} --help' says what can be given", command=path)
        streams.tell(UsageInvalid(_line(fault.format_message()), remedy=remedy))
        return fault.exit_code
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except WargameError as fault:
        streams.tell(fault)
        is_usage = isinstance(fault, UsageInvalid) or fault.code.startswith(_USAGE_CODES)
        return 2 if is_usage else 1
    except KeyboardInterrupt:
        return _tell(tr("Stopped."), INTERRUPTED)
    except OSError as fault:
        # What is still buffered for a full disk would fail again at exit, with a traceback.
        streams.abandon()
        return _tell(f"error[system.io]: {fault}", 1)
    # the last door: nobody at a table should meet a traceback
    except Exception as fault:  # noqa: BLE001
        from wargame.commands.crash import report

        return _tell(report(fault), 1)
    return result if isinstance(result, int) else 0


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Is the console script: runs the command line and ends the process with its code."""
    streams.prepare()
    signal.signal(signal.SIGTERM, _terminate)
    sys.exit(run(args))


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    """Ends the program as an exception does, so that the save is closed on the way out."""
    raise SystemExit(TERMINATED)


def _line(message: str) -> str:
    """Returns a message of Click's as one line, without the mark at its end."""
    return " ".join(message.split()).removesuffix(".")


def _tell(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code
