"""How a fill is blended into the picture: its ground, edge, colours and matte, and its seam."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from glide_studio.core.document.blend import Blend, ColourMatch, Ground, Seamless, feather_of
from glide_studio.core.document.edit import Edit
from glide_studio.core.document.proposing import blend_for
from glide_studio.session.blend_commands import BlendCommands
from glide_studio.session.language import tr
from glide_studio.session.quantities import decimal
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.style.theme import GRID
from glide_studio.ui.widgets.buttons import push_button
from glide_studio.ui.widgets.fields import ChoiceBox
from glide_studio.ui.widgets.labelled_slider import LabelledSlider
from glide_studio.ui.widgets.layouts import fill
from glide_studio.ui.widgets.naming import label, named

LEAST_RANGE = 8
"""The least range of the sliders, in pixels; usually it is twice the width of the blend band."""


class BlendPanel(QWidget):
    """Shows and sets the blend of the shown candidate, or of the active layer's edit."""

    def __init__(self, commands: BlendCommands, actions: Actions) -> None:
        super().__init__()
        self._commands = commands
        self._actions = actions
        self._none = label(
            tr("Fill a mask first: here you adjust how the fill blends with the picture."),
            "small",
            wraps=True,
        )
        self._grid = QGridLayout()
        self._captions: dict[ChoiceBox, QLabel] = {}
        self._make_ground()
        self._make_sliders()
        self._make_matching()
        self._make_footer()
        self._lay_out()
        commands.changed.connect(self._show)
        self._show()

    def _make_ground(self) -> None:
        self._ground = self._choice(
            "blend_ground_combo",
            tr("Ground"),
            tr("What lies around the object: the picture as it was, or what the model drew"),
            ground_names(),
        )
        self._ground.activated.connect(self._set_ground)

    def _choice(self, name: str, caption: str, tooltip: str, names: Mapping[Any, str]) -> ChoiceBox:
        """A row of the grid with a choice."""
        box, row = named(ChoiceBox(), name, caption, tooltip), self._grid.rowCount()
        for value, text in names.items():
            box.addItem(text, value)
        self._captions[box] = label(caption, "small", box)
        self._grid.addWidget(self._captions[box], row, 0)
        self._grid.addWidget(box, row, 1, 1, 2)
        return box

    def _make_sliders(self) -> None:
        pixels = tr("{pixels} px")

        def format_value(value: int) -> str:
            return pixels.format(pixels=value)

        self._feather = LabelledSlider(
            self._grid,
            "blend_feather",
            tr("Feather"),
            tr("Width of the soft edge, in pixels"),
            LEAST_RANGE,
            format_value,
        )
        self._grow = LabelledSlider(
            self._grid,
            "blend_grow",
            tr("Grow"),
            tr("Move the edge outward, or inward if negative, in pixels"),
            LEAST_RANGE,
            format_value,
            -LEAST_RANGE,
        )
        for slider in (self._feather, self._grow):
            slider.drag_ended.connect(self._commands.finish)
        self._feather.changed.connect(lambda feather: self._change(feather=feather))
        self._grow.changed.connect(lambda grow: self._change(grow=grow))

    def _make_matching(self) -> None:
        self._colours = self._choice(
            "blend_colours_combo",
            tr("Match colours"),
            tr("Match the colours of the ground that the model drew to those around the mask"),
            {
                ColourMatch.NONE: tr("None"),
                ColourMatch.MEAN_VARIANCE: tr("Mean and variance"),
                ColourMatch.HISTOGRAM: tr("Histogram"),
            },
        )
        self._colours.activated.connect(
            lambda: self._change(colours=ColourMatch(self._colours.currentData()))
        )
        self._seamless = self._choice(
            "blend_seamless_combo",
            tr("Seamless"),
            tr(
                "Continue the picture's colours across the border of the mask; mixed gradients "
                "also keep strong edges of the picture below"
            ),
            {
                Seamless.OFF: tr("Off"),
                Seamless.ON: tr("On"),
                Seamless.MIXED: tr("Mixed gradients"),
            },
        )
        self._seamless.activated.connect(
            lambda: self._change(seamless=Seamless(self._seamless.currentData()))
        )

    def _make_footer(self) -> None:
        self._seam = label("", "small", wraps=True)
        self._seam.setObjectName("blend_seam_label")
        self._seam.setToolTip(
            tr(
                "The step in brightness across the border of the mask, relative to the steps "
                "next to it: 1 means no seam"
            )
        )
        self._propose = push_button(
            "blend_propose_button",
            tr("Use Proposed"),
            tr("Use the blend with the least visible seam"),
        )
        self._propose.clicked.connect(self._commands.propose)
        names = ("mask_from_matte", "matte_from_mask")
        self._mattes = [self._command_button(name) for name in names]
        self._changes = self._command_button("show_changes")

    def _command_button(self, name: str) -> QPushButton:
        """A button with the text of a command."""
        action = self._actions[name]
        button = push_button(f"{name}_button", action.text(), action.toolTip())
        button.setCheckable(action.isCheckable())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._follow(name, button))
        self._follow(name, button)
        return button

    def _follow(self, name: str, button: QPushButton) -> None:
        button.setEnabled(self._actions[name].isEnabled())
        button.setChecked(self._actions[name].isChecked())

    def _lay_out(self) -> None:
        gap = GRID // 2
        self._grid.setColumnStretch(1, 1)
        self._grid.setSpacing(gap)
        seam = fill(QHBoxLayout(), [self._seam, self._propose], gap, grows=[self._seam])
        mattes = fill(QHBoxLayout(), self._mattes, gap, grows=self._mattes)
        self._controls = QWidget()
        fill(QVBoxLayout(self._controls), [self._grid, seam, mattes, self._changes, None], gap)
        fill(QVBoxLayout(self), [self._none, self._controls], gap, grows=[self._controls])

    def _set_ground(self) -> None:
        edit = self._commands.edit
        if edit is not None:
            self._commands.finish()
            self._commands.set_blend(blend_for(edit, Ground(self._ground.currentData())))
            self._commands.finish()

    def _change(self, **settings: Any) -> None:
        edit = self._commands.edit
        if edit is not None:
            self._commands.set_blend(replace(edit.blend, **settings))

    def _show(self) -> None:
        edit = self._commands.edit
        self._none.setVisible(edit is None)
        self._controls.setVisible(edit is not None)
        if edit is None:
            return
        self._show_settings(edit)
        self._show_seam(edit.blend)

    def _show_settings(self, edit: Edit) -> None:
        blend, reach = edit.blend, max(LEAST_RANGE, 2 * feather_of(edit.request))
        self._feather.set_range(0, max(reach, blend.feather))
        self._grow.set_range(min(-reach, blend.grow), max(reach, blend.grow))
        self._feather.show_value(blend.feather)
        self._grow.show_value(blend.grow)
        for box, value in (
            (self._ground, blend.ground),
            (self._colours, blend.colours),
            (self._seamless, blend.seamless),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        keep = self._ground.findData(Ground.KEEP)
        model = self._ground.model()
        assert isinstance(model, QStandardItemModel)
        model.item(keep).setEnabled(edit.matte is not None)
        for box in (self._colours, self._seamless):
            for part in (box, self._captions[box]):
                part.setVisible(blend.ground is Ground.MATCH)

    def _show_seam(self, blend: Blend) -> None:
        seam, best = self._commands.seam, self._commands.proposal
        self._propose.setEnabled(best is not None and best != blend)
        if seam is None or best is None:
            self._seam.setText("")
        else:
            said = tr("Seam {seam}. Proposed: “{ground}”")
            seam_text, ground = decimal(max(1.0, seam), 2), ground_names()[best.ground]
            self._seam.setText(said.format(seam=seam_text, ground=ground))


def ground_names() -> dict[Ground, str]:
    """The grounds as the artist reads them."""
    return {
        Ground.KEEP: tr("Keep the picture's"),
        Ground.MATCH: tr("Match the picture"),
        Ground.AS_MADE: tr("As made"),
    }
