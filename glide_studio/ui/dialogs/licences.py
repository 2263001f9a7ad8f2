"""The libraries that the program uses, and their licences.

An installer brings `resources/licences`, made when it was built: `licences.json`, and the text of
each. Elsewhere pip has installed them, with their licences.
"""

import json
import re
from importlib.metadata import Distribution, PackagePath, distribution, requires
from importlib.resources import files
from typing import NamedTuple

PACKAGE = "glide-studio"
DATA = ("samples/README.md", "starter/README.md", "vocab/LICENSE.md")
"""Files of `resources` with the origin and licence of the data beside them."""

_LICENCE_FILE = re.compile(r"(?i)\b(licen[cs]es?|copying|notice)\b")
_SHIPPED = files("glide_studio.resources") / "licences"


class Library(NamedTuple):
    """A library that is used, and its licence in short."""

    name: str
    version: str
    licence: str


def own_licence() -> str:
    """The full text of GLIDE Studio's licence."""
    texts = licence_texts(distribution(PACKAGE))
    return texts[0] if texts else str(distribution(PACKAGE).metadata["License-Expression"])


def libraries() -> list[Library]:
    """The libraries that came with the program, or that it requires, by name."""
    index = _SHIPPED / "licences.json"
    if index.is_file():
        rows = json.loads(index.read_text("utf-8"))
        return [Library(row["name"], row["version"], row["licence"]) for row in rows]
    needs = [need for need in requires(PACKAGE) or () if "extra ==" not in need]
    names = [match[0] for need in needs if (match := re.match(r"[\w.-]+", need))]
    found = [distribution(name) for name in (*names, "shiboken6")]
    rows = [Library(str(one.metadata["Name"]), one.version, licence_of(one)) for one in found]
    return sorted(rows)


def full_licence(name: str) -> str:
    """The text of the licence of one of `libraries`; empty if it came without."""
    text = _SHIPPED / f"{name}.txt"
    if text.is_file():
        return text.read_text("utf-8")
    return "" if _SHIPPED.is_dir() else "\n\n".join(licence_texts(distribution(name)))


def data() -> list[str]:
    """The origin and licences of the data, as Markdown."""
    folder = files("glide_studio.resources")
    return [folder.joinpath(*name.split("/")).read_text("utf-8") for name in DATA]


def licence_of(library: Distribution) -> str:
    """The licence of a library in short, from its own metadata."""
    said = library.metadata
    lines = said.get_all("Classifier") or []
    classified = [line.rpartition(" :: ")[2] for line in lines if line.startswith("License")]
    written = [*(said.get_all("License-Expression") or []), *(said.get_all("License") or [])]
    short = [text for text in written if "\n" not in text]
    return ", ".join(short or classified)


def licence_texts(library: Distribution) -> list[str]:
    """The texts of licences and notices that a library was installed with."""
    found = [file for file in library.files or () if _is_licence(file)]
    return [file.read_text("utf-8") for file in found]


def _is_licence(file: PackagePath) -> bool:
    is_metadata = any(part.endswith(".dist-info") for part in file.parts)
    return is_metadata and _LICENCE_FILE.search(str(file)) is not None
