"""Under which licences the studio, its libraries and its data may be used."""

import re
from importlib.metadata import Distribution, distribution, requires
from importlib.resources import files

PACKAGE = "glide-studio"
DATA = ("samples/README.md", "starter/README.md", "vocab/LICENSE.md")
"""Files of `resources` that name the origin and the licence of what lies beside them."""


def version() -> str:
    """The studio's own version."""
    return distribution(PACKAGE).version


def own_licence() -> str:
    """The licence of the studio in full."""
    for file in distribution(PACKAGE).files or ():
        if file.name == "LICENSE":
            return file.read_text("utf-8")
    return str(distribution(PACKAGE).metadata["License-Expression"])


def libraries() -> list[tuple[str, str, str]]:
    """Name, version and licence of each library that the studio needs, as it says itself."""
    needs = [need for need in requires(PACKAGE) or () if "extra ==" not in need]
    names = [match[0] for need in needs if (match := re.match(r"[\w.-]+", need))]
    found = [distribution(name) for name in (*names, "shiboken6")]
    return sorted((_name(one), one.version, _licence(one)) for one in found)


def data() -> list[str]:
    """What is written of the origin and the licences of the data, as Markdown."""
    folder = files("glide_studio.resources")
    return [folder.joinpath(*name.split("/")).read_text("utf-8") for name in DATA]


def _name(library: Distribution) -> str:
    return str(library.metadata["Name"])


def _licence(library: Distribution) -> str:
    said = library.metadata
    lines = said.get_all("Classifier") or []
    classified = [line.rpartition(" :: ")[2] for line in lines if line.startswith("License")]
    written = [*(said.get_all("License-Expression") or []), *(said.get_all("License") or [])]
    short = [text for text in written if "\n" not in text]
    return ", ".join(short or classified)
