"""Quality presets; `glide-studio evaluate samplers` compares them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glide_studio.core.request.samplers import Sampler
from glide_studio.core.request.settings import (
    DEFAULT_BASE,
    DEFAULT_UPSAMPLE,
    DIFFUSION_STEPS,
    Sampling,
    Settings,
)


@dataclass(frozen=True)
class Preset:
    """The part of the settings that trades time for quality."""

    name: str
    base: Sampling
    upsample: Sampling
    guidance_interval: tuple[int, int] = Settings.guidance_interval

    def applied_to(self, settings: Settings) -> Settings:
        """`settings` with this preset; without upsampling they stay without it."""
        return replace(
            settings,
            base=self.base,
            upsample=None if settings.upsample is None else self.upsample,
            guidance_interval=self.guidance_interval,
        )


def suited(sampler: str, steps: str) -> Sampling:
    """The sampler with these steps; a plain number gets the spacing that suits the sampler.

    Raises RequestError.
    """
    spacing = next((known.spacing for known in Sampler if known == sampler), "")
    return Sampling(sampler, f"{spacing}{steps}" if steps.isdecimal() else steps)


DRAFT = Preset("draft", Sampling("unipc", "logsnr8"), Sampling("ddim", "3"))
NORMAL = Preset("normal", DEFAULT_BASE, DEFAULT_UPSAMPLE, (200, DIFFUSION_STEPS - 1))
FINE = Preset("fine", Sampling("unipc", "logsnr25"), Sampling("ddim", "8"))
PRESETS = (DRAFT, NORMAL, FINE)
"""The presets of models that predict v, as the starter does."""

RELEASED_PRESETS = (
    Preset("draft", Sampling("unipc", "logsnr15"), Sampling("dpm++2m", "logsnr8")),
    Preset("normal", Sampling("unipc", "logsnr20"), Sampling("dpm++2m", "logsnr15")),
    Preset("fine", Sampling("dpm++2m", "logsnr25"), Sampling("ddpm", "fast27")),
)
"""The presets of the released networks, which predict ε. The numbers of steps are from the solvers'
papers, where guided networks need 15 to 25 (Lu et al., arXiv 2211.01095; Zhao et al., arXiv
2302.04867); Fine upsamples as the released notebooks do."""


def preset_named(name: str, presets: Sequence[Preset]) -> Preset:
    """The preset of that name, or the first."""
    return next((preset for preset in presets if preset.name == name), presets[0])


NOTEBOOK = Preset("notebook", Sampling("ddpm", "100"), Sampling("ddpm", "fast27"))
"""The settings of the released implementation's notebooks, to which the others are compared."""
