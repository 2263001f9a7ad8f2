"""The words of the interface in the artist's language."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, note: str = "") -> str:
    """Return `text`, written out at the call in English, in the language of the interface.

    Values go in afterwards: `tr("Saved {name}.").format(name=name)`.  `note` tells the translator,
    and Qt, apart what is the same only in English.  Call it when the text is needed, never while a
    module is imported: the language is known only once the application starts.
    """
    return QCoreApplication.translate("", text, note)
