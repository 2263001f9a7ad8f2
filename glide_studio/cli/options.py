"""What several commands' options share."""

import argparse
from contextlib import suppress


def number(text: str) -> int | float | str:
    """`text` as a number, or as it is for whoever knows what the number should be to refuse."""
    for kind in (int, float):
        with suppress(ValueError):
            return kind(text)
    return text


def add_json(command: argparse.ArgumentParser, help_text: str) -> None:
    command.add_argument("--json", action="store_true", help=help_text)
