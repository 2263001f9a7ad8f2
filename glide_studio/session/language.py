"""Translation of the interface's texts into the artist's language."""

import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from glide_studio.core.sentence import Paragraph, Sentence

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français"}
"""Each by its own name; `resources/i18n` has a translation for all but English."""


def tr(text: str, note: str = "") -> str:
    """Return `text`, written out at the call in English, in the language of the interface.

    Values are filled in afterwards: `tr("Saved {name}.").format(name=name)`. `note` distinguishes,
    for translators and for Qt, texts that are the same only in English. Call it when the text is
    needed, never while a module is imported: the language is known only once the application
    starts. Where Qt is not imported, as on the command line, the text stays English.
    """
    return _looked_up(text, note)


def translated(sentence: Sentence) -> str:
    """`sentence`, which comes from core or engine, in the language of the interface."""
    if isinstance(sentence, Paragraph):
        return " ".join(map(translated, sentence.sentences))
    return sentence.filled(_looked_up(sentence.template))


def _looked_up(text: str, note: str = "") -> str:
    qt = sys.modules.get("PySide6.QtCore")
    return text if qt is None else qt.QCoreApplication.translate("", text, note)


def system_language() -> str:
    """The first of the languages that the system prefers and the studio has, else English."""
    from PySide6.QtCore import QLocale

    for name in QLocale.system().uiLanguages():
        if name[:2] in LANGUAGES:
            return name[:2]
    return "en"


def current_language() -> str:
    """The one of `LANGUAGES` in which `tr` returns texts."""
    from PySide6.QtCore import QCoreApplication

    app = QCoreApplication.instance()
    return "en" if app is None else str(app.property("language") or "en")


def set_language(app: "QCoreApplication", language: str) -> None:
    """Make `tr`, Qt's own dialogs and the numbers in fields use one of `LANGUAGES` from now on.

    Existing widgets keep their texts, so call this before the window is made.
    """
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    for spoken in app.findChildren(QTranslator):
        app.removeTranslator(spoken)
        spoken.deleteLater()
    app.setProperty("language", language)
    # Numbers and dates as well; where the system speaks the language, as in its country.
    system = QLocale.system()
    QLocale.setDefault(system if system.name()[:2] == language else QLocale(language))
    if language == "en":
        return
    own = Path(str(files("glide_studio.resources") / "i18n"))
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt / f"qtbase_{language}.qm", own / f"glide_studio_{language}.qm"):
        translator = QTranslator(app)
        if translator.load(str(path)):
            app.installTranslator(translator)
