"""What an artist is to read, so that it can still be said in another language."""


class Sentence:
    """English with a {place} for each of its values, which go in last; `str` is all of it.

    The template is written out at the call, where `dev.py translate` finds it, as it finds those
    of the errors. Values stay as they are in every language: what depends on one is a template
    of its own.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.filled(self.template)

    def filled(self, template: str) -> str:
        """A template, this one's or its translation, with the values in their places."""
        return template.format(**self.values) if self.values else template


class ArtistError(Exception):
    """What an artist can mend: made as a `Sentence` is, which says what to do."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template)
        self.sentence = Sentence(template, **values)

    def __str__(self) -> str:
        return str(self.sentence)
