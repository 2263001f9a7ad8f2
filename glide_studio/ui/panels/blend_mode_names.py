"""What blend modes are called, in the order and groups in which artists look for them."""

from glide_studio.core.document.blend_modes import BlendMode
from glide_studio.session.language import tr

GROUP_STARTS = (
    BlendMode.DARKEN,
    BlendMode.LIGHTEN,
    BlendMode.OVERLAY,
    BlendMode.DIFFERENCE,
    BlendMode.HUE,
)
"""Before these a list of modes draws a line."""


def blend_mode_names() -> dict[BlendMode, str]:
    """In the artist's language."""
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
