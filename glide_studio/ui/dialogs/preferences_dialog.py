"""The preferences: applied as soon as they are changed, but the language at the next start,
device and precision to the next picture."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from glide_studio.core.request.devices import Device
from glide_studio.session.language import LANGUAGES, tr
from glide_studio.session.open_document import OpenDocument
from glide_studio.session.preferences import (
    FONT_SCALES,
    HISTORY_GIGABYTES,
    OneFinger,
    Precision,
    Preferences,
    Theme,
)
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.shortcuts_editor import ShortcutsEditor
from glide_studio.ui.style.theme import GRID, apply_appearance
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import heading, label, named, percent_suffix
from glide_studio.ui.widgets.windows import Dialog

SIZE = (640, 560)
SWITCHES = ("accept_single", "sound_when_done", "notify_when_done")
"""Commands that are preferences too."""

_E = TypeVar("_E", bound=str)


class PreferencesDialog(Dialog):
    """General, interface, shortcuts, downloads. `devices` are none before the engine is loaded."""

    def __init__(
        self,
        actions: Actions,
        preferences: Preferences,
        open_document: OpenDocument,
        devices: Sequence[Device],
        parent: QWidget,
    ) -> None:
        super().__init__("preferences_dialog", tr("Preferences"), parent)
        self.resize(*SIZE)
        self._actions = actions
        self._preferences = preferences
        self._open_document = open_document
        self._devices = devices
        pages = named(QTabWidget(), "preferences_tabs", tr("Preferences"), tr("Preferences"))
        pages.setDocumentMode(True)
        pages.addTab(self._general(), tr("General"))
        pages.addTab(self._interface(), tr("Interface"))
        pages.addTab(ShortcutsEditor(actions), tr("Shortcuts"))
        pages.addTab(self._downloads(), tr("Downloads"))
        close = self.close_button("preferences_close_button", tr("Changes are saved automatically"))
        layout = fill(QVBoxLayout(self), [pages, close], 2 * GRID, grows=[pages])
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)

    def _general(self) -> QWidget:
        language = _choice(
            "language_combo",
            tr("Language"),
            tr("The language of the interface"),
            LANGUAGES,
            self._preferences.language,
            self._set_language,
        )
        precisions: dict[Precision, str] = {
            "auto": tr("Automatic"),
            "float32": tr("Full (32 bits)"),
            "fast": tr("Fastest"),
        }
        precision = _choice(
            "precision_combo",
            tr("Precision"),
            tr("Automatic uses the fastest precision that is accurate on this computer"),
            precisions,
            self._preferences.precision,
            self._set_precision,
        )
        later = tr("Takes effect at the next start.")
        soon = tr("Takes effect with the next picture.")
        memory = tr("Older steps move to the disk; undoing to them takes a moment longer.")
        rows = (
            (language, later),
            (self._device_box(), soon),
            (precision, soon),
            (self._history_spin(), memory),
        )
        page, layout = _page(*rows)
        switches = [_check_box(self._actions[name]) for name in SWITCHES]
        for row, switch in enumerate([*switches, *self._file_switches()], 2 * len(rows)):
            layout.addWidget(switch, row, 0, 1, 2)
        return page

    def _history_spin(self) -> QDoubleSpinBox:
        least, greatest = HISTORY_GIGABYTES
        spin = named(
            QDoubleSpinBox(minimum=least, maximum=greatest, decimals=1, singleStep=0.5),
            "history_spin",
            tr("Memory for undo"),
            tr("How much memory the steps in the History panel may use"),
        )
        spin.setSuffix(tr(" GB"))
        spin.setValue(self._preferences.history_gigabytes)
        spin.setKeyboardTracking(False)  # otherwise half a number would be applied
        spin.valueChanged.connect(self._set_history)
        return spin

    def _device_box(self) -> QComboBox:
        chosen = self._preferences.device
        devices = {"auto": tr("Automatic")}
        for device in self._devices:
            devices[device.name] = f"{device.title} ({device.name})"
        devices.setdefault(chosen, tr("{name} (not found)").format(name=chosen))
        return _choice(
            "device_combo",
            tr("Device"),
            tr("What computes the pictures; Automatic uses a graphics card if there is one"),
            devices,
            chosen,
            self._set_device,
        )

    def _set_device(self, device: str) -> None:
        self._preferences.device = device

    def _file_switches(self) -> tuple[QCheckBox, QCheckBox]:
        previous = check_box(
            "keep_previous_check",
            tr("Keep the previous version of saved files"),
            tr("It stays beside the file, with a “~” after its name"),
        )
        previous.setChecked(self._preferences.keep_previous)
        previous.toggled.connect(self._set_keep_previous)
        location = check_box(
            "remove_location_check",
            tr("Remove the location from exports"),
            tr("Where a photograph was taken is left out of exported pictures"),
        )
        location.setChecked(self._preferences.remove_location)
        location.toggled.connect(self._set_remove_location)
        return previous, location

    def _set_keep_previous(self, wanted: bool) -> None:
        self._preferences.keep_previous = wanted

    def _set_remove_location(self, wanted: bool) -> None:
        self._preferences.remove_location = wanted

    def _interface(self) -> QWidget:
        themes: dict[Theme, str] = {
            "dark": tr("Dark"),
            "light": tr("Light"),
            "system": tr("Follow system"),
        }
        theme = _choice(
            "theme_combo",
            tr("Theme"),
            tr("The colours of the interface"),
            themes,
            self._preferences.theme,
            self._set_theme,
        )
        gestures: dict[OneFinger, str] = {
            "auto": tr("Paint until a pen is used"),
            "paint": tr("Paint"),
            "pan": tr("Pan"),
        }
        one_finger = _choice(
            "one_finger_combo",
            tr("One-finger touch"),
            tr("What one finger does on a touch screen; two fingers always pan"),
            gestures,
            self._preferences.one_finger,
            self._set_one_finger,
        )
        page, _ = _page((theme, ""), (self._font_spin(), ""), (one_finger, ""))
        return page

    def _downloads(self) -> QWidget:
        mirrors = named(
            QLineEdit(self._preferences.mirrors),
            "mirrors_edit",
            tr("Mirrors"),
            tr("Addresses to download models from, separated by spaces, before their authors'"),
        )
        mirrors.setPlaceholderText("https://")
        mirrors.textEdited.connect(self._set_mirrors)
        offline = check_box(
            "offline_check",
            tr("Work offline"),
            tr("Never download anything; models can still be installed from a folder"),
        )
        offline.setChecked(self._preferences.offline)
        offline.toggled.connect(self._set_offline)
        remark = tr(
            "GLIDE Studio uses the network for models that you install, and for nothing else."
        )
        page, layout = _page((mirrors, remark))
        layout.addWidget(offline, 4, 0, 1, 2)
        return page

    def _set_mirrors(self, mirrors: str) -> None:
        self._preferences.mirrors = mirrors

    def _set_offline(self, offline: bool) -> None:
        self._preferences.offline = offline

    def _font_spin(self) -> QSpinBox:
        least, greatest = (round(100 * scale) for scale in FONT_SCALES)
        font = named(
            QSpinBox(minimum=least, maximum=greatest, singleStep=10, suffix=percent_suffix()),
            "font_scale_spin",
            tr("Text size"),
            tr("Text size as a percentage of the system's"),
        )
        font.setValue(round(100 * self._preferences.font_scale))
        font.setKeyboardTracking(False)  # otherwise half a number would be applied
        font.valueChanged.connect(self._set_font)
        return font

    def _set_language(self, language: str) -> None:
        self._preferences.language = language

    def _set_precision(self, precision: Precision) -> None:
        self._preferences.precision = precision

    def _set_history(self, gigabytes: float) -> None:
        self._preferences.history_gigabytes = gigabytes
        self._open_document.set_byte_budget(self._preferences.history_bytes)

    def _set_theme(self, theme: Theme) -> None:
        self._preferences.theme = theme
        self._apply()

    def _set_one_finger(self, one_finger: OneFinger) -> None:
        self._preferences.one_finger = one_finger

    def _set_font(self, percent: int) -> None:
        self._preferences.font_scale = percent / 100
        self._apply()

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_appearance(app, self._preferences)


def _page(*rows: tuple[QWidget, str]) -> tuple[QWidget, QGridLayout]:
    """A page with a row for each control, its name before it and a remark, if any, below it."""
    page = QWidget()
    layout = QGridLayout(page)
    layout.setContentsMargins(0, 2 * GRID, 0, 0)
    layout.setSpacing(2 * GRID)
    layout.setColumnStretch(1, 1)
    layout.setRowStretch(99, 1)
    for row, (control, remark) in enumerate(rows):
        layout.addWidget(heading(control.accessibleName(), control), 2 * row, 0)
        layout.addWidget(control, 2 * row, 1)
        if remark:
            layout.addWidget(label(remark, "small"), 2 * row + 1, 1)
    return page, layout


def _choice(
    name: str,
    text: str,
    tooltip: str,
    entries: Mapping[_E, str],
    chosen: _E,
    choose: Callable[[_E], None],
) -> QComboBox:
    """A box of entries in words; `choose` is called with the one that the artist chooses."""
    combo = named(QComboBox(), name, text, tooltip)
    for entry, words in entries.items():
        combo.addItem(words, entry)
    combo.setCurrentIndex(combo.findData(chosen))
    combo.currentIndexChanged.connect(lambda: choose(combo.currentData()))
    return combo


def _check_box(action: QAction) -> QCheckBox:
    """A box that is checked as long as the action is."""
    name = action.objectName().removesuffix("_action")
    box = named(QCheckBox(action.statusTip()), f"{name}_check", action.text(), action.statusTip())
    box.setChecked(action.isChecked())
    box.clicked.connect(action.trigger)
    action.toggled.connect(box.setChecked)
    return box
