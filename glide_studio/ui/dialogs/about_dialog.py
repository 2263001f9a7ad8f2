"""The about box: version, and the licences of GLIDE Studio, its libraries and its data."""

from importlib.metadata import version as installed_version

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from glide_studio.session.language import tr
from glide_studio.ui.dialogs.licences import PACKAGE, data, full_licence, libraries, own_licence
from glide_studio.ui.style.icons import logo
from glide_studio.ui.style.theme import GRID, scaled_to_text
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import heading, label, named
from glide_studio.ui.widgets.windows import Button, Dialog

SIZE = QSize(600, 560)
LOGO = 56
INDEX = QUrl("licences:/index.md")
"""The page of all licences; beside it lies that of each library."""


class AboutDialog(Dialog):
    """Name and version above the licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("about_dialog", tr("About GLIDE Studio"), parent)
        self.resize(scaled_to_text(SIZE))
        licences = named(
            _Licences(),
            "licences_text",
            tr("Licences"),
            tr("Licences of GLIDE Studio, its libraries and its data"),
        )
        close = self.close_button("about_close_button", tr("Close this window"))
        close.button(Button.Close).setDefault(True)  # there is no field that needs Return
        title = heading(tr("Licences"), licences)
        text = fill(QVBoxLayout(), [title, licences], grows=[licences])
        layout = fill(QVBoxLayout(self), [_header(), text, close], 2 * GRID, grows=[text])
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)


def _header() -> QHBoxLayout:
    picture = QLabel(alignment=Qt.AlignmentFlag.AlignTop)
    picture.setPixmap(logo().pixmap(QSize(LOGO, LOGO), picture.devicePixelRatioF()))
    what = tr("Version {version}. An image editor for artists, built on GLIDE diffusion models.")
    about = named(
        label(what.format(version=installed_version(PACKAGE)), "muted", wraps=True),
        "about_label",
        tr("About GLIDE Studio"),
        tr("Version and description"),
    )
    texts = fill(QVBoxLayout(), [label("GLIDE Studio", "title"), about], GRID // 2)
    return fill(QHBoxLayout(), [picture, texts], 2 * GRID, grows=[texts])


class _Licences(QTextBrowser):
    """The page of all licences, and of each library that comes with it the text of its licence."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(GRID)
        self.setSource(INDEX)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The page `INDEX`, or beside it the text of the library of that name."""
        url = INDEX.resolved(QUrl(name))
        if url.scheme() != INDEX.scheme():
            return super().loadResource(kind, name)
        return _index_page() if url == INDEX else _text_page(url.fileName().removesuffix(".md"))


def _index_page() -> str:
    head = _row(tr("Library"), tr("Version"), tr("Licence"))
    rows = [
        _row(_linked(library.name), library.version, library.licence) for library in libraries()
    ]
    table = "\n".join([head, "|---|---|---|", *rows])
    parts = ["## " + tr("Libraries"), table, "## " + tr("Data"), *data()]
    return "\n\n".join([own_licence(), *parts])


def _text_page(library: str) -> str:
    text = full_licence(library) or tr("This library came without the text of its licence.")
    lines = "\n".join(f"    {line}" for line in text.splitlines())  # as it is written
    back = tr("Licences")
    return f"[← {back}]({INDEX.fileName()})\n\n## {library}\n\n{lines}\n"


def _linked(library: str) -> str:
    return f"[{library}]({library}.md)"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
