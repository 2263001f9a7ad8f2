"""Sizes and training schedules of the starter models."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from glide_studio.engine.clip import ClipSpec
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.tokenizer import ClipTokenizer, Tokenizer
from glide_studio.training.captions import caption_tokens
from glide_studio.training.pack import pack_nouns
from glide_studio.training.vocabulary import GPU_VOCABULARY, SMALL_VOCABULARY, Vocabulary

TEXT_CTX = 32
GPU_WORKERS = 14
_DRAWN_STYLES = ("3d", "flat", "noto")
_PLAIN_PLACES = ("", "snow", "black background", "sand", "night", "grass")


@dataclass(frozen=True)
class TrainingPhase:
    """A part of the training, `share` of its minutes, in batches of `batch` pictures of `size`
    pixels.

    Timesteps are drawn evenly from `first_timestep` up, a share `noisy_share` of them from 250 up.
    `places` restricts the places shown, unless it is empty. `empty_share` of an inpaint network's
    pictures have no known region, as in text to image. An upsampler is trained on crops,
    `crops_per_scene` from each scene of its full size.
    """

    size: int
    share: float
    batch: int
    crops_per_scene: int = 1
    first_timestep: int = 0
    noisy_share: float = 0.0
    places: tuple[str, ...] = ()
    empty_share: float = 0.6


@dataclass(frozen=True, kw_only=True)
class TrainingConfig:
    """The configuration of any training.

    With a `matrix_learning_rate` the matrices of the network are trained by Muon. `workers` is the
    number of processes that compose scenes during training; with 0 the training process composes
    them itself.
    """

    vocabulary: Vocabulary
    phases: tuple[TrainingPhase, ...]
    minutes: float
    learning_rate: float = 9e-4
    matrix_learning_rate: float | None = None
    warm_up_steps: int = 200
    ema_decay: float = 0.997
    seed: int = 0
    workers: int = 0


@dataclass(frozen=True, kw_only=True)
class NetworkConfig(TrainingConfig):
    """`caption_dropout` is the share of empty captions, for guidance; in inpainting they ask for a
    removal, and no object is drawn. `token_dropout` is the share of tokens replaced by the unknown
    token."""

    spec: ModelSpec
    caption_dropout: float = 0.2
    token_dropout: float = 0.01


@dataclass(frozen=True, kw_only=True)
class ClipConfig(TrainingConfig):
    spec: ClipSpec


def small_base(pack: Path | None = None) -> NetworkConfig:
    """9 M parameters, 20 objects: hours on two CPU cores, with any pack."""
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
        token_ids=caption_tokens(SMALL_VOCABULARY, Tokenizer()),
    )
    # A noun determines only the shape, which is decided at the noisiest steps, where its gradient
    # is tiny: trained on everything at once, the network learns colours and places but no nouns.
    # The layouts learned at 32 px must be learned again at 64.
    shapes = TrainingPhase(32, 0.2, 16, first_timestep=550, places=_PLAIN_PLACES, empty_share=1)
    large_shapes = TrainingPhase(
        64, 0.2, 12, first_timestep=500, places=_PLAIN_PLACES, empty_share=0.9
    )
    phases = (
        shapes,
        TrainingPhase(32, 0.15, 16, first_timestep=200, empty_share=0.8),
        large_shapes,
        TrainingPhase(64, 0.45, 12),
    )
    return NetworkConfig(spec=spec, vocabulary=SMALL_VOCABULARY, phases=phases, minutes=180)


def small_upsample(pack: Path | None = None) -> NetworkConfig:
    """6 M parameters, trained on crops: the low-res picture determines most of the result."""
    base = small_base()
    spec = replace(
        base.spec,
        kind="upsample-inpaint",
        image_size=256,
        num_channels=16,
        channel_mult=(1, 1, 2, 4, 6, 8),
        noise_schedule="linear",
        residual=True,
        xf_layers=2,
    )
    return replace(
        base, spec=spec, phases=(TrainingPhase(64, 1.0, 12, crops_per_scene=4),), minutes=90
    )


def gpu_base(pack: Path | None = None) -> NetworkConfig:
    """14 M parameters, 121 objects: minutes on one large GPU."""
    small = small_base()
    spec = replace(
        small.spec,
        num_channels=48,
        channel_mult=(1, 1, 3, 5),
        num_head_channels=48,
        token_ids=caption_tokens(GPU_VOCABULARY, Tokenizer()),
    )
    return replace(
        small,
        spec=spec,
        vocabulary=GPU_VOCABULARY,
        phases=(TrainingPhase(64, 1.0, 256, noisy_share=0.7, empty_share=0.5),),
        minutes=6,
        learning_rate=1e-3,
        matrix_learning_rate=2e-3,
        ema_decay=0.999,
        caption_dropout=0.15,
        workers=GPU_WORKERS,
    )


def gpu_upsample(pack: Path) -> NetworkConfig:
    """The size of `small_upsample`, trained on every object and style of the pack."""
    small = small_upsample()
    nouns = pack_nouns(pack, _DRAWN_STYLES)
    return replace(
        small,
        spec=replace(small.spec, token_ids=caption_tokens(GPU_VOCABULARY, Tokenizer())),
        vocabulary=replace(
            GPU_VOCABULARY,
            nouns={noun: noun for noun in nouns},
            held_out=frozenset(),
            styles=_DRAWN_STYLES,
        ),
        phases=(TrainingPhase(64, 1.0, 256, crops_per_scene=4),),
        minutes=2,
        learning_rate=6e-4,
        ema_decay=0.999,
        workers=GPU_WORKERS,
    )


def small_clip(pack: Path | None = None) -> ClipConfig:
    """1 M parameters: minutes on one CPU core, with any pack."""
    return _clip_config(SMALL_VOCABULARY, 128, 4, minutes=20)


def gpu_clip(pack: Path | None = None) -> ClipConfig:
    """The size of `small_clip`, for the words of `gpu_base`: a minute on one large GPU."""
    config = _clip_config(GPU_VOCABULARY, 128, 4, minutes=1)
    return replace(config, phases=(TrainingPhase(64, 1.0, 512),), workers=GPU_WORKERS)


def _clip_config(vocabulary: Vocabulary, width: int, layers: int, minutes: float) -> ClipConfig:
    spec = ClipSpec(
        embedding_width=width,
        text_width=width,
        text_layers=layers // 2,
        text_ctx=TEXT_CTX,
        token_ids=(0, *caption_tokens(vocabulary, ClipTokenizer())),
        image_width=width,
        image_layers=layers,
        patch_size=8,
    )
    return ClipConfig(
        spec=spec, vocabulary=vocabulary, phases=(TrainingPhase(64, 1.0, 64),), minutes=minutes
    )


CLIP_CONFIGS: dict[str, Callable[[Path], ClipConfig]] = {"small": small_clip, "gpu": gpu_clip}
CONFIGS: dict[str, dict[str, Callable[[Path], NetworkConfig]]] = {
    "small": {"base": small_base, "upsample": small_upsample},
    "gpu": {"base": gpu_base, "upsample": gpu_upsample},
}
