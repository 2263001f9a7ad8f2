"""The licences of GLIDE Studio, its libraries and its data."""

import re
from importlib.metadata import Distribution, distribution, requires
from importlib.resources import files

PACKAGE = "glide-studio"
DATA = ("samples/README.md", "starter/README.md", "vocab/LICENSE.md")
"""Files of `resources` with the origin and licence of the data beside them."""


def version() -> str:
    """The version of GLIDE Studio."""
    return distribution(PACKAGE).version


def own_licence() -> str:
    """The full text of GLIDE Studio's licence."""
    for file in distribution(PACKAGE).files or ():
        if file.name == "LICENSE":
            return file.read_text("utf-8")
    return str(distribution(PACKAGE).metadata["License-Expression"])


def libraries() -> list[tuple[str, str, str]]:
    """Name, version and licence of each required library, from its own metadata."""
    needs = [need for need in requires(PACKAGE) or () if "extra ==" not in need]
    names = [match[0] for need in needs if (match := re.match(r"[\w.-]+", need))]
    found = [distribution(name) for name in (*names, "shiboken6")]
    return sorted((_name(one), one.version, _licence(one)) for one in found)


def data() -> list[str]:
    """The origin and licences of the data, as Markdown."""
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
