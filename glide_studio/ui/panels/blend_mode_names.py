"""The names of the blend modes, in the order and groups of other image editors."""

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.session.language import tr

GROUP_STARTS = (
    BlendMode.DARKEN,
    BlendMode.LIGHTEN,
    BlendMode.OVERLAY,
    BlendMode.DIFFERENCE,
    BlendMode.HUE,
)
"""The modes that begin a group: a separator precedes them."""


def blend_mode_names() -> dict[BlendMode, str]:
    """The names in the language of the interface."""
    return {
        BlendMode.NORMAL: tr("Normal"),
        BlendMode.DARKEN: tr("Darken"),
        BlendMode.MULTIPLY: tr("Multiply"),
        BlendMode.COLOR_BURN: tr("Colour burn"),
        BlendMode.SUBTRACT: tr("Subtract"),
        BlendMode.LIGHTEN: tr("Lighten"),
        BlendMode.SCREEN: tr("Screen"),
        BlendMode.COLOR_DODGE: tr("Colour dodge"),
        BlendMode.ADDITION: tr("Addition"),
        BlendMode.OVERLAY: tr("Overlay"),
        BlendMode.SOFT_LIGHT: tr("Soft light"),
        BlendMode.HARD_LIGHT: tr("Hard light"),
        BlendMode.DIFFERENCE: tr("Difference"),
        BlendMode.EXCLUSION: tr("Exclusion"),
        BlendMode.HUE: tr("Hue"),
        BlendMode.SATURATION: tr("Saturation"),
        BlendMode.COLOR: tr("Colour"),
        BlendMode.LUMINOSITY: tr("Luminosity"),
    }
