"""Collects the texts of the interface and compiles their translations: `python3 dev.py translate`.

Lists the texts that have no translation yet; the exit status is 1 while there are any.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from glide_studio.session.language import LANGUAGES

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "i18n"
TRANSLATED = [language for language in LANGUAGES if language != "en"]

SOURCES = ("core", "engine", "library", "pool", "session", "ui", "app.py", "compute.py")
"""The parts of glide_studio with texts that an artist reads."""

SENTENCES = (
    "Sentence",
    "RequestError",
    "RunError",
    "PictureError",
    "PaletteError",
    "SizeError",
    "ModelError",
    "LibraryError",
    "DownloadError",
    "UpdateError",
    "PixelLockError",
    "PoolError",
    "PoolLost",
    "ServerError",
)
"""The calls besides `tr` that take a text to translate: `Sentence` and the errors made like it."""


def texts_of(language: str) -> Path:
    """Return the file with a language's translations."""
    return FOLDER / f"glide_studio_{language}.ts"


def gather(language: str, texts: Path) -> list[str]:
    """Bring the file `texts` up to date; return the texts without a translation."""
    aliases = ",".join(f"tr+={name}" for name in SENTENCES)
    options = ["-extensions", "py", "-locations", "none", "-no-obsolete"]
    options += ["-tr-function-alias", aliases, "-target-language", language]
    sources = [ROOT / "glide_studio" / name for name in SOURCES]
    with TemporaryDirectory() as folder:
        cards = Path(folder) / "cards.py"
        cards.write_text("".join(f"tr({json.dumps(summary)})\n" for summary in _summaries()))
        _call("pyside6-lupdate", [*options, *sources, cards, "-ts", texts])
    return [
        message.findtext("source", "")
        for message in ElementTree.parse(texts).getroot().iter("message")
        if message.find("translation[@type]") is not None or not message.findtext("translation")
    ]


def _summaries() -> list[str]:
    """What the cards of the program's models say of them: no code has these texts."""
    cards = sorted(ROOT.glob("resources/*/card.json"))
    return [json.loads(card.read_text(encoding="utf-8"))["summary"] for card in cards]


def main() -> int:
    missing = 0
    for language in TRANSLATED:
        texts = texts_of(language)
        found = gather(language, texts)
        _call("pyside6-lrelease", [texts, "-qm", texts.with_suffix(".qm")])
        print(f"{language}: {len(found)} texts without a translation", *found, sep="\n")
        missing += len(found)
    return min(missing, 1)


def _call(program: str, arguments: Sequence[object]) -> None:
    """Run a program of the environment silently; raises CalledProcessError if it fails."""
    command = [Path(sys.executable).with_name(program), *arguments]
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE)


if __name__ == "__main__":
    sys.exit(main())
