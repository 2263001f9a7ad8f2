"""The description of a GLIDE network, which its checkpoint carries in its metadata."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Literal

import numpy as np

from glide_studio.core.request.settings import is_whole
from glide_studio.engine.schedule import beta_schedule

Kind = Literal["base", "upsample", "base-inpaint", "upsample-inpaint"]
KINDS: tuple[Kind, ...] = ("base", "upsample", "base-inpaint", "upsample-inpaint")

_CHANNEL_MULT = {64: (1, 2, 3, 4), 256: (1, 1, 2, 2, 4, 4)}


@dataclass(frozen=True)
class ModelSpec:
    """Shape and meaning of one GLIDE network (arXiv 2112.10741, appendix; defaults as released).

    `image_size`, `num_res_blocks`, `channel_mult` and `noise_schedule` left at 0 or empty take
    the released value for the kind. `prediction` says what the first three output channels are:
    the noise ε or the velocity v (Salimans & Ho, arXiv 2202.00512). An upsampler with `residual`
    learns only the difference from the enlarged low-res picture (Li et al., arXiv 2104.14951) but
    still returns the velocity of the whole picture. `token_ids` lists, in order,
    the vocabulary ids that have a row in the token embedding, the last row standing for every
    other id; empty means one row for each of the `vocab_size` ids.

    Raises ValueError for values no network can be built from.
    """

    kind: Kind
    image_size: int = 0
    num_channels: int = 192
    num_res_blocks: int = 0
    channel_mult: tuple[int, ...] = ()
    attention_resolutions: tuple[int, ...] = (32, 16, 8)
    num_head_channels: int = 64
    norm_groups: int = 32
    text_ctx: int = 128
    xf_width: int = 512
    xf_layers: int = 16
    xf_heads: int = 8
    vocab_size: int = 50257
    noise_schedule: str = ""
    diffusion_steps: int = 1000
    prediction: Literal["eps", "v"] = "eps"
    residual: bool = False
    token_ids: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"Unknown kind of network {self.kind!r}; known: {', '.join(KINDS)}.")
        if self.prediction not in ("eps", "v"):
            raise ValueError(f"A network predicts 'eps' or 'v', not {self.prediction!r}.")
        size = self.image_size or (256 if self.is_upsampler else 64)
        if self.residual and not (self.is_upsampler and self.prediction == "v"):
            raise ValueError("Only an upsampler that predicts v learns a residual.")
        released = {
            "image_size": size,
            "num_res_blocks": 2 if self.is_upsampler else 3,
            "channel_mult": _CHANNEL_MULT.get(size, ()),
            "noise_schedule": "linear" if self.is_upsampler else "squaredcos_cap_v2",
        }
        for name, value in released.items():
            object.__setattr__(self, name, getattr(self, name) or value)
        for name in ("channel_mult", "attention_resolutions", "token_ids"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        if not self.channel_mult:
            raise ValueError(f"Give channel_mult for a network of {size} pixels.")
        self._check_sizes()
        if self.num_channels % self.norm_groups:
            raise ValueError("num_channels must be a multiple of norm_groups.")

    def _check_sizes(self) -> None:
        """Sizes come from files: absurd ones would take all memory, or forever."""
        levels, tokens = len(self.channel_mult), len(self.token_ids)
        for value, most in (
            *((each, 10_000) for each in (self.num_channels, self.xf_width, self.diffusion_steps)),
            *((each, 4096) for each in (self.image_size, self.text_ctx, self.norm_groups)),
            *((each, 256) for each in (self.num_head_channels, self.xf_layers, self.xf_heads)),
            *((each, 32) for each in (self.num_res_blocks, levels, *self.channel_mult)),
            (self.vocab_size, 1_000_000),
            (tokens + 1, 1_000_000),
        ):
            if not is_whole(value, 1, most):
                raise ValueError(f"No size of a network can be {value!r}.")

    @property
    def is_upsampler(self) -> bool:
        return self.kind.startswith("upsample")

    @property
    def is_inpaint(self) -> bool:
        return self.kind.endswith("inpaint")

    @property
    def betas(self) -> np.ndarray:
        """(diffusion_steps,) float64 variances of the forward process."""
        return beta_schedule(self.noise_schedule, self.diffusion_steps)

    @property
    def in_channels(self) -> int:
        """x_t, then known picture and mask for inpainting, then the enlarged low-res picture."""
        return 3 + (4 if self.is_inpaint else 0) + (3 if self.is_upsampler else 0)

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "ModelSpec":
        """Raises ValueError when the text is not a spec."""
        try:
            values = json.loads(text)
        except RecursionError as error:
            raise ValueError("JSON nested too deeply") from error
        known = {field.name for field in fields(cls)}
        if not isinstance(values, dict) or not set(values) <= known or "kind" not in values:
            raise ValueError("The text does not describe a GLIDE network.")
        return cls(**values)
