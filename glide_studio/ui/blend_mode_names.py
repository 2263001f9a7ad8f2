"""What blend modes are called, in the order and groups in which artists look for them."""

from glide_studio.core.blend_modes import BlendMode

BLEND_MODE_NAMES = {
    BlendMode.NORMAL: "Normal",
    BlendMode.DARKEN: "Darken",
    BlendMode.MULTIPLY: "Multiply",
    BlendMode.COLOR_BURN: "Colour burn",
    BlendMode.SUBTRACT: "Subtract",
    BlendMode.LIGHTEN: "Lighten",
    BlendMode.SCREEN: "Screen",
    BlendMode.COLOR_DODGE: "Colour dodge",
    BlendMode.ADDITION: "Addition",
    BlendMode.OVERLAY: "Overlay",
    BlendMode.SOFT_LIGHT: "Soft light",
    BlendMode.HARD_LIGHT: "Hard light",
    BlendMode.DIFFERENCE: "Difference",
    BlendMode.EXCLUSION: "Exclusion",
    BlendMode.HUE: "Hue",
    BlendMode.SATURATION: "Saturation",
    BlendMode.COLOR: "Colour",
    BlendMode.LUMINOSITY: "Luminosity",
}

GROUP_STARTS = (
    BlendMode.DARKEN,
    BlendMode.LIGHTEN,
    BlendMode.OVERLAY,
    BlendMode.DIFFERENCE,
    BlendMode.HUE,
)
"""Before these a list of modes draws a line."""
