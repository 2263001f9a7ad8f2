"""The lists that prompts name, as in __colour__."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.request import RequestError


class WordLists:
    """A text file per list in a folder, with a line per choice; what the model knows, besides.

    `folder` is None where there is no place for files. Files are read when they are needed, so
    that an artist can write one while the studio runs.
    """

    def __init__(self, card: ModelCard | None = None, folder: Path | None = None) -> None:
        self.folder = folder
        self._known: Mapping[str, Sequence[str]] = {}
        if card is not None:
            self._known = {"colour": card.colours, "thing": card.nouns, "place": card.places}

    def lines(self, name: str) -> Sequence[str]:
        """The choices of a list. Raises RequestError for none, and for a file that is no text.

        Empty lines and those that begin with # are passed over.
        """
        path = None if self.folder is None else self.folder / f"{name}.txt"
        if path is None or not path.is_file():
            known = self._known.get(name, ())
            if not known:
                if path is None:
                    raise RequestError("There is no list “{name}”.", name=name)
                raise RequestError(
                    "There is no list “{name}”: put a file {file} into {folder}.",
                    name=name,
                    file=path.name,
                    folder=path.parent,
                )
            return known
        try:
            lines = [line.strip() for line in path.read_text("utf-8-sig").splitlines()]
        except (OSError, UnicodeError) as error:
            raise RequestError("The list {path} cannot be read as text.", path=path) from error
        lines = [line for line in lines if line and not line.startswith("#")]
        if not lines:
            raise RequestError("The list {path} is empty.", path=path)
        return lines
