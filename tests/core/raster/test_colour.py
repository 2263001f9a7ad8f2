from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.paint.palette import (
    MAX_BYTES,
    Palette,
    PaletteError,
    Swatch,
    read_palette,
    write_palette,
)
from glide_studio.core.raster.colour import Colour

channels = st.integers(0, 255)
colours = st.builds(Colour, channels, channels, channels)
names = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=9)


@given(colours)
def test_a_colour_survives_hsv_and_hex(colour: Colour) -> None:
    assert Colour.from_hex(colour.hex) == colour
    assert Colour.from_hex(colour.hex[1:].upper()) == colour
    assert Colour.from_hsv(*colour.hsv) == colour


def test_short_hex_is_doubled_and_nonsense_refused() -> None:
    assert Colour.from_hex(" f80 ") == Colour(255, 136, 0)
    for text in ("", "#12345", "red", "#ggg"):
        with pytest.raises(ValueError, match="is no colour"):
            Colour.from_hex(text)
    with pytest.raises(ValueError, match="is not within"):
        Colour(256, 0, 0)


@given(st.lists(st.builds(Swatch, colours, names.filter(lambda name: name != "Untitled"))))
def test_a_palette_survives_gimps_format(swatches: list[Swatch]) -> None:
    palette = Palette("Autumn", tuple(swatches))
    assert Palette.from_gpl(palette.to_gpl()) == palette


def test_palettes_saved_by_gimp_are_read() -> None:
    text = (
        "GIMP Palette\nName: Skin tones\nColumns: 8\n# made by hand\n\n"
        "255 224 196  Pale skin\n 10   0 200\n#\n  0   0   0\tUntitled\n"
    )
    palette = Palette.from_gpl(text, "file")
    assert palette.name == "Skin tones"
    assert palette.swatches == (
        Swatch(Colour(255, 224, 196), "Pale skin"),
        Swatch(Colour(10, 0, 200)),
        Swatch(Colour(0, 0, 0)),
    )
    assert Palette.from_gpl("GIMP Palette\n1 2 3", "file").name == "file"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not a GIMP palette"),
        ("JASC-PAL\n0100", "not a GIMP palette"),
        ("GIMP Palette\n1 2\n", "Line 2"),
        ("GIMP Palette\n#\n1 2 256 x\n", "Line 3"),
        ("GIMP Palette\n" + "1 2 3\n" * 5000, "5000 colours"),
    ],
)
def test_an_invalid_palette_is_refused_in_one_sentence(text: str, reason: str) -> None:
    with pytest.raises(PaletteError, match=reason):
        Palette.from_gpl(text)


def test_swatches_are_added_once_and_removed() -> None:
    palette = Palette("mine").with_swatch(Colour(1, 2, 3)).with_swatch(Colour(4, 5, 6))
    assert palette.with_swatch(Colour(1, 2, 3)) is palette
    assert palette.without(0).swatches == (Swatch(Colour(4, 5, 6)),)


def test_files_are_written_and_read(tmp_path: Path) -> None:
    palette = Palette("Grün", (Swatch(Colour(0, 200, 40), "Grün"),))
    path = tmp_path / "green.gpl"
    write_palette(palette, path)
    assert read_palette(path) == palette
    with pytest.raises(PaletteError, match=r"“nowhere.gpl” cannot be read"):
        read_palette(tmp_path / "nowhere.gpl")
    with pytest.raises(PaletteError, match="cannot be saved"):
        write_palette(palette, tmp_path / "no folder" / "a.gpl")
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    with pytest.raises(PaletteError, match="too large"):
        read_palette(path)
