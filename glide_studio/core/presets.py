"""How much work a picture is worth: settings chosen from `glide-studio evaluate samplers`."""

from dataclasses import dataclass, replace

from glide_studio.core.request import DIFFUSION_STEPS, GenerationRequest, Sampling


@dataclass(frozen=True)
class Preset:
    """The part of a request that trades time for quality; 64 x 64 pixels without `upsample`."""

    name: str
    base: Sampling
    upsample: Sampling
    guidance_interval: tuple[int, int] = (0, DIFFUSION_STEPS - 1)

    def applied_to(self, request: GenerationRequest) -> GenerationRequest:
        """`request` at this preset; one that stops at 64 x 64 still does."""
        return replace(
            request,
            base=self.base,
            upsample=None if request.upsample is None else self.upsample,
            guidance_interval=self.guidance_interval,
        )


DRAFT = Preset("draft", Sampling("unipc", "logsnr8"), Sampling("ddim", "4"))
NORMAL = Preset("normal", Sampling("unipc", "logsnr15"), Sampling("ddim", "8"))
FINE = Preset("fine", Sampling("unipc", "logsnr30"), Sampling("ddim", "20"))
PRESETS = (DRAFT, NORMAL, FINE)

NOTEBOOK = Preset("notebook", Sampling("ddpm", "100"), Sampling("ddpm", "fast27"))
"""What the released implementation's notebooks do; the yardstick of the others."""
