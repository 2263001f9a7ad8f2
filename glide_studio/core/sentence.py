"""Messages for the artist, in a form that can still be translated."""

from collections.abc import Sequence


class Sentence:
    """An English template with a {placeholder} for each value; `str` fills them in.

    Write the template as a literal in the call, of this class or of an error, where
    `dev.py translate` finds it. Values are not translated: wording that depends on a value needs
    a template of its own.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values

    @classmethod
    def from_file(cls, text: str) -> "Sentence":
        """A text that a file of the program holds, where `dev.py translate` finds it too; that of
        another file stays as it is."""
        return cls(text)

    def __str__(self) -> str:
        return self.filled(self.template)

    def filled(self, template: str) -> str:
        """`template`, which is this one's or its translation, with the values filled in."""
        return template.format(**self.values) if self.values else template


class Paragraph(Sentence):
    """Several sentences, one after the other."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        super().__init__("")
        self.sentences = tuple(sentences)

    def __str__(self) -> str:
        return " ".join(map(str, self.sentences))


def joined(sentences: Sequence[Sentence]) -> Sentence | None:
    """Sentences as one message; None if there are none."""
    if len(sentences) > 1:
        return Paragraph(sentences)
    return sentences[0] if sentences else None


class ArtistError(Exception):
    """An error that the artist can do something about; its `Sentence` says what."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template)
        self.sentence = Sentence(template, **values)

    def __str__(self) -> str:
        return str(self.sentence)
