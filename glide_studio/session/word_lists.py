"""The word lists that prompts refer to, as in __colour__."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.settings import RequestError

FOLDER = "wildcards"
"""The name of their folder, in that of the user's data."""

MAX_CHARACTERS = 5_000_000
"""Of one list."""


class WordLists:
    """A text file per list in `folder`, with a line per choice, and the words of the model's card.

    Without a `folder` there are only the words of the card. Files are read when they are needed, so
    that an artist can write one while the studio runs.
    """

    def __init__(self, card: ModelCard | None = None, folder: Path | None = None) -> None:
        self.folder = folder
        self._built_in: Mapping[str, Sequence[str]] = {}
        if card is not None:
            self.use(card)

    def use(self, card: ModelCard) -> None:
        """Offer the words of another card from now on."""
        self._built_in = {"colour": card.colours, "thing": card.nouns, "place": card.places}

    def lines(self, name: str) -> Sequence[str]:
        """The choices of a list. Raises RequestError if it is missing, empty or not a text file.

        Empty lines and lines that begin with # are ignored.
        """
        path = None if self.folder is None else self.folder / f"{name}.txt"
        if path is None or not _is_file(path):
            built_in = self._built_in.get(name, ())
            if not built_in:
                if path is None:
                    raise RequestError("There is no word list “{name}”.", name=name)
                raise RequestError(
                    "There is no word list “{name}”. Put a file {file} into {folder}.",
                    name=name,
                    file=path.name,
                    folder=path.parent,
                )
            return built_in
        try:
            with path.open(encoding="utf-8-sig") as file:
                text = file.read(MAX_CHARACTERS + 1)
            if len(text) > MAX_CHARACTERS:
                raise RequestError("The word list {path} is too long. Split it.", path=path)
            lines = [line.strip() for line in text.splitlines()]
        except (OSError, UnicodeError) as error:
            raise RequestError("The word list {path} is not a text file.", path=path) from error
        lines = [line for line in lines if line and not line.startswith("#")]
        if not lines:
            raise RequestError("The word list {path} is empty.", path=path)
        return lines


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # the name is too long for a file
        return False
