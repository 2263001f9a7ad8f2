"""Messages for the artist, in a form that can still be translated."""


class Sentence:
    """An English template with a {placeholder} for each value; `str` fills them in.

    Write the template as a literal in the call, of this class or of an error, where
    `dev.py translate` finds it. Values are not translated: wording that depends on a value needs
    a template of its own.
    """

    def __init__(self, template: str, /, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.filled(self.template)

    def filled(self, template: str) -> str:
        """`template`, which is this one's or its translation, with the values filled in."""
        return template.format(**self.values) if self.values else template


class ArtistError(Exception):
    """An error that the artist can do something about; its `Sentence` says what."""

    def __init__(self, template: str, /, **values: object) -> None:
        super().__init__(template)
        self.sentence = Sentence(template, **values)

    def __str__(self) -> str:
        return str(self.sentence)
