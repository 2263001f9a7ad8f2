"""What the artist prefers, applied as soon as it is chosen."""

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
from glide_studio.session.preferences import FONT_SCALES, Preferences, Theme
from glide_studio.ui.actions import Actions
from glide_studio.ui.appearance import apply_appearance
from glide_studio.ui.naming import heading, named
from glide_studio.ui.shortcuts_editor import ShortcutsEditor
from glide_studio.ui.theme import GRID, indent_text

SIZE = (560, 520)
SWITCHES = ("accept_single", "sound_when_done", "notify_when_done")
"""Commands that are preferences too."""


class PreferencesDialog(QDialog):
    """General, interface, shortcuts.  It is made anew each time that it is opened."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_dialog")
        self.setWindowTitle(tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._actions = actions
        self._preferences = preferences
        pages = named(
            QTabWidget(), "preferences_tabs", tr("Preferences"), tr("What can be preferred")
        )
        pages.setDocumentMode(True)
        pages.addTab(self._general(), tr("General"))
        pages.addTab(self._interface(), tr("Interface"))
        pages.addTab(ShortcutsEditor(actions), tr("Shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        named(close, "preferences_close_button", tr("Close"), tr("Everything is kept already"))
        close.setText(tr("Close"))
        close.setAutoDefault(False)  # Return belongs to what is being edited
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(pages, 1)
        layout.addWidget(buttons)

    def _general(self) -> QWidget:
        page, layout = _page()
        self._language = named(
            QComboBox(),
            "language_combo",
            tr("Language"),
            tr("The language of the interface, from the next start on"),
        )
        for code, name in LANGUAGES.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(self._language.findData(self._preferences.language))
        self._language.currentIndexChanged.connect(self._set_language)
        self._restart = named(
            QLabel(wordWrap=True), "language_note_label", tr("Language"), tr("When it changes")
        )
        self._restart.setProperty("role", "muted")
        self._restart.setVisible(False)
        layout.addWidget(heading(tr("Language"), self._language), 0, 0)
        layout.addWidget(self._language, 0, 1)
        layout.addWidget(self._restart, 1, 1)
        for row, name in enumerate(SWITCHES, 2):
            layout.addWidget(_check_box(self._actions[name]), row, 0, 1, 2)
        return page

    def _interface(self) -> QWidget:
        page, layout = _page()
        self._theme = named(
            QComboBox(), "theme_combo", tr("Theme"), tr("The colours of the interface")
        )
        for theme, text in (
            ("dark", tr("Dark")),
            ("light", tr("Light")),
            ("system", tr("As the system has it")),
        ):
            self._theme.addItem(text, theme)
        self._theme.setCurrentIndex(self._theme.findData(self._preferences.theme))
        self._theme.currentIndexChanged.connect(self._set_theme)
        least, greatest = (round(100 * scale) for scale in FONT_SCALES)
        self._font = named(
            QSpinBox(minimum=least, maximum=greatest, singleStep=10, suffix=" %"),
            "font_scale_spin",
            tr("Size of the letters"),
            tr("Size of the letters, as a share of the system's"),
        )
        indent_text(self._font)
        self._font.setValue(round(100 * self._preferences.font_scale))
        self._font.setKeyboardTracking(False)  # or half a number would be applied
        self._font.valueChanged.connect(self._set_font)
        for row, (text, control) in enumerate(
            ((tr("Theme"), self._theme), (tr("Size of the letters"), self._font))
        ):
            layout.addWidget(heading(text, control), row, 0)
            layout.addWidget(control, row, 1)
        return page

    def _set_language(self) -> None:
        self._preferences.language = self._language.currentData()
        self._restart.setText(tr("The language changes when the studio is started again."))
        self._restart.setVisible(True)

    def _set_theme(self) -> None:
        theme: Theme = self._theme.currentData()
        self._preferences.theme = theme
        self._apply()

    def _set_font(self, percent: int) -> None:
        self._preferences.font_scale = percent / 100
        self._apply()

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_appearance(app, self._preferences)


def _page() -> tuple[QWidget, QGridLayout]:
    page = QWidget()
    layout = QGridLayout(page)
    layout.setContentsMargins(0, 2 * GRID, 0, 0)
    layout.setHorizontalSpacing(2 * GRID)
    layout.setVerticalSpacing(2 * GRID)
    layout.setColumnStretch(1, 1)
    layout.setRowStretch(99, 1)
    return page, layout


def _check_box(action: QAction) -> QCheckBox:
    """A box that is checked as long as the action is."""
    name = action.objectName().removesuffix("_action")
    box = named(QCheckBox(action.statusTip()), f"{name}_check", action.text(), action.statusTip())
    box.setChecked(action.isChecked())
    box.clicked.connect(action.trigger)
    action.toggled.connect(box.setChecked)
    return box
