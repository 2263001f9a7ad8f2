"""How much work a picture is worth; `glide-studio evaluate samplers` compares the choices."""

from dataclasses import dataclass, replace

from glide_studio.core.request.settings import (
    DEFAULT_BASE,
    DEFAULT_UPSAMPLE,
    DIFFUSION_STEPS,
    Sampling,
    Settings,
)

_BY_NOISE = ("dpm++2m", "dpm++2m-sde", "unipc")


@dataclass(frozen=True)
class Preset:
    """The part of the settings that trades time for quality."""

    name: str
    base: Sampling
    upsample: Sampling
    guidance_interval: tuple[int, int] = Settings.guidance_interval

    def applied_to(self, settings: Settings) -> Settings:
        """`settings` at this preset; those that stop after the base still do."""
        return replace(
            settings,
            base=self.base,
            upsample=None if settings.upsample is None else self.upsample,
            guidance_interval=self.guidance_interval,
        )


def suited(sampler: str, steps: str) -> Sampling:
    """The sampler with these steps; a mere number of them is spaced as suits the sampler.

    Raises RequestError.
    """
    by_noise = sampler in _BY_NOISE and steps.isdecimal()
    return Sampling(sampler, f"logsnr{steps}" if by_noise else steps)


DRAFT = Preset("draft", Sampling("unipc", "logsnr8"), Sampling("ddim", "3"))
NORMAL = Preset("normal", DEFAULT_BASE, DEFAULT_UPSAMPLE, (200, DIFFUSION_STEPS - 1))
FINE = Preset("fine", Sampling("unipc", "logsnr25"), Sampling("ddim", "8"))
PRESETS = (DRAFT, NORMAL, FINE)

NOTEBOOK = Preset("notebook", Sampling("ddpm", "100"), Sampling("ddpm", "fast27"))
"""What the released implementation's notebooks do; the yardstick of the others."""
