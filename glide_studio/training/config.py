"""How big the starters are and how long they train."""

from dataclasses import dataclass, replace

from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.training.vocabulary import (
    COLOURS,
    PLACES,
    SMALL_VOCABULARY,
    Vocabulary,
    caption,
)

TEXT_CTX = 32


@dataclass(frozen=True)
class Phase:
    """A share of the training at one size; `batch` scenes of `size` pixels a step.

    An upsampler's are cut, `crops_per_scene` from one, out of scenes of the network's full size.
    """

    size: int
    share: float
    batch: int
    crops_per_scene: int = 1


@dataclass(frozen=True)
class TrainingConfig:
    spec: ModelSpec
    vocabulary: Vocabulary
    phases: tuple[Phase, ...]
    minutes: float
    styles: tuple[str, ...] = ("3d",)
    learning_rate: float = 7e-4
    warm_up_steps: int = 100
    caption_dropout: float = 0.15
    token_dropout: float = 0.01
    empty_share: float = 0.6
    ema_decay: float = 0.995
    seed: int = 0


def caption_tokens(vocabulary: Vocabulary) -> tuple[int, ...]:
    """Every token id that occurs in a caption of the vocabulary, sorted."""
    tokenizer = Tokenizer()
    texts = [
        caption(noun, colour, phrase)
        for noun in vocabulary.nouns
        for colour in ("", *COLOURS)
        for place in PLACES.values()
        for phrase in place.phrases
    ]
    return tuple(sorted({token for text in texts for token in tokenizer.encode(text)}))


def small_base() -> TrainingConfig:
    """9 M parameters: an hour or two on two CPU cores."""
    spec = ModelSpec(
        "base-inpaint",
        num_channels=32,
        num_res_blocks=1,
        channel_mult=(1, 1, 3, 6),
        attention_resolutions=(16, 8),
        num_head_channels=32,
        norm_groups=8,
        text_ctx=TEXT_CTX,
        xf_width=192,
        xf_layers=3,
        xf_heads=3,
        prediction="v",
        token_ids=caption_tokens(SMALL_VOCABULARY),
    )
    return TrainingConfig(
        spec, SMALL_VOCABULARY, (Phase(32, 0.63, 16), Phase(64, 0.37, 12)), minutes=110
    )


def small_upsample() -> TrainingConfig:
    """2 M parameters, trained on crops: the low-res picture decides most of what it draws."""
    base = small_base()
    spec = replace(
        base.spec,
        kind="upsample-inpaint",
        image_size=256,
        num_channels=16,
        channel_mult=(1, 1, 2, 4, 6, 8),
        noise_schedule="linear",
        xf_layers=2,
    )
    return replace(base, spec=spec, phases=(Phase(64, 1.0, 12, crops_per_scene=4),), minutes=70)


CONFIGS = {"small": {"base": small_base, "upsample": small_upsample}}
