"""The command that opens the window."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from glide_studio.cli.options import CommandError, argument, command, flag

SCREENLESS_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Qt's platforms for Linux that need no display server."""


@dataclass(frozen=True)
class OpenOptions:
    files: list[Path] = argument("pictures to open", metavar="FILE", nargs="*", type=Path)
    new_window: bool = flag("open a window of its own, beside one that is open")


@command(
    "open",
    OpenOptions,
    help="open the window (the default without a command)",
    description=(
        "Open the window. If one is open already, it comes to the front and opens the\npictures."
    ),
)
def open_window(options: OpenOptions) -> int:
    for file in options.files:
        if not file.is_file():
            raise CommandError(
                f"“{file}” is neither a command nor a file; see “glide-studio --help”."
            )
    if not _has_display(os.environ):
        raise CommandError(
            "There is no display to open a window on; use the command line instead, for example "
            'glide-studio generate "a red apple" -o apple.png'
        )
    from glide_studio.session.single_instance import SingleInstance

    instance = None if options.new_window else SingleInstance.claim(options.files)
    if instance is None and not options.new_window:
        return 0

    from glide_studio.app import run

    return run(options.files, instance=instance)


def _has_display(environ: Mapping[str, str]) -> bool:
    if sys.platform != "linux" or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return True
    return environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in SCREENLESS_PLATFORMS
