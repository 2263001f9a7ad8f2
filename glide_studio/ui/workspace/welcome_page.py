"""The welcome page, shown while there is no picture."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImageReader, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from glide_studio.session.file_previews import FilePreviews
from glide_studio.session.language import tr
from glide_studio.session.model_choice import ModelChoice
from glide_studio.ui.style.icons import icon
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.flow_layout import FlowLayout
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.pictures import PIXEL_RATIO, preview_icon

CONTENT_WIDTH = 560
THUMBNAIL = QSize(108, 72)
RECENT = QSize(48, 32)
MAX_RECENT = 4


class WelcomePage(QFrame):
    """Explains how to begin, and offers recent files, sample pictures and example prompts of the
    chosen model, and while there are only models of the program's own, which are small, others.

    `example_chosen` carries a prompt, `sample_chosen` and `recent_chosen` a path.
    """

    example_chosen = Signal(str)
    sample_chosen = Signal(object)
    recent_chosen = Signal(object)
    sketch_requested = Signal()
    open_requested = Signal()
    models_requested = Signal()

    def __init__(self, models: ModelChoice, previews: FilePreviews, parent: QWidget) -> None:
        super().__init__(parent)
        self._previews = previews
        self._chips: dict[Path, QPushButton] = {}
        previews.made.connect(self._show_preview)
        self.setObjectName("welcome_page")
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(GRID)
        self._layout.addStretch(2)
        title = tr("Sketch, open or describe a picture")
        self._layout.addWidget(_label(title, "welcome_label", "title"))
        paste = QKeySequence("Ctrl+V").toString(QKeySequence.SequenceFormat.NativeText)
        drop = tr("Drop a picture here, or paste it with {keys}").format(keys=paste)
        self._layout.addWidget(_label(drop, "drop_label", "muted"))
        self._layout.addSpacing(GRID)
        self._layout.addWidget(self._beginnings())
        self._recent = _Section("recent", tr("Recent files"))
        self._samples = _Section("samples", tr("Sample pictures"))
        self._examples = _Section("examples", tr("Example prompts"))
        self._small = self._offer_of_models()
        for offer in (self._recent, self._samples, self._examples, self._small):
            self._layout.addWidget(offer)
        self._layout.addStretch(3)
        self._offer_samples()
        self._models = models
        models.changed.connect(self._show_model)
        self._show_model()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer the first few of `paths`."""
        self._recent.clear()
        self._chips.clear()
        for number, path in enumerate(paths[:MAX_RECENT], 1):
            chip = _chip(f"recent_{number}_button", path.name, str(path))
            chip.clicked.connect(lambda _, path=path: self.recent_chosen.emit(path))
            chip.setIconSize(RECENT)
            self._recent.add(chip)
            self._chips[path] = chip
            self._show_preview(path)
        for path in reversed(self._chips):  # what is asked for last comes first
            self._previews.ask(path)
        self._fit()

    def _show_preview(self, path: Path) -> None:
        if path in self._chips:
            self._chips[path].setIcon(preview_icon(self._previews.of(path), RECENT))

    def _beginnings(self) -> QWidget:
        """The buttons for a picture of one's own."""
        row = QWidget()
        flow = FlowLayout(row, centred=True)
        tooltip = tr("Paint a rough sketch, which becomes a picture")
        sketch = push_button("welcome_sketch_button", tr("Sketch"), tooltip)
        begin = push_button("welcome_open_button", tr("Open…"), tr("Open a picture"), "Ctrl+O")
        for button, symbol, wanted in (
            (sketch, "paint_brush", self.sketch_requested),
            (begin, "open", self.open_requested),
        ):
            button.setIcon(icon(symbol))
            button.clicked.connect(wanted)
            flow.addWidget(button)
        return row

    def _offer_samples(self) -> None:
        folder = files("glide_studio.resources") / "samples"
        for name, text in (
            ("coffee", tr("A cup of coffee")),
            ("cat", tr("A cat")),
            ("rocket", tr("A rocket")),
        ):
            path = Path(str(folder / f"{name}.jpg"))
            button = named(
                QToolButton(), f"sample_{name}_button", text, tr("Open a copy of this picture")
            )
            button.setProperty("role", "thumbnail")
            button.setIcon(QIcon(_thumbnail(path)))
            button.setIconSize(THUMBNAIL)
            button.clicked.connect(lambda _, path=path: self.sample_chosen.emit(path))
            self._samples.add(button)

    def _offer_of_models(self) -> QWidget:
        """A note about the starter model, and a button for installing the released model."""
        offer = QWidget()
        said = tr("The included model is small and knows only a few words.")
        button = push_button(
            "welcome_models_button",
            tr("Get GLIDE's Model…"),
            tr("Open the models, to install the one that GLIDE's authors released"),
            role="link",
        )
        button.clicked.connect(self.models_requested)
        line = QWidget()
        fill(QVBoxLayout(offer), [line]).setContentsMargins(0, 2 * GRID, 0, 0)
        flow = FlowLayout(line, centred=True)
        flow.addWidget(_label(said, "starter_label", "muted", wraps=False))
        flow.addWidget(button)
        return offer

    def _show_model(self) -> None:
        """Offer the examples of the chosen model."""
        self._examples.clear()
        self._offer_examples(self._models.model.card.examples)
        self._fit()

    @property
    def _has_only_small(self) -> bool:
        return not any(model.is_own for model in self._models.installed)

    def _offer_examples(self, examples: Sequence[str]) -> None:
        for number, prompt in enumerate(examples, 1):
            chip = _chip(f"example_{number}_button", prompt, tr("Generate this picture"))
            chip.clicked.connect(lambda _, prompt=prompt: self.example_chosen.emit(prompt))
            self._examples.add(chip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content in a centred column."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Show as many sections as fit, the most important first."""
        side = max((self.width() - CONTENT_WIDTH) // 2, 3 * GRID)
        self._layout.setContentsMargins(side, 3 * GRID, side, 3 * GRID)
        offers = {
            self._examples: not self._examples.is_empty,
            self._small: self._has_only_small,
            self._samples: not self._samples.is_empty,
            self._recent: not self._recent.is_empty,
        }
        for offer in offers:
            offer.setVisible(False)
        for offer, is_offered in offers.items():
            offer.setVisible(is_offered)
            fits = offer.minimumSizeHint().width() <= self.width() - 2 * side
            fits = fits and self._layout.totalHeightForWidth(self.width()) <= self.height()
            offer.setVisible(fits and is_offered)


class _Section(QWidget):
    """A section: buttons side by side under a caption."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self._things = QWidget()
        self._flow = FlowLayout(self._things, centred=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * GRID, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(_label(text, f"{name}_label", "muted"))
        layout.addWidget(self._things)

    @property
    def is_empty(self) -> bool:
        return self._flow.count() == 0

    def add(self, thing: QWidget) -> None:
        self._flow.addWidget(thing)

    def clear(self) -> None:
        items = map(self._flow.itemAt, range(self._flow.count()))
        for thing in [widget for item in items if item and (widget := item.widget())]:
            self._flow.removeWidget(thing)  # which also deletes the item
            thing.hide()
            thing.setParent(None)
            thing.deleteLater()


def _chip(name: str, text: str, tooltip: str) -> QPushButton:
    chip = named(QPushButton(text.replace("&", "&&")), name, text, tooltip)
    chip.setProperty("role", "chip")
    return chip


def _thumbnail(path: Path) -> QPixmap:
    """The picture scaled to fill a thumbnail, cropped at the edges."""
    reader = QImageReader(str(path))
    size = THUMBNAIL * PIXEL_RATIO
    reader.setScaledSize(reader.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    picture = QPixmap.fromImage(reader.read())
    margin = (picture.size() - size) / 2
    cut = picture.copy(margin.width(), margin.height(), size.width(), size.height())
    cut.setDevicePixelRatio(PIXEL_RATIO)
    return cut


def _label(text: str, name: str, role: str, *, wraps: bool = True) -> QLabel:
    label = named(QLabel(text, wordWrap=wraps), name, text, "")
    label.setProperty("role", role)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
