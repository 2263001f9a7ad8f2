"""What `glide-studio evaluate samplers` measures; to measure more, add a line to `PLAN`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from glide_studio.core.request.presets import NOTEBOOK, PRESETS, Preset
from glide_studio.core.request.settings import Sampling, Settings

STEPS = (5, 8, 10, 15, 20, 25, 50, 100)
FEW_STEPS = STEPS[:6]
UPSAMPLE_STEPS = (4, 5, 6, 8, 10, 12, 15, 20, 27)


@dataclass(frozen=True)
class Line:
    """A sampler at several numbers of steps with one spacing: the prefix of the number in a
    `Sampling`, "" for even steps, or "fast27"."""

    sampler: str
    spacing: str
    steps: tuple[int, ...]

    @property
    def name(self) -> str:
        return f"{self.sampler} {self.spacing or 'even'}"

    def samplings(self) -> list[Sampling]:
        if self.spacing == "fast27":
            return [Sampling(self.sampler, self.spacing)]
        return [Sampling(self.sampler, f"{self.spacing}{steps}") for steps in self.steps]


@dataclass(frozen=True)
class Variant:
    """Changes to the default settings."""

    name: str
    changes: Mapping[str, Any]

    def applied_to(self, default: Settings) -> Settings:
        return replace(default, **self.changes)


@dataclass(frozen=True)
class Plan:
    """What is measured: lines for each stage, `variants` of the base stage, and `settings` of both
    stages, each compared with the `reference` sampling."""

    reference: Sampling
    base: tuple[Line, ...]
    upsample: tuple[Line, ...]
    variants: tuple[Variant, ...]
    settings: tuple[Preset | Variant, ...]


_MIDDLE = Sampling("unipc", "logsnr15")


def _variant(name: str, **changes: Any) -> Variant:
    return Variant(name, {"base": _MIDDLE, **changes})


PLAN = Plan(
    reference=Sampling("ddim", "1000"),
    base=(
        Line("ddpm", "", STEPS),
        Line("ddim", "", STEPS),
        Line("ddim", "logsnr", FEW_STEPS),
        Line("plms", "trailing", STEPS),
        Line("plms", "", FEW_STEPS),
        Line("dpm++2m", "logsnr", STEPS),
        Line("dpm++2m", "trailing", FEW_STEPS),
        Line("dpm++2m-sde", "logsnr", STEPS),
        Line("unipc", "logsnr", STEPS),
        Line("unipc", "", FEW_STEPS),
        Line("unipc", "trailing", FEW_STEPS),
    ),
    upsample=(
        Line("ddpm", "", UPSAMPLE_STEPS),
        Line("ddpm", "fast27", (27,)),
        Line("ddim", "", UPSAMPLE_STEPS),
        Line("ddim", "logsnr", UPSAMPLE_STEPS),
        Line("plms", "", UPSAMPLE_STEPS),
        Line("dpm++2m", "logsnr", UPSAMPLE_STEPS),
        Line("unipc", "logsnr", UPSAMPLE_STEPS),
    ),
    variants=(
        _variant("guided everywhere"),
        _variant("unguided", guidance_scale=1.0),
        _variant("guided at 0..900", guidance_interval=(0, 900)),
        _variant("guided at 100..999", guidance_interval=(100, 999)),
        _variant("guided at 200..999", guidance_interval=(200, 999)),
        _variant("guided at 300..999", guidance_interval=(300, 999)),
        _variant("guided at 500..999", guidance_interval=(500, 999)),
        _variant("guided at 100..900", guidance_interval=(100, 900)),
        _variant("dynamic thresholding", thresholding="dynamic"),
        _variant("guidance 6", guidance_scale=6.0),
        _variant("guidance 6, dynamic", guidance_scale=6.0, thresholding="dynamic"),
    ),
    settings=(NOTEBOOK, *PRESETS),
)
