"""The theme: a calm interface, dark or light, where nothing competes with the picture."""

from dataclasses import asdict, dataclass
from importlib.resources import files
from string import Template

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit

from glide_studio.session.preferences import Preferences

STYLE = "fusion"
GRID = 8
"""All spacing is a multiple of this number of pixels, or half of it."""


@dataclass(frozen=True)
class ThemeColours:
    """The colours of a theme, neutral so that they do not affect how the picture is perceived."""

    canvas: str = "#151618"
    window: str = "#1d1f22"
    panel: str = "#24262a"
    field: str = "#2e3136"
    raised: str = "#383c42"
    border: str = "#43474f"
    text: str = "#e8e9ec"
    text_muted: str = "#a9afb9"
    text_disabled: str = "#747a84"
    accent: str = "#86b0ff"
    accent_raised: str = "#a3c3ff"
    accent_text: str = "#10182a"
    accent_quiet: str = "#34425e"
    danger: str = "#ff9c94"


DARK = ThemeColours()
LIGHT = ThemeColours(
    canvas="#cdcfd2",
    window="#dfe1e4",
    panel="#eff0f2",
    field="#ffffff",
    raised="#e0e2e6",
    border="#b7bbc2",
    text="#1b1d21",
    text_muted="#4a5059",
    text_disabled="#868c96",
    accent="#285bc2",
    accent_raised="#1f4ca8",
    accent_text="#ffffff",
    accent_quiet="#cfdcf8",
    danger="#a8211b",
)


def current() -> ThemeColours:
    """The colours of the current theme."""
    return DARK if QGuiApplication.palette().window().color().lightnessF() < 0.5 else LIGHT


def apply_theme(app: QApplication, colours: ThemeColours = DARK, font_scale: float = 1.0) -> None:
    """Apply style, colours and style sheet to the whole application.

    `font_scale` is relative to the system's font size.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(font_scale * font.pointSizeF())
    if app.style().name() != STYLE:
        app.setStyle(STYLE)
    app.setFont(font)
    app.setPalette(_qt_palette(colours))
    app.setStyleSheet(style_sheet(colours, font.pointSizeF(), font_scale))


def apply_appearance(app: QApplication, preferences: Preferences) -> None:
    """Apply the preferred theme and text size to all windows."""
    apply_theme(app, preferred_colours(app, preferences), preferences.font_scale)


def preferred_colours(app: QApplication, preferences: Preferences) -> ThemeColours:
    """The preferred theme, or the system's; dark if the system has no preference."""
    is_light = app.styleHints().colorScheme() == Qt.ColorScheme.Light
    of_system = LIGHT if is_light else DARK
    return {"dark": DARK, "light": LIGHT}.get(preferences.theme, of_system)


def follow_system(app: QApplication, preferences: Preferences) -> None:
    """Follow changes of the system's theme from now on, if that is preferred."""

    def change() -> None:
        if preferences.theme == "system":
            apply_appearance(app, preferences)

    app.styleHints().colorSchemeChanged.connect(change)


def scaled_to_text(size: QSize) -> QSize:
    """A size of something that holds text, which is made for text of the system's size."""
    usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return size * (QApplication.font().pointSizeF() / usual)


def style_sheet(colours: ThemeColours, point_size: float, scale: float = 1.0) -> str:
    """Return the style sheet; font sizes are relative to `point_size`, those of icons to
    `scale`."""
    return _SHEET.substitute(
        asdict(colours),
        small=f"{0.9 * point_size:.1f}pt",
        title=f"{1.7 * point_size:.1f}pt",
        large=f"{1.15 * point_size:.1f}pt",
        icon=f"{round(16 * scale)}px",
        large_icon=f"{round(20 * scale)}px",
        tick="tick_light" if colours is LIGHT else "tick_dark",
        icons=str(files("glide_studio.resources") / "icons").replace("\\", "/"),
    )


def indent_text(spin_box: QAbstractSpinBox) -> None:
    """Add the left padding to a spin box that style sheets cannot."""
    text = spin_box.findChild(QLineEdit)
    assert text is not None
    text.setTextMargins(6, 0, 0, 0)


def _qt_palette(colours: ThemeColours) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for colour_role, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.field),
        (role.AlternateBase, colours.panel),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.text_muted),
        (role.Button, colours.field),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_text),
        (role.Link, colours.accent),
    ):
        palette.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, colour_role, QColor(colours.text_disabled))
    return palette


_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 8px; }

QMenuBar { background: $window; padding: 2px 8px; }
QMenuBar::item { padding: 6px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $panel; border: 1px solid $border; padding: 8px; }
QMenu::item { padding: 6px 32px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_quiet; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $border; margin: 8px 4px; }

QFrame[role="panel"] { background: $panel; border: none; }
QToolBar {
    background: $window; border: none; padding: 4px; spacing: 1px; icon-size: $large_icon;
}
QMainWindow::separator { background: $window; width: 4px; height: 2px; }
QMainWindow::separator:hover { background: $accent_quiet; }
QFrame[role="dock_title"] { background: $panel; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QDockWidget { color: $text_muted; }
QScrollArea[role="dock"] { background: $panel; border: none; }
QTabBar::tab {
    background: $window; color: $text_muted; padding: 5px 9px; border: none;
    border-top: 2px solid transparent;
}
QTabBar { qproperty-drawBase: 0; font-size: $small; }
QTabBar::tab:selected { background: $panel; color: $text; border-top-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }
QTextBrowser { border: 1px solid transparent; }
QTextBrowser:focus { border-color: $accent; }
QLabel[role="heading"] { color: $text_muted; font-size: $small; font-weight: 600; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="title"] { color: $text; font-size: $title; }
QLabel[role="small"] { color: $text_muted; font-size: $small; }
QLabel[role="error"], QLabel[tone="error"] { color: $danger; }

QPlainTextEdit, QAbstractSpinBox, QComboBox, QLineEdit {
    background: $field; color: $text; border: 1px solid $border; border-radius: 6px;
    padding: 4px 8px; min-height: 20px;
    selection-background-color: $accent; selection-color: $accent_text;
    placeholder-text-color: $text_muted;
}
QPlainTextEdit { padding: 4px; font-size: $large; }
QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover, QLineEdit:hover {
    border-color: $text_disabled;
}
QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QLineEdit:focus {
    border-color: $accent;
}
QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled, QLineEdit:disabled {
    background: $panel; color: $text_disabled; border-color: $field;
}
QAbstractSpinBox { padding: 3px 20px 2px 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 20px; border: none; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$icons/arrow_up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$icons/arrow_down.svg"); width: 12px; height: 12px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icons/arrow_down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $border; padding: 4px; outline: none;
    selection-background-color: $accent_quiet; selection-color: $text;
}

QPushButton {
    background: $raised; color: $text; border: 1px solid $border; border-radius: 6px;
    padding: 6px 16px; min-height: 20px;
}
QPushButton:hover { background: $border; }
QPushButton:pressed { background: $field; }
QPushButton:checked { background: $accent_quiet; border-color: $accent; }
QPushButton:checked:focus { border-color: $text; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { background: $panel; color: $text_disabled; border-color: $field; }
QPushButton[role="primary"], QPushButton:default {
    background: $accent; color: $accent_text; border-color: $accent;
}
/* Qt measures a button without its states: a default one that was bold would be cut. */
QPushButton[role="primary"] { font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton:default:hover {
    background: $accent_raised; border-color: $accent_raised;
}
QPushButton[role="primary"]:pressed, QPushButton:default:pressed { background: $accent; }
QPushButton[role="primary"]:focus, QPushButton:default:focus { border-color: $text; }
QPushButton[role="primary"]:disabled, QPushButton:default:disabled {
    background: $panel; color: $text_disabled; border-color: $field;
}
QPushButton[role="chip"] {
    background: $panel; border-radius: 13px; padding: 2px 12px; font-weight: 400;
}
QPushButton[role="chip"]:hover { background: $accent_quiet; border-color: $accent; }
QPushButton[role="chip"]:pressed { background: $field; }
QPushButton[role="chip"]:focus { border-color: $accent; }
QPushButton[role="colour"] { font-weight: 400; padding: 2px 8px; text-align: left; }
QPushButton[role="link"] {
    background: transparent; border: 1px solid transparent; border-radius: 4px;
    color: $accent; font-size: $small; padding: 0 4px; min-height: 0;
}
QPushButton[role="link"]:hover { color: $accent_raised; text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: $accent; }

QToolButton {
    background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px;
    padding: 5px;
}
QToolButton[role="text"] { border-color: $border; }
QToolButton[role="thumbnail"] { padding: 2px; border-radius: 8px; }
QTabBar > QToolButton { padding: 1px; }
QToolButton[role="thumbnail"]:hover { background: $accent; }
QToolButton:hover { background: $raised; }
QToolButton:pressed { background: $field; }
QToolButton:checked { background: $accent_quiet; border-color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:checked:focus { border-color: $text; }
QToolButton:disabled { color: $text_disabled; }
QToolButton { icon-size: $icon; }
QToolButton[role="swatch"], QPushButton { icon-size: $large_icon; }
QToolButton[role="more"]::menu-indicator { image: none; }
QToolButton[role="swatch"], QToolButton[role="menu"] { padding-right: 12px; }
QToolButton::menu-indicator {
    image: url("$icons/arrow_down.svg"); width: 10px; height: 10px;
    subcontrol-origin: border; subcontrol-position: right center; right: 2px;
}

QCheckBox::indicator {
    width: 14px; height: 14px; border: 1px solid $text_muted; border-radius: 4px;
    background: $field;
}
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/$tick.svg");
}
QCheckBox::indicator:checked:focus { border-color: $text; }
QCheckBox::indicator:disabled { border-color: $text_disabled; background: $panel; }
QCheckBox::indicator:checked:disabled { background: $text_disabled; }
QCheckBox { spacing: 8px; }

QSlider::groove:horizontal { height: 4px; background: $border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: $text;
}
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal:disabled { background: $text_disabled; }
QSlider::handle:horizontal:hover { background: $accent_raised; }
QSlider::handle:horizontal:focus {
    background: $accent; border: 3px solid $text; width: 8px; height: 8px;
}

QProgressBar { background: $field; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QListView, QTreeView {
    background: transparent; border: 1px solid transparent; border-radius: 6px; outline: none;
    color: $text;
}
QListView:focus, QTreeView:focus { border-color: $accent; }
QListView::item, QTreeView::item { padding: 6px 8px; }
QListView::item { border-radius: 6px; }
QListView::item:hover, QTreeView::item:hover { background: $field; }
QListView::item:selected, QTreeView::item:selected { background: $accent_quiet; color: $text; }
QTreeView::item:disabled { color: $text_disabled; }
QTreeView::branch { background: transparent; }
QListView#completion_list {
    background: $panel; border: 1px solid $accent; border-radius: 8px; padding: 4px;
    font-size: $large;
}
QListView#completion_list::item { padding: 4px 8px; }
QDialog#vocabulary_popup, QDialog#command_palette, QDialog#prompt_history,
QDialog#preset_popup, QDialog#texture_popup {
    background: $panel; border: 1px solid $border;
}
QListView#vocabulary_list { font-size: $small; }
QListView#vocabulary_list::item { padding: 0; }
QListView#candidates_list::item { padding: 2px; border: 2px solid transparent; }
QListView#candidates_list::item:selected { border-color: $accent; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QHeaderView::section {
    background: $panel; color: $text_muted; border: none; padding: 4px 8px;
}
QFileDialog QListView, QFileDialog QTreeView {
    background: $field; border: 1px solid $border; border-radius: 6px;
}
QMessageBox QLabel#qt_msgbox_label { font-size: $large; font-weight: 600; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 320px; color: $text_muted; }
QFrame#welcome_page {
    background: $canvas; border: 2px dashed $border; border-radius: 16px;
}
QFrame#message_bar, QFrame#compare_bar {
    background: $raised; border: 1px solid $border; border-radius: 8px;
}
QComboBox[seen="true"] { border-color: $accent; }
QFrame#message_bar[tone="error"] { border-color: $danger; }
QFrame#message_bar[tone="error"] QLabel { color: $danger; }
""")
