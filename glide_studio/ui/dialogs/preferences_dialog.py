"""The preferences: applied as soon as they are changed, but the language at the next start."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from glide_studio.session.language import LANGUAGES, tr
from glide_studio.session.preferences import FONT_SCALES, OneFinger, Precision, Preferences, Theme
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.shortcuts_editor import ShortcutsEditor
from glide_studio.ui.style.theme import GRID, apply_appearance, indent_text
from glide_studio.ui.widgets.naming import heading, named, percent_suffix

SIZE = (640, 560)
SWITCHES = ("accept_single", "sound_when_done", "notify_when_done")
"""Commands that are preferences too."""

_E = TypeVar("_E", bound=str)


class PreferencesDialog(QDialog):
    """General, interface, shortcuts.  A new one is created each time."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_dialog")
        self.setWindowTitle(tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._actions = actions
        self._preferences = preferences
        pages = named(QTabWidget(), "preferences_tabs", tr("Preferences"), tr("Preferences"))
        pages.setDocumentMode(True)
        pages.addTab(self._general(), tr("General"))
        pages.addTab(self._interface(), tr("Interface"))
        pages.addTab(ShortcutsEditor(actions), tr("Shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        named(close, "preferences_close_button", tr("Close"), tr("Changes are saved automatically"))
        close.setText(tr("Close"))
        close.setAutoDefault(False)  # Return belongs to the field being edited
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(pages, 1)
        layout.addWidget(buttons)

    def _general(self) -> QWidget:
        page, layout = _page()
        self._language = _choice(
            "language_combo",
            tr("Language"),
            tr("The language of the interface"),
            LANGUAGES,
            self._preferences.language,
        )
        self._language.currentIndexChanged.connect(self._set_language)
        layout.addWidget(heading(tr("Language"), self._language), 0, 0)
        layout.addWidget(self._language, 0, 1)
        layout.addWidget(_hint(tr("Takes effect at the next start.")), 1, 1)
        precisions: dict[Precision, str] = {
            "auto": tr("Automatic"),
            "float32": tr("Full (32 bits)"),
            "fast": tr("Fastest"),
        }
        self._precision = _choice(
            "precision_combo",
            tr("Precision"),
            tr("Automatic uses the fastest precision that is accurate on this computer"),
            precisions,
            self._preferences.precision,
        )
        self._precision.currentIndexChanged.connect(self._set_precision)
        layout.addWidget(heading(tr("Precision"), self._precision), 2, 0)
        layout.addWidget(self._precision, 2, 1)
        layout.addWidget(_hint(tr("Takes effect at the next start.")), 3, 1)
        for row, name in enumerate(SWITCHES, 4):
            layout.addWidget(_check_box(self._actions[name]), row, 0, 1, 2)
        return page

    def _interface(self) -> QWidget:
        page, layout = _page()
        themes: dict[Theme, str] = {
            "dark": tr("Dark"),
            "light": tr("Light"),
            "system": tr("Follow system"),
        }
        self._theme = _choice(
            "theme_combo",
            tr("Theme"),
            tr("The colours of the interface"),
            themes,
            self._preferences.theme,
        )
        self._theme.currentIndexChanged.connect(self._set_theme)
        gestures: dict[OneFinger, str] = {
            "auto": tr("Paint until a pen is used"),
            "paint": tr("Paint"),
            "pan": tr("Pan"),
        }
        self._one_finger = _choice(
            "one_finger_combo",
            tr("One-finger touch"),
            tr("What one finger does on a touch screen; two fingers always pan"),
            gestures,
            self._preferences.one_finger,
        )
        self._one_finger.currentIndexChanged.connect(self._set_one_finger)
        for row, (text, control) in enumerate(
            (
                (tr("Theme"), self._theme),
                (tr("Text size"), self._make_font_spin()),
                (tr("One-finger touch"), self._one_finger),
            )
        ):
            layout.addWidget(heading(text, control), row, 0)
            layout.addWidget(control, row, 1)
        return page

    def _make_font_spin(self) -> QSpinBox:
        least, greatest = (round(100 * scale) for scale in FONT_SCALES)
        font = named(
            QSpinBox(minimum=least, maximum=greatest, singleStep=10, suffix=percent_suffix()),
            "font_scale_spin",
            tr("Text size"),
            tr("Text size as a percentage of the system's"),
        )
        indent_text(font)
        font.setValue(round(100 * self._preferences.font_scale))
        font.setKeyboardTracking(False)  # otherwise half a number would be applied
        font.valueChanged.connect(self._set_font)
        return font

    def _set_language(self) -> None:
        self._preferences.language = self._language.currentData()

    def _set_precision(self) -> None:
        self._preferences.precision = self._precision.currentData()

    def _set_theme(self) -> None:
        theme: Theme = self._theme.currentData()
        self._preferences.theme = theme
        self._apply()

    def _set_one_finger(self) -> None:
        self._preferences.one_finger = self._one_finger.currentData()

    def _set_font(self, percent: int) -> None:
        self._preferences.font_scale = percent / 100
        self._apply()

    def _apply(self) -> None:
        apply_appearance(_application(), self._preferences)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _page() -> tuple[QWidget, QGridLayout]:
    page = QWidget()
    layout = QGridLayout(page)
    layout.setContentsMargins(0, 2 * GRID, 0, 0)
    layout.setHorizontalSpacing(2 * GRID)
    layout.setVerticalSpacing(2 * GRID)
    layout.setColumnStretch(1, 1)
    layout.setRowStretch(99, 1)
    return page, layout


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "small")
    return label


def _choice(name: str, text: str, tooltip: str, entries: Mapping[_E, str], chosen: _E) -> QComboBox:
    """A box of entries in words, each with what it stands for as its data."""
    combo = named(QComboBox(), name, text, tooltip)
    for entry, words in entries.items():
        combo.addItem(words, entry)
    combo.setCurrentIndex(combo.findData(chosen))
    return combo


def _check_box(action: QAction) -> QCheckBox:
    """A box that is checked as long as the action is."""
    name = action.objectName().removesuffix("_action")
    box = named(QCheckBox(action.statusTip()), f"{name}_check", action.text(), action.statusTip())
    box.setChecked(action.isChecked())
    box.clicked.connect(action.trigger)
    action.toggled.connect(box.setChecked)
    return box
