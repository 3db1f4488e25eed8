"""Wrong usage in the user's language: what click found wrong, as a message (exit code 2)."""

from collections.abc import Sequence

import click
from click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption

from workshop_tui.domain.message import Message
from workshop_tui.domain.plain_text import clean_line


class UnexpectedArgumentError(click.UsageError):
    """More was given than the command takes."""

    def __init__(self, given: str, ctx: click.Context) -> None:
        super().__init__(given, ctx)
        self.reason = Message.of("cli.usage.unexpected", given=clean_line(given))


class UnknownCommandError(click.UsageError):
    """There is no such command."""

    def __init__(self, given: str, known: Sequence[str], ctx: click.Context) -> None:
        # Loaded here, since most command lines name a command.
        from difflib import get_close_matches  # noqa: PLC0415

        super().__init__(given, ctx)
        near = get_close_matches(given, known, n=1)
        self.reason = (
            Message.of("cli.usage.nearly_a_command", given=clean_line(given), near=near[0])
            if near
            else Message.of("cli.usage.unknown_command", given=clean_line(given))
        )


class ContradictionError(click.UsageError):
    """Two things were asked for that exclude each other."""

    def __init__(self, reason: Message, ctx: click.Context) -> None:
        super().__init__(reason.key, ctx)
        self.reason = reason


def usage_message(error: click.UsageError) -> Message:
    """What is wrong, in one sentence."""
    match error:
        case UnexpectedArgumentError() | UnknownCommandError() | ContradictionError():
            return error.reason
        case NoSuchOption():
            return Message.of("cli.usage.unknown_option", given=clean_line(error.option_name))
        case BadOptionUsage():
            return _of_option(error)
        case MissingParameter() if error.param is not None:
            return Message.of("cli.usage.missing", name=_name_of(error.param, error.ctx))
        case click.BadParameter() if error.param is not None:
            return _of_value(error, error.param)
        case _:
            return Message.of("cli.usage.other", reason=clean_line(error.format_message()))


def _of_option(error: BadOptionUsage) -> Message:
    name = clean_line(error.option_name)
    params = error.ctx.command.params if error.ctx else ()
    is_flag = any(
        isinstance(param, click.Option) and param.is_flag and error.option_name in param.opts
        for param in params
    )
    return Message.of("cli.usage.takes_no_value" if is_flag else "cli.usage.needs_value", name=name)


def _of_value(error: click.BadParameter, param: click.Parameter) -> Message:
    name = _name_of(param, error.ctx)
    match param.type:
        case click.Choice(choices=choices):
            return Message.of("cli.usage.not_one_of", name=name, allowed=", ".join(choices))
        case click.IntRange(min=int(least), max=int(most)):
            return Message.of("cli.usage.not_in_range", name=name, least=least, most=most)
        case _:
            return Message.of("cli.usage.bad_value", name=name, reason=clean_line(error.message))


def _name_of(param: click.Parameter, ctx: click.Context | None) -> str:
    if isinstance(param, click.Option) or ctx is None:
        return max(param.opts, key=len)
    return param.make_metavar(ctx)
