"""`wargame completion`: prints the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from wargame.language import tr


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    For bash, add this to ~/.bashrc: eval "$(wargame completion bash)"; zsh likewise. For fish:
    wargame completion fish > ~/.config/fish/completions/wargame.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(tr("there is no completion for {shell}", shell=shell), ctx)
    # The class's own check starts a shell to ask its version: not needed to print a text.
    script = kind(ctx.find_root().command, {}, "wargame", "_WARGAME_COMPLETE")
    print(script.source_template % script.source_vars())
