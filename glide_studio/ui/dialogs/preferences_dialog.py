"""The Preferences dialog. Changes apply at once, except the language, which applies at the next
start, and device and precision, which apply to the next picture."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize
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
from glide_studio.library.updates import updates_address
from glide_studio.session.editor import Editor
from glide_studio.session.language import LANGUAGES, tr
from glide_studio.session.preferences import (
    FONT_SCALES,
    HISTORY_GIGABYTES,
    Compute,
    OneFinger,
    Precision,
    Preferences,
    Theme,
)
from glide_studio.session.quantities import percent_suffix
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.dialogs.shortcuts_editor import ShortcutsEditor
from glide_studio.ui.style.theme import GRID, apply_appearance, scaled_to_text
from glide_studio.ui.widgets.buttons import check_box
from glide_studio.ui.widgets.cluster_label import ClusterLabel
from glide_studio.ui.widgets.layouts import add_field, fill, form
from glide_studio.ui.widgets.naming import named
from glide_studio.ui.widgets.windows import Dialog

SIZE = QSize(640, 560)
SWITCHES = ("accept_single", "sound_when_done", "notify_when_done")
"""Commands that are also offered as preferences."""

_E = TypeVar("_E", bound=str)


class PreferencesDialog(Dialog):
    """General, interface, compute, shortcuts, downloads. `devices` are none before the engine is
    loaded."""

    def __init__(
        self,
        actions: Actions,
        preferences: Preferences,
        editor: Editor,
        devices: Sequence[Device],
        parent: QWidget,
    ) -> None:
        super().__init__("preferences_dialog", tr("Preferences"), parent)
        self.resize(scaled_to_text(SIZE))
        self._actions = actions
        self._preferences = preferences
        self._open_document = editor.open_document
        self._devices = devices
        self._cluster = editor.cluster
        self._models = editor.models
        pages = named(QTabWidget(), "preferences_tabs", tr("Preferences"), tr("Preferences"))
        pages.setDocumentMode(True)
        pages.addTab(self._general(), tr("General"))
        pages.addTab(self._interface(), tr("Interface"))
        pages.addTab(self._compute(), tr("Compute"))
        pages.addTab(ShortcutsEditor(actions), tr("Shortcuts"))
        pages.addTab(self._downloads(), tr("Downloads"))
        close = self.close_button("preferences_close_button", tr("Changes are saved automatically"))
        layout = fill(QVBoxLayout(self), [pages, close], 2 * GRID, grows=[pages])
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)

    def _general(self) -> QWidget:
        language = self._choice(
            "language",
            tr("Language"),
            tr("The language of the interface"),
            LANGUAGES,
        )
        precisions: dict[Precision, str] = {
            "auto": tr("Automatic"),
            "float32": tr("Full (32 bits)"),
            "fast": tr("Fastest"),
        }
        precision = self._choice(
            "precision",
            tr("Precision"),
            tr("Automatic uses the fastest precision that is accurate on this computer"),
            precisions,
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
        page, fields = _page(*rows)
        switches = [_check_box(self._actions[name]) for name in SWITCHES]
        for switch in [*switches, *self._file_switches()]:
            fields.addWidget(switch, fields.rowCount(), 0, 1, 2)
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
        return self._choice(
            "device",
            tr("Device"),
            tr("What computes the pictures; Automatic uses a graphics card if there is one"),
            devices,
        )

    def _file_switches(self) -> tuple[QCheckBox, ...]:
        previous = self._switch(
            "keep_previous",
            tr("Keep the previous version of saved files"),
            tr("It is kept beside the file, with “~” added to its name"),
        )
        location = self._switch(
            "remove_location",
            tr("Remove the location from exports"),
            tr("Exported pictures do not say where a photograph was taken"),
        )
        native = self._switch(
            "native_dialogs",
            tr("Use the desktop's file dialogs to open pictures"),
            tr("They show no previews of projects"),
        )
        return previous, location, native

    def _interface(self) -> QWidget:
        themes: dict[Theme, str] = {
            "dark": tr("Dark"),
            "light": tr("Light"),
            "system": tr("Follow system"),
        }
        theme = self._choice(
            "theme",
            tr("Theme"),
            tr("The colours of the interface"),
            themes,
            self._apply,
        )
        gestures: dict[OneFinger, str] = {
            "auto": tr("Paint until a pen is used"),
            "paint": tr("Paint"),
            "pan": tr("Pan"),
        }
        one_finger = self._choice(
            "one_finger",
            tr("One-finger touch"),
            tr("What one finger does on a touch screen; two fingers always pan"),
            gestures,
        )
        page, _ = _page((theme, ""), (self._font_spin(), ""), (one_finger, ""))
        return page

    def _compute(self) -> QWidget:
        places: dict[Compute, str] = {"here": tr("This computer"), "cluster": tr("Cluster")}
        place = self._choice(
            "compute",
            tr("Compute on"),
            tr("Where pictures are computed"),
            places,
            self._cluster.refresh,
        )
        address = self._line(
            "cluster_address", tr("Address"), tr("The name and the port of the cluster")
        )
        address.setPlaceholderText("render.studio:7421")
        token = self._line("cluster_token", tr("Token"), tr("The token that the cluster asks for"))
        token.setEchoMode(QLineEdit.EchoMode.Password)
        certificate = self._line(
            "cluster_certificate",
            tr("Certificate"),
            tr("The file with the certificate of a cluster that no public authority vouches for"),
        )
        state = ClusterLabel(self._cluster, self._models, in_full=True)
        named(state, "cluster_state_label", tr("State"), "")
        page, fields = _page(
            (place, tr("Takes effect with the next picture.")),
            (address, tr("The cluster must have the same version of GLIDE Studio and the model.")),
            (token, tr("It is kept in your settings, where your other programs can read it.")),
            (certificate, ""),
            (state, ""),
        )
        fallback = self._switch(
            "cluster_fallback",
            tr("Use this computer if the cluster cannot be reached"),
            tr("Otherwise such a run fails, and can be retried in the queue"),
        )
        fields.addWidget(fallback, fields.rowCount(), 0, 1, 2)
        parts = (address, token, certificate, state, fallback)

        def enable() -> None:
            for part in parts:
                part.setEnabled(self._cluster.is_chosen)

        place.currentIndexChanged.connect(enable)
        enable()
        return page

    def _line(self, preference: str, text: str, tooltip: str) -> QLineEdit:
        """A line for a preference of the cluster, which is asked again after a change."""
        line = named(
            QLineEdit(getattr(self._preferences, preference)), f"{preference}_edit", text, tooltip
        )

        def accept() -> None:
            if line.text() != getattr(self._preferences, preference):
                setattr(self._preferences, preference, line.text())
                self._cluster.refresh()

        # Not at every key: the token must not go to the server of a half-typed name.
        line.editingFinished.connect(accept)
        self.finished.connect(accept)
        return line

    def _downloads(self) -> QWidget:
        mirrors = named(
            QLineEdit(self._preferences.mirrors),
            "mirrors_edit",
            tr("Mirrors"),
            tr("Servers to try first when downloading models: addresses separated by spaces"),
        )
        mirrors.setPlaceholderText("https://")
        mirrors.textEdited.connect(partial(setattr, self._preferences, "mirrors"))
        offline = self._switch(
            "offline",
            tr("Work offline"),
            tr("Never download anything; models can still be installed from a folder"),
        )
        updates = self._switch(
            "look_for_updates",
            tr("Look for updates at every start"),
            tr("Ask the program's website for the number of the newest version"),
        )
        if updates_address() is None:
            updates.setEnabled(False)
            updates.setToolTip(tr("This copy does not know where new versions are published"))
        remark = tr(
            "GLIDE Studio uses the network only to download models that you install, to look for "
            "updates if you want that, and for a cluster if you choose one."
        )
        page, fields = _page((mirrors, remark))
        for switch in (offline, updates):
            fields.addWidget(switch, fields.rowCount(), 0, 1, 2)
        return page

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

    def _set_history(self, gigabytes: float) -> None:
        self._preferences.history_gigabytes = gigabytes
        self._open_document.set_byte_budget(self._preferences.history_bytes)

    def _set_font(self, percent: int) -> None:
        self._preferences.font_scale = percent / 100
        self._apply()

    def _choice(
        self,
        preference: str,
        text: str,
        tooltip: str,
        entries: Mapping[_E, str],
        then: Callable[[], None] = lambda: None,
    ) -> QComboBox:
        """A box for a preference, with its entries in words; `then` is called after a change."""
        combo = named(QComboBox(), f"{preference}_combo", text, tooltip)
        for entry, words in entries.items():
            combo.addItem(words, entry)
        combo.setCurrentIndex(combo.findData(getattr(self._preferences, preference)))

        def choose() -> None:
            setattr(self._preferences, preference, combo.currentData())
            then()

        combo.currentIndexChanged.connect(choose)
        return combo

    def _switch(self, preference: str, text: str, tooltip: str) -> QCheckBox:
        """A box for a preference that is on or off."""
        box = check_box(f"{preference}_check", text, tooltip)
        box.setChecked(getattr(self._preferences, preference))
        box.toggled.connect(partial(setattr, self._preferences, preference))
        return box

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_appearance(app, self._preferences)


def _page(*rows: tuple[QWidget, str]) -> tuple[QWidget, QGridLayout]:
    """A page with a row for each field, its name before it and a remark, if any, below it."""
    page, fields = QWidget(), form()
    fill(QVBoxLayout(page), [fields, None]).setContentsMargins(0, 2 * GRID, 0, 0)
    for field, remark in rows:
        add_field(fields, field, remark)
    return page, fields


def _check_box(action: QAction) -> QCheckBox:
    """A box that is checked as long as the action is."""
    name = action.objectName().removesuffix("_action")
    box = named(QCheckBox(action.statusTip()), f"{name}_check", action.text(), action.statusTip())
    box.setChecked(action.isChecked())
    box.clicked.connect(action.trigger)
    action.toggled.connect(box.setChecked)
    return box
