"""The names of the commands, each imported only when it is used: `--version` and `--help` start at once."""

import difflib
from importlib import import_module

import click

from secondsource import __version__
from secondsource.cli.places import Places, place_options

COMMANDS: dict[str, str] = {
    "demo": "Run the whole journey on the sample reports.",
    "add": "Take reports into the library and work out what they give.",
    "sources": "Show where the reports come from.",
    "ledger": "Show the ledger as a table.",
    "show": "Show an entry with its steps, or a report with what it says.",
    "export": "Write the library as JSON, CSV or a page to read.",
    "remove": "Take reports out of the library.",
    "verify": "Prove the library: texts, evidence and ledger.",
    "knowledge": "Look into what is known of weapons, makers, laws and outlets.",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"secondsource.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            ctx.exit()  # whoever reads our output has enough, which click would call a failure

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1, cutoff=0.5)
            hint = f" Did you mean {near[0]!r}?" if near else f" The commands are {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="secondsource")
@place_options
@click.pass_context
def secondsource(ctx: click.Context) -> None:
    """From press reports to a ledger of arms transfers, with the evidence and the real sources.

    Start with `secondsource demo`, or with `secondsource add FILES`.
    """
    ctx.ensure_object(Places)
