"""Where a command looks: the folders given on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import evolve, frozen

Function = TypeVar("Function", bound=Callable[..., Any])


@frozen(kw_only=True)
class Places:
    """Is the folders given with `--save-dir` and `--scenarios`; None where nothing was given."""

    saves: Path | None = None
    scenarios: Path | None = None

    def scenario(self, named: str | None) -> str:
        """Returns the id of the scenario that a command is about: the one named, or the default."""
        if named is not None:
            return named
        # here, so that the help page need not read YAML
        from wargame.scenario.files import default_scenario

        return default_scenario(self.scenarios)


def save_dir_option(command: Function) -> Function:
    """Lets a command take `--save-dir` behind its name too, where it is looked for."""
    return click.option(
        "--save-dir",
        type=click.Path(path_type=Path, file_okay=False),
        expose_value=False,
        callback=_set_saves,
        help="Folder of the saves.",
    )(command)


def _set_saves(ctx: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        ctx.obj = evolve(ctx.obj or Places(), saves=folder)
