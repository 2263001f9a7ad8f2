"""What the families of commands share: the parser, typed options, and complaints."""

import argparse
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where commands are added: what `add_subparsers` of a parser returns."""

Options = TypeVar("Options", bound="DataclassInstance")


FAILED = 1
"""The exit status of a command that could not do all of its work."""


class CommandError(Exception):
    """A command that cannot run; the message is one sentence for the user."""


class Parser(argparse.ArgumentParser):
    """A parser that raises CommandError, with one sentence, for a command line it cannot read."""

    def __init__(self, **options: Any) -> None:
        formatter = argparse.RawDescriptionHelpFormatter
        super().__init__(allow_abbrev=False, formatter_class=formatter, **options)

    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message[0].upper()}{message[1:]}; see “{self.prog} --help”.")


def bind(command: Parser, options: type[Options], run: Callable[[Options], int]) -> None:
    """Have `command` call `run`, which returns the exit status, with what was typed.

    `options` is a dataclass with a field for each argument of the command.
    """

    def run_parsed(arguments: argparse.Namespace) -> int:
        names = [field.name for field in fields(options)]
        return run(options(**{name: getattr(arguments, name) for name in names}))

    command.set_defaults(run=run_parsed)


def add_json(command: Parser, help_text: str) -> None:
    command.add_argument("--json", action="store_true", help=help_text)


def whole(text: str) -> int:
    """Convert `text` to a whole number; the request that it goes into checks its range."""
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number") from error


def whole_from(least: int) -> Callable[[str], int]:
    """Return a converter of text to whole numbers that refuses those below `least`."""

    def convert(text: str) -> int:
        with suppress(ValueError):
            number = int(text)
            if number >= least:
                return number
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number of at least {least}")

    return convert


def real(text: str) -> float:
    """Convert `text` to a number; the request that it goes into checks its range."""
    try:
        return float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number") from error


def complain(message: str) -> None:
    """Print one line about what went wrong on stderr."""
    print(f"glide-studio: {message}", file=sys.stderr)
