"""GLIDE's U-Net (arXiv 2112.10741) under the released checkpoints' parameter names.

The residual blocks and attention are those of Dhariwal & Nichol (arXiv 2105.05233): scale-shift
group norm, up- and downsampling inside residual blocks, attention whose keys and values are
preceded by those of the caption.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.text import TextTransformer, token_rows

AnyModule = TypeVar("AnyModule", bound=nn.Module)


def zeroed(module: AnyModule) -> AnyModule:
    """The module with parameters at zero, so that its residual branch starts as the identity."""
    for parameter in module.parameters():
        nn.init.zeros_(parameter)
    return module


def timestep_embedding(timesteps: Tensor, width: int) -> Tensor:
    """(B,) timesteps to (B, width) sinusoids, cosines first (Vaswani et al., arXiv 1706.03762)."""
    half = width // 2
    steps = torch.arange(half, device=timesteps.device, dtype=torch.float32)
    angles = timesteps[:, None].float() * torch.exp(-math.log(10000) * steps / half)
    return torch.cat([angles.cos(), angles.sin()], dim=-1)


@dataclass(frozen=True)
class TextEncoding:
    """A batch of captions as one network sees them; computed once per prompt.

    `projection` (B, 4·num_channels) joins the time embedding; `keys_values` holds, for each
    attention block in order of use, (B, heads, text_ctx, 2·head channels), keys first.
    """

    projection: Tensor
    keys_values: tuple[Tensor, ...]

    def first_half(self) -> "TextEncoding":
        """The captioned half of a doubled batch."""
        return self.rows(slice(len(self.projection) // 2))

    def rows(self, rows: slice) -> "TextEncoding":
        """Some of the captions."""
        return TextEncoding(self.projection[rows], tuple(kv[rows] for kv in self.keys_values))

    def in_dtype(self, dtype: torch.dtype) -> "TextEncoding":
        """This encoding for a U-Net of that dtype."""
        return TextEncoding(self.projection, tuple(kv.to(dtype) for kv in self.keys_values))

    def float(self) -> "TextEncoding":
        """This encoding in float32."""
        return TextEncoding(self.projection.float(), tuple(kv.float() for kv in self.keys_values))


def enlarged(low_res: Tensor, x_t: Tensor) -> Tensor:
    """`low_res` at the size of x_t, as an upsampler sees it."""
    return F.interpolate(low_res, x_t.shape[-2:], mode="bilinear")


class ResBlock(nn.Module):
    def __init__(
        self, spec: ModelSpec, channels: int, out_channels: int, resample: str = ""
    ) -> None:
        super().__init__()
        emb_width = 4 * spec.num_channels
        self.resample = resample
        self.in_layers = nn.Sequential(
            nn.GroupNorm(spec.norm_groups, channels),
            nn.SiLU(),
            nn.Conv2d(channels, out_channels, 3, padding=1),
        )
        self.emb_layers = nn.Sequential(nn.SiLU(), nn.Linear(emb_width, 2 * out_channels))
        self.out_layers = nn.Sequential(
            nn.GroupNorm(spec.norm_groups, out_channels),
            nn.SiLU(),
            nn.Identity(),  # in place of dropout, which the released parameter names count
            zeroed(nn.Conv2d(out_channels, out_channels, 3, padding=1)),
        )
        self.skip_connection = (
            nn.Identity() if channels == out_channels else nn.Conv2d(channels, out_channels, 1)
        )

    def _resampled(self, x: Tensor) -> Tensor:
        if self.resample == "up":
            return F.interpolate(x, scale_factor=2, mode="nearest")
        if self.resample == "down":
            return F.avg_pool2d(x, 2)
        return x

    def forward(self, x: Tensor, emb: Tensor) -> Tensor:
        norm, activation, conv = self.in_layers
        h = conv(self._resampled(activation(norm(x))))
        scale, shift = self.emb_layers(emb)[:, :, None, None].chunk(2, dim=1)
        norm, *rest = self.out_layers
        h = torch.addcmul(shift, norm(h), 1 + scale)
        for layer in rest:
            h = layer(h)
        return self.skip_connection(self._resampled(x)) + h


class AttentionBlock(nn.Module):
    def __init__(self, spec: ModelSpec, channels: int) -> None:
        super().__init__()
        self.heads = channels // spec.num_head_channels
        self.attend: Callable[[Tensor, Tensor, Tensor], Tensor] = F.scaled_dot_product_attention
        self.norm = nn.GroupNorm(spec.norm_groups, channels)
        self.qkv = nn.Conv1d(channels, 3 * channels, 1)
        self.encoder_kv = nn.Conv1d(spec.xf_width, 2 * channels, 1)
        self.proj_out = zeroed(nn.Conv1d(channels, channels, 1))

    def text_keys_values(self, features: Tensor) -> Tensor:
        """(B, text_ctx, xf_width) to (B, heads, text_ctx, 2·head channels)."""
        return self._heads_of(_pointwise(self.encoder_kv, features))

    def _heads_of(self, x: Tensor) -> Tensor:
        """(B, L, heads·C) to (B, heads, L, C)."""
        return x.unflatten(2, (self.heads, -1)).transpose(1, 2)

    def forward(self, x: Tensor, text_keys_values: Tensor) -> Tensor:
        pixels = self.norm(x).flatten(2).transpose(1, 2)
        q, k, v = self._heads_of(_pointwise(self.qkv, pixels)).chunk(3, dim=-1)
        text_k, text_v = text_keys_values.chunk(2, dim=-1)
        h = self.attend(q, torch.cat([text_k, k], dim=2), torch.cat([text_v, v], dim=2))
        h = _pointwise(self.proj_out, h.transpose(1, 2).flatten(2))
        return x + h.transpose(1, 2).view(x.shape)


def _pointwise(conv: nn.Conv1d, x: Tensor) -> Tensor:
    """A convolution of width 1 over (B, L, C) with its channels innermost."""
    return F.linear(x, conv.weight[..., 0], conv.bias)


def attention_at(spec: ModelSpec, size: int, channels: int) -> list[nn.Module]:
    """The attention block that follows a residual block at `size` pixels, if there is one."""
    if size not in spec.attention_resolutions:
        return []
    return [AttentionBlock(spec, channels)]


class Stage(nn.ModuleList):
    """The layers between two skip connections, applied in order."""

    def forward(self, x: Tensor, emb: Tensor, keys_values: Iterator[Tensor]) -> Tensor:
        for layer in self:
            if isinstance(layer, ResBlock):
                x = layer(x, emb)
            elif isinstance(layer, AttentionBlock):
                x = layer(x, next(keys_values))
            else:
                x = layer(x)
        return x


class GlideUNet(nn.Module):
    """Any of GLIDE's four networks, as `spec` says.

    `is_optimized` is set once `optimize_for_inference` has changed the layers: the network can then
    be neither trained nor saved.
    """

    token_rows: Tensor

    def __init__(self, spec: ModelSpec) -> None:
        super().__init__()
        self.spec = spec
        self.is_optimized = False
        self._build_text(spec)
        self._build_unet(spec)

    def _build_text(self, spec: ModelSpec) -> None:
        rows = len(spec.token_ids) + 1 if spec.token_ids else spec.vocab_size
        # Without the initialisation of nn.Embedding: on the meta device it imports for seconds.
        empty = torch.empty(rows, spec.xf_width)
        self.token_embedding = nn.Embedding.from_pretrained(empty, freeze=False)
        self.positional_embedding = nn.Parameter(torch.zeros(spec.text_ctx, spec.xf_width))
        self.padding_embedding = nn.Parameter(torch.zeros(spec.text_ctx, spec.xf_width))
        self.transformer = TextTransformer(spec)
        self.final_ln = nn.LayerNorm(spec.xf_width)
        self.transformer_proj = nn.Linear(spec.xf_width, 4 * spec.num_channels)
        if spec.token_ids:
            rows_of = token_rows(spec.token_ids, spec.vocab_size)
            self.register_buffer("token_rows", rows_of, persistent=False)

    def _build_unet(self, spec: ModelSpec) -> None:
        width = 4 * spec.num_channels
        self.time_embed = nn.Sequential(
            nn.Linear(spec.num_channels, width), nn.SiLU(), nn.Linear(width, width)
        )
        self.input_blocks = nn.ModuleList()
        self.output_blocks = nn.ModuleList()
        skips = self._build_down(spec)
        channels = skips[-1]
        self.middle_block = Stage(
            [
                ResBlock(spec, channels, channels),
                AttentionBlock(spec, channels),
                ResBlock(spec, channels, channels),
            ]
        )
        channels = self._build_up(spec, skips)
        self.out = nn.Sequential(
            nn.GroupNorm(spec.norm_groups, channels),
            nn.SiLU(),
            zeroed(nn.Conv2d(channels, 6, 3, padding=1)),
        )

    def _build_down(self, spec: ModelSpec) -> list[int]:
        """Fill `input_blocks`; returns the channels of each skip connection."""
        channels, size = spec.channel_mult[0] * spec.num_channels, spec.image_size
        self.input_blocks.append(Stage([nn.Conv2d(spec.in_channels, channels, 3, padding=1)]))
        skips = [channels]
        for level, mult in enumerate(spec.channel_mult):
            if level:
                self.input_blocks.append(Stage([ResBlock(spec, channels, channels, "down")]))
                skips.append(channels)
                size //= 2
            for _ in range(spec.num_res_blocks):
                out = mult * spec.num_channels
                block = ResBlock(spec, channels, out)
                self.input_blocks.append(Stage([block, *attention_at(spec, size, out)]))
                channels = out
                skips.append(channels)
        return skips

    def _build_up(self, spec: ModelSpec, skips: list[int]) -> int:
        """Fill `output_blocks`, emptying `skips`; returns the output channels."""
        channels = skips[-1]
        size = spec.image_size >> (len(spec.channel_mult) - 1)
        for level in reversed(range(len(spec.channel_mult))):
            out = spec.channel_mult[level] * spec.num_channels
            for i in range(spec.num_res_blocks + 1):
                block = ResBlock(spec, channels + skips.pop(), out)
                stage = Stage([block, *attention_at(spec, size, out)])
                channels = out
                if level and i == spec.num_res_blocks:
                    stage.append(ResBlock(spec, channels, channels, "up"))
                    size *= 2
                self.output_blocks.append(stage)
        return channels

    @property
    def device(self) -> torch.device:
        return self.token_embedding.weight.device

    @property
    def dtype(self) -> torch.dtype:
        """The dtype of the U-Net's convolutions; inputs and outputs are float32."""
        return next(self.input_blocks.parameters()).dtype

    def encode_text(self, tokens: Tensor, mask: Tensor) -> TextEncoding:
        """Encode captions once for many steps; the text transformer computes in float32.

        tokens: (B, text_ctx) int64 vocabulary ids; mask: (B, text_ctx) bool, False on padding.
        """
        if self.spec.token_ids:
            tokens = self.token_rows[tokens]
        x = self.token_embedding(tokens) + self.positional_embedding
        x = torch.where(mask[..., None], x, self.padding_embedding)
        x = self.final_ln(self.transformer(x))
        stages = [*self.input_blocks, self.middle_block, *self.output_blocks]
        keys_values = tuple(
            layer.text_keys_values(x).to(self.dtype)
            for stage in stages
            for layer in stage
            if isinstance(layer, AttentionBlock)
        )
        return TextEncoding(self.transformer_proj(x[:, -1]), keys_values)

    def _network_input(
        self,
        x_t: Tensor,
        low_res: Tensor | None,
        inpaint_image: Tensor | None,
        inpaint_mask: Tensor | None,
    ) -> Tensor:
        parts = [x_t]
        if self.spec.is_inpaint:
            if inpaint_image is None or inpaint_mask is None:
                inpaint_image, inpaint_mask = torch.zeros_like(x_t), torch.zeros_like(x_t[:, :1])
            parts += [inpaint_image * inpaint_mask, inpaint_mask]
        if self.spec.is_upsampler:
            if low_res is None:
                raise ValueError("An upsampling network needs low_res.")
            parts.append(enlarged(low_res, x_t))
        return torch.cat(parts, dim=1)

    def forward(
        self,
        x_t: Tensor,
        timesteps: Tensor,
        tokens: Tensor | None = None,
        mask: Tensor | None = None,
        low_res: Tensor | None = None,
        inpaint_image: Tensor | None = None,
        inpaint_mask: Tensor | None = None,
        text: TextEncoding | None = None,
    ) -> Tensor:
        """Predict noise (or velocity) and variance for a batch of noisy pictures.

        x_t: (B, 3, S, S); timesteps: (B,) in the 1000-step process; tokens and mask as in
        `encode_text`, or `text`, its result; low_res: (B, 3, S/4, S/4) in [-1, 1], upsamplers
        only; inpaint_image: (B, 3, S, S) in [-1, 1] and inpaint_mask: (B, 1, S, S), 1 = known,
        inpaint networks only, where leaving them out means that nothing is known.

        Returns (B, 6, S, S): ε or v as the spec says, then the interpolation between the
        smallest and the largest variance in [-1, 1] (Nichol & Dhariwal, arXiv 2102.09672).
        Raises ValueError when an input that this kind of network needs is missing.
        """
        if text is None:
            if tokens is None or mask is None:
                raise ValueError("Give tokens and mask, or an encoded text.")
            text = self.encode_text(tokens, mask)
        emb = self.time_embed(timestep_embedding(timesteps, self.spec.num_channels))
        emb = (emb + text.projection).to(self.dtype)
        h = self._network_input(x_t, low_res, inpaint_image, inpaint_mask).to(self.dtype)
        keys_values, skips = iter(text.keys_values), []
        for stage in self.input_blocks:
            h = stage(h, emb, keys_values)
            skips.append(h)
        h = self.middle_block(h, emb, keys_values)
        for stage in self.output_blocks:
            h = stage(torch.cat([h, skips.pop()], dim=1), emb, keys_values)
        return self.output(self.out(h.float()).float(), timesteps, low_res)

    def output(self, predicted: Tensor, timesteps: Tensor, low_res: Tensor | None) -> Tensor:
        """The output of `forward` (B, 6, S, S), made from that of the last layer. Here they are the
        same; ResidualUpsampler overrides it."""
        return predicted
