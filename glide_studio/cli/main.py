"""`glide-studio`: reads the command line, runs the command, and returns its exit status.

Qt and torch are imported by the commands that need them, once their input has been checked.
"""

import argparse
import errno
import importlib.metadata
import sys
from collections.abc import Sequence

from glide_studio.cli.files import export, show, thumbnail
from glide_studio.cli.making import EXAMPLE, generate, inpaint, outpaint, sketch, upscale
from glide_studio.cli.models import add_models
from glide_studio.cli.options import (
    FAILED,
    CommandError,
    Commands,
    Parser,
    accept_any_output,
    complain,
    drop_output,
)
from glide_studio.cli.replaying import replay
from glide_studio.cli.self_test import self_test
from glide_studio.cli.serving import serve
from glide_studio.cli.window import open_window
from glide_studio.core.request.request import RunError
from glide_studio.core.sentence import ArtistError
from glide_studio.session.failure import sentence
from glide_studio.threads import let_idle_threads_sleep

REFUSED, INTERRUPTED = 2, 130

DESCRIPTION = """\
GLIDE Studio, an image editor for artists built on GLIDE diffusion models.

Without a command it opens the window, with the pictures if FILE is given.
The commands below work without a window."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the command given by `words`, by default the program's arguments.

    Returns the exit status: 0 for success, 2 for input that cannot be used, 130 after Ctrl+C, and
    1 for any other failure. The last three print one line on stderr that says why.
    """
    let_idle_threads_sleep()
    accept_any_output()
    try:
        status = _run(sys.argv[1:] if words is None else words)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        complain("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has gone, as after “| head”
        drop_output()
        return FAILED
    except RunError as error:
        complain(str(error))
        return FAILED
    except (CommandError, ArtistError) as error:
        complain(str(error))
        return REFUSED
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC and not error.filename:
            complain("The output cannot be written: the disk is full.")
            drop_output()
        else:
            complain(sentence(error))
        return FAILED


def _run(words: Sequence[str]) -> int:
    """Run the command. Raises CommandError for an invalid command line, SystemExit after
    `--help`."""
    parser = Parser(
        prog="glide-studio",
        usage="glide-studio [FILE ...]\n       glide-studio COMMAND ...",
        description=DESCRIPTION,
        epilog=f"{EXAMPLE}\n\n“glide-studio COMMAND --help” describes a command and its options.",
    )
    parser.add_argument(
        "--version",
        action="store_const",
        dest="run",
        const=_print_version,
        help="print the version and exit",
    )
    parser.add_argument(
        "--self-test",
        action="store_const",
        dest="run",
        const=self_test,
        help="try every part of this copy of the program and exit",
    )
    commands = parser.add_subparsers(metavar="COMMAND", prog=parser.prog)
    for command in (
        open_window,
        generate,
        inpaint,
        outpaint,
        sketch,
        upscale,
        replay,
        show,
        export,
        thumbnail,
        serve,
    ):
        command.add_to(commands)
    add_models(commands)
    if not hasattr(sys, "frozen"):  # installers leave the tools of contributors out
        _add_tools(commands)
    opens_window = (
        not words
        or words[0] == "--new-window"
        or (not words[0].startswith("-") and words[0] not in commands.choices)
    )
    arguments = parser.parse_args(["open", *words] if opens_window else words)
    status: int = arguments.run(arguments)
    return status


def _add_tools(commands: Commands) -> None:
    from glide_studio.cli.bench import run_bench
    from glide_studio.cli.evaluating import evaluate
    from glide_studio.cli.training import add_training

    add_training(commands)
    evaluate.add_to(commands)
    run_bench.add_to(commands)


def _print_version(_: argparse.Namespace) -> int:
    print(f"glide-studio {importlib.metadata.version('glide-studio')}")
    return 0
