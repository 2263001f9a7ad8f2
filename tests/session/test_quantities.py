"""Sizes, times and shares in the languages of the interface."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDoubleSpinBox

from glide_studio.session.language import set_language
from glide_studio.session.quantities import decimal, duration, percent, size_text


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("3.1 GB", "512.0 MB", "1.0 KB", "0.250", "1234.5", "60%", "12 s", "3 min")),
        ("de", ("3,1 GB", "512,0 MB", "1,0 KB", "0,250", "1234,5", "60 %", "12 s", "3 min")),
        ("fr", ("3,1 Go", "512,0 Mo", "1,0 Ko", "0,250", "1234,5", "60 %", "12 s", "3 min")),
    ],
)
def test_numbers_have_the_decimal_sign_of_the_language(
    qapp: QApplication, language: str, texts: tuple[str, ...]
) -> None:
    set_language(qapp, language)
    try:
        sizes = [size_text(count) for count in (3_133_000_000, 512e6, 1000)]
        numbers = [decimal(0.25, 3), decimal(1234.5, 1), percent(0.6)]
        times = [duration(12.3), duration(170)]
        found = [text.replace("\xa0", " ").replace("\u202f", " ") for text in sizes]
        found += [text.replace("\xa0", " ").replace("\u202f", " ") for text in (*numbers, *times)]
        assert tuple(found) == texts
        box = QDoubleSpinBox(value=7.5, decimals=1)
        assert box.text() == ("7.5" if language == "en" else "7,5")
    finally:
        set_language(qapp, "en")


def test_sizes_change_their_unit_where_the_next_begins() -> None:
    assert [size_text(count) for count in (999_949, 999_950)] == ["999.9 KB", "1.0 MB"]
    assert [size_text(count) for count in (999_949_999, 999_950_000)] == ["999.9 MB", "1.0 GB"]
    assert size_text(25_400_000_000, 0) == "25 GB"
    assert QLocale().decimalPoint() == "."
