"""The Adjust menu."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu


def adjust_menu() -> Menu:
    """Tones and colours, shades of grey and the negative, and what uses neighbouring pixels."""
    tones = (
        Command(
            "levels",
            tr("Levels…"),
            tr("Set black, white and midtones of the selection of the active layer"),
            "Ctrl+Shift+L",
        ),
        Command(
            "curves",
            tr("Curves…"),
            tr("Change the tones of the selection of the active layer by a curve"),
            "Ctrl+M",
        ),
        Command(
            "brightness_contrast",
            tr("Brightness/Contrast…"),
            tr("Make the selection of the active layer lighter, darker or richer in contrast"),
        ),
    )
    colours = (
        Command(
            "hue_saturation",
            tr("Hue/Saturation…"),
            tr("Change hue, saturation and lightness of the selection of the active layer"),
            "Ctrl+U",
        ),
        Command(
            "colour_balance",
            tr("Colour Balance…"),
            tr("Shift the colours of shadows, midtones and highlights"),
            "Ctrl+B",
        ),
        Command(
            "desaturate",
            tr("Desaturate…"),
            tr("Turn the colours of the selection of the active layer into shades of grey"),
            "Ctrl+Shift+U",
        ),
        Command(
            "invert_colours",
            tr("Invert Colours"),
            tr("Turn the selection of the active layer into its negative"),
            "Ctrl+I",
        ),
    )
    filters = (
        Command(
            "gaussian_blur",
            tr("Gaussian Blur…"),
            tr("Blur the selection of the active layer"),
        ),
        Command(
            "sharpen",
            tr("Sharpen…"),
            tr("Sharpen the edges in the selection of the active layer"),
        ),
        Command("noise", tr("Add Noise…"), tr("Add grain to the selection of the active layer")),
    )
    return Menu("adjust", tr("&Adjust"), (tones, colours, filters))
