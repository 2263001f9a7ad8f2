"""`python -m glide_studio` is `glide-studio`."""

import sys

from glide_studio.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
