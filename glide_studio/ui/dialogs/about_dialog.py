"""The about box: version, and the licences of GLIDE Studio, its libraries and its data."""

import re
from importlib.metadata import Distribution, distribution, requires
from importlib.resources import files

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import heading, label, named
from glide_studio.ui.widgets.windows import Button, Dialog

SIZE = QSize(600, 560)
LOGO = 56
PACKAGE = "glide-studio"
DATA = ("samples/README.md", "starter/README.md", "vocab/LICENSE.md")
"""Files of `resources` with the origin and licence of the data beside them."""


class AboutDialog(Dialog):
    """Name and version above the licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("about_dialog", tr("About GLIDE Studio"), parent)
        self.resize(SIZE)
        licences = named(
            QTextBrowser(),
            "licences_text",
            tr("Licences"),
            tr("Licences of GLIDE Studio, its libraries and its data"),
        )
        licences.setOpenExternalLinks(True)
        licences.document().setDocumentMargin(GRID)
        licences.setMarkdown(_licences())
        close = self.close_button("about_close_button", tr("Close this window"))
        close.button(Button.Close).setDefault(True)  # there is no field that needs Return
        title = heading(tr("Licences"), licences)
        text = fill(QVBoxLayout(), [title, licences], grows=[licences])
        layout = fill(QVBoxLayout(self), [_header(), text, close], 2 * GRID, grows=[text])
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)


def _header() -> QHBoxLayout:
    logo = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
    logo.setPixmap(icon("app").pixmap(QSize(LOGO, LOGO), logo.devicePixelRatioF()))
    what = tr("Version {version}. An image editor for artists, built on GLIDE diffusion models.")
    about = named(
        label(what.format(version=distribution(PACKAGE).version), "muted", wraps=True),
        "about_label",
        tr("About GLIDE Studio"),
        tr("Version and description"),
    )
    texts = fill(QVBoxLayout(), [label("GLIDE Studio", "title"), about], GRID // 2)
    return fill(QHBoxLayout(), [logo, texts], 2 * GRID, grows=[texts])


def _licences() -> str:
    rows = [_row(*library) for library in libraries()]
    head = _row(tr("Library"), tr("Version"), tr("Licence"))
    table = "\n".join([head, "|---|---|---|", *rows])
    parts = ["## " + tr("Libraries"), table, "## " + tr("Data"), *data()]
    return "\n\n".join([own_licence(), *parts])


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


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
    return sorted((str(one.metadata["Name"]), one.version, _licence(one)) for one in found)


def data() -> list[str]:
    """The origin and licences of the data, as Markdown."""
    folder = files("glide_studio.resources")
    return [folder.joinpath(*name.split("/")).read_text("utf-8") for name in DATA]


def _licence(library: Distribution) -> str:
    said = library.metadata
    lines = said.get_all("Classifier") or []
    classified = [line.rpartition(" :: ")[2] for line in lines if line.startswith("License")]
    written = [*(said.get_all("License-Expression") or []), *(said.get_all("License") or [])]
    short = [text for text in written if "\n" not in text]
    return ", ".join(short or classified)
