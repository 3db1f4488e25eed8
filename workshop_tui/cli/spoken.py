"""Commands of click whose help is said in the user's language.

click wants help texts when a command is made; here a command, an option and an argument look
theirs up when help is asked for, by their names: `cli.help.<command>` is what a command does,
`cli.help.<command>.<option>` what one of its options means.
"""

from typing import Any

import click

from workshop_tui.cli.run import Run

PROGRAM = "workshop-tui"


def run_of(ctx: click.Context) -> Run:
    """The run that a context belongs to."""
    run = ctx.find_object(Run)
    if run is None:
        raise TypeError("a context without its run")
    return run


class SpokenParameter(click.Parameter):
    """An option or argument that knows the key of its help."""

    def help_key(self, ctx: click.Context) -> str:
        """`cli.help.survey.under` for the option `--under` of `survey`."""
        longest = max(self.opts, key=len).lstrip("-").replace("-", "_")
        return f"cli.help.{command_name(ctx)}.{longest}"

    def spoken_record(self, ctx: click.Context, names: str) -> tuple[str, str]:
        """The names of the parameter and what it means."""
        return names, run_of(ctx).t(self.help_key(ctx))


class SpokenOption(click.Option, SpokenParameter):
    """An option whose help is in the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return record and self.spoken_record(ctx, record[0])


class SpokenArgument(click.Argument, SpokenParameter):
    """An argument whose help is in the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        return self.spoken_record(ctx, self.make_metavar(ctx))


class SpokenHelp(click.Command):
    """A command or group whose help is in the catalogue."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **{**attributes, "add_help_option": False})
        self.params.append(_help_option())

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        t = run_of(ctx).t
        pieces = [t("cli.help.options_metavar"), *self.collect_usage_pieces(ctx)[1:]]
        prefix = f"{t('cli.help.usage')} "
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(run_of(ctx).t(f"cli.help.{command_name(ctx)}"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        t = run_of(ctx).t
        for heading, kind in (
            (t("cli.help.arguments"), SpokenArgument),
            (t("cli.help.options"), SpokenOption),
        ):
            of_kind = (param for param in self.get_params(ctx) if isinstance(param, kind))
            records = [record for param in of_kind if (record := param.get_help_record(ctx))]
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)


class SpokenCommand(SpokenHelp):
    """A command whose help and refusals are in the catalogue."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # click would refuse what is left over in English.
        ctx.allow_extra_args = True
        try:
            left_over = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click would name the program in place of the command
            raise
        if left_over and not ctx.resilient_parsing:
            # Loaded here, since most command lines are right.
            from workshop_tui.cli.usage import UnexpectedArgumentError  # noqa: PLC0415

            raise UnexpectedArgumentError(left_over[0], ctx)
        return left_over


def command_name(ctx: click.Context) -> str:
    """The name by which the catalogue knows the command of a context."""
    is_program = ctx.parent is None
    return "program" if is_program else str(ctx.info_name)


def _help_option() -> SpokenOption:
    def show_help(ctx: click.Context, _param: click.Parameter, is_wanted: bool) -> None:  # noqa: FBT001 - click's signature
        if is_wanted and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return _EveryCommandsOption(
        ["--help"], is_flag=True, is_eager=True, expose_value=False, callback=show_help
    )


class _EveryCommandsOption(SpokenOption):
    """The option that every command has; it says the same in all."""

    def help_key(self, ctx: click.Context) -> str:
        del ctx
        return "cli.help.help"
