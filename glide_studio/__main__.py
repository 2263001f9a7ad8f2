"""`glide-studio`, and `python -m glide_studio`."""

import sys


def main() -> int:
    """Run the command line; returns the exit status.

    Loading it takes a moment, in which Ctrl+C is answered in one line too.
    """
    try:
        from glide_studio.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        print("glide-studio: Stopped.", file=sys.stderr)
        return 130  # as after any other Ctrl+C


if __name__ == "__main__":
    sys.exit(main())
