"""Sizes, times and shares as the artist reads them, with the decimal sign of the language."""

import sys

from glide_studio.session.language import tr


def decimal(value: float, places: int) -> str:
    """A number with so many decimal places. Without an application, as on the command line, it is
    in English, as all texts are there."""
    qt = sys.modules.get("PySide6.QtCore")
    if qt is None or qt.QCoreApplication.instance() is None:
        return f"{value:.{places}f}"
    locale = qt.QLocale()
    locale.setNumberOptions(qt.QLocale.NumberOption.OmitGroupSeparator)
    written: str = locale.toString(float(value), "f", places)
    return written


def size_text(count: float, places: int = 1) -> str:
    """A number of bytes such as "3.1 GB", in units of 1000."""
    if count < 999_950:
        return tr("{number} KB").format(number=decimal(count / 1e3, places))
    if count < 999_950_000:
        return tr("{number} MB").format(number=decimal(count / 1e6, places))
    return tr("{number} GB").format(number=decimal(count / 1e9, places))


def percent(share: float) -> str:
    """A share of 1 as a whole percentage, written as the language does, such as "60%"."""
    return tr("{percent}%").format(percent=round(100 * share))


def percent_suffix() -> str:
    """What follows the number of a percentage in this language."""
    return tr("{percent}%").format(percent="")


def duration(seconds: float) -> str:
    """A time in words such as "12 s" or "3 min"."""
    if seconds < 90:
        return tr("{seconds} s").format(seconds=max(1, round(seconds)))
    return tr("{minutes} min").format(minutes=round(seconds / 60))
