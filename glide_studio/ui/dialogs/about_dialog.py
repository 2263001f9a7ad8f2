"""The about box: version and licences."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from glide_studio.session.language import tr
from glide_studio.ui.dialogs.licences import data, libraries, own_licence, version
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.naming import heading, named

SIZE = QSize(600, 560)
LOGO = 56


class AboutDialog(QDialog):
    """Name and version above the licences.  A new one is created each time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(tr("About GLIDE Studio"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        named(close, "about_close_button", tr("Close"), tr("Close this window"))
        close.setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(_header())
        layout.addSpacing(GRID)
        layout.addWidget(heading(tr("Licences"), licences))
        layout.addWidget(licences, 1)
        layout.addSpacing(GRID)
        layout.addWidget(buttons)


def _header() -> QHBoxLayout:
    logo, title = QLabel(), QLabel("GLIDE Studio")
    logo.setPixmap(icon("app").pixmap(QSize(LOGO, LOGO), logo.devicePixelRatioF()))
    title.setProperty("role", "title")
    about = named(
        QLabel(wordWrap=True),
        "about_label",
        tr("About GLIDE Studio"),
        tr("Version and description"),
    )
    what = tr("Version {version}. An image editor for artists, built on GLIDE diffusion models.")
    about.setText(what.format(version=version()))
    about.setProperty("role", "muted")
    texts = QVBoxLayout()
    texts.setSpacing(GRID // 2)
    texts.addWidget(title)
    texts.addWidget(about)
    header = QHBoxLayout()
    header.setSpacing(2 * GRID)
    header.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
    header.addLayout(texts, 1)
    return header


def _licences() -> str:
    rows = [_row(*library) for library in libraries()]
    head = _row(tr("Library"), tr("Version"), tr("Licence"))
    table = "\n".join([head, "|---|---|---|", *rows])
    parts = ["## " + tr("Libraries"), table, "## " + tr("Data"), *data()]
    return "\n\n".join([own_licence(), *parts])


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
