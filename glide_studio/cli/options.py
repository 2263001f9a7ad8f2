"""The parser and the commands with typed options, on which all commands are built."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeAlias, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""The object to add commands to, which a parser's `add_subparsers` returns."""

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


def argument(help: str, **settings: Any) -> Any:
    """A field that is a positional argument; `settings` are those of argparse's `add_argument`."""
    return field(metadata={"flags": None, "settings": {"help": help, **settings}})


def option(*flags: str, help: str, **settings: Any) -> Any:
    """A field that is an argument with `flags`, by default one made of the field's name."""
    return field(metadata={"flags": flags, "settings": {"help": help, **settings}})


def flag(help: str) -> Any:
    """A field that is True if its flag is given."""
    return option(help=help, action="store_true")


@dataclass(frozen=True)
class Command(Generic[Options]):
    """The command `name`, which calls `run` with its `options` for the exit status.

    The fields of the dataclass `options` are made by `argument`, `option` and `flag`; `texts` are
    argparse's `help`, `description` and `epilog`.
    """

    name: str
    options: type[Options]
    run: Callable[[Options], int]
    texts: Mapping[str, Any]

    def add_to(self, commands: Commands) -> None:
        command = commands.add_parser(self.name, **self.texts)
        names = [item.name for item in fields(self.options)]
        for item in fields(self.options):
            flags, settings = item.metadata["flags"], item.metadata["settings"]
            if flags is None:
                command.add_argument(item.name, **settings)
            else:
                flags = flags or [f"--{item.name.replace('_', '-')}"]
                command.add_argument(*flags, dest=item.name, **settings)

        def run_parsed(arguments: argparse.Namespace) -> int:
            return self.run(self.options(**{name: getattr(arguments, name) for name in names}))

        command.set_defaults(run=run_parsed)


def command(
    name: str, options: type[Options], **texts: str
) -> Callable[[Callable[[Options], int]], Command[Options]]:
    """A decorator that makes a `Command` of the function that runs it."""
    return lambda run: Command(name, options, run, texts)


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


def accept_any_output() -> None:
    """Make stdout and stderr escape what they cannot encode, and discard output if they are closed.

    Not every terminal can show all of Unicode, and a command must not fail because of the name of a
    file.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def drop_output() -> None:
    """Discard all output from now on, including what is still buffered."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """Print one line about what went wrong on stderr."""
    print(f"glide-studio: {message}", file=sys.stderr)
