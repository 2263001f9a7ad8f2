"""The models that can be installed: the checkpoints that GLIDE's authors released."""

from dataclasses import dataclass

from glide_studio.core.request.installed import BASE, CLIP, INPAINT
from glide_studio.core.sentence import Paragraph, Sentence

ADDRESS = "https://openaipublic.blob.core.windows.net/diffusion/dec-2021/"

MODEL_CARD = "https://github.com/openai/glide-text2im/blob/main/model-card.md"


@dataclass(frozen=True)
class ReleasedFile:
    """A checkpoint on a server; `size` is about that of its parameters, in bytes."""

    name: str
    size: int


@dataclass(frozen=True)
class Component:
    """Networks that are installed together, since a task needs all of them: the `networks` of the
    library that the `files` become."""

    name: str
    networks: tuple[str, ...]
    files: tuple[ReleasedFile, ...]

    @property
    def size(self) -> int:
        """Of the download, in bytes."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True)
class ReleasedModel:
    """A model that can be downloaded from `address`."""

    name: str
    title: str
    summary: Sentence
    address: str
    components: tuple[Component, ...]

    def component(self, name: str) -> Component:
        """Raises KeyError."""
        return {component.name: component for component in self.components}[name]


GLIDE_FILTERED = ReleasedModel(
    "glide-filtered",
    "GLIDE (filtered)",
    Sentence("The networks that OpenAI released in 2021, trained on photographs without people"),
    ADDRESS,
    (
        Component(
            "text",
            BASE,
            (
                ReleasedFile("base.pt", 1_540_000_000),
                ReleasedFile("upsample.pt", 1_593_000_000),
            ),
        ),
        Component(
            "inpaint",
            INPAINT,
            (
                ReleasedFile("base_inpaint.pt", 1_540_000_000),
                ReleasedFile("upsample_inpaint.pt", 1_593_000_000),
            ),
        ),
        Component(
            "clip",
            CLIP,
            (
                ReleasedFile("clip_image_enc.pt", 346_000_000),
                ReleasedFile("clip_text_enc.pt", 287_000_000),
            ),
        ),
    ),
)


def warnings() -> Paragraph:
    """The authors' warnings, which the user should read before the first use."""
    return Paragraph(
        [
            Sentence(
                "GLIDE (filtered) was trained on pictures from the internet, from which people, "
                "violence and symbols of hate were removed as far as that was possible."
            ),
            Sentence(
                "It draws people badly or not at all, and may still make something offensive; what "
                "it draws repeats the prejudices of its pictures, most of all with CLIP guidance."
            ),
            Sentence(
                "Its authors released it for research. Do not use it to deceive or to harm others, "
                "and say so where a photograph has been edited."
            ),
            Sentence(
                "The code was published by OpenAI under the MIT licence. Their model card: {card}",
                card=MODEL_CARD,
            ),
        ]
    )
