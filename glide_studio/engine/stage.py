"""The two stages of a run: the base draws small pictures, the upsampler enlarges them."""

import math
from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch
from torch import Tensor

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import Preview
from glide_studio.core.request.settings import Sampling, Settings
from glide_studio.engine.denoiser import (
    Denoiser,
    KnownRegion,
    Network,
    UNet,
    classifier_free,
    conditioned,
    encode_prompts,
)
from glide_studio.engine.guidance import Guide
from glide_studio.engine.inputs import InitImage, to_bytes, to_pictures, to_signal
from glide_studio.engine.samplers import History, Noise, Step, sampler_named
from glide_studio.engine.schedule import NoiseSchedule, timesteps_of, truncated_at_strength
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.trace import CountedNoise, KeptStep, Trace
from glide_studio.engine.transfer import Sender, to_device

_STEPS_AHEAD = 1
"""Steps that a graphics card may compute before the previews of an earlier one are received: with
none it would wait for the processor, with many a run would not end within a step."""


class NotFinite(ArithmeticError):
    """A step ended with NaN or infinite values."""


@dataclass(frozen=True)
class SamplingStage:
    """One stage of a run, "base" or "upsample" by `name`, and everything that its result depends
    on.

    `network` is `model` with its conditions. There is one of `seeds` for each sample; `temperature`
    scales the first noise. Without an `init_image` a stage starts from noise alone.
    """

    name: str
    model: UNet
    network: Network
    sampling: Sampling
    seeds: Sequence[int]
    temperature: float = 1.0
    dynamic_thresholding: bool = False
    known: KnownRegion | None = None
    guide: Guide | None = None
    init_image: InitImage | None = None

    def denoiser(self) -> Denoiser:
        """The network as the samplers call it, with the schedule of this stage."""
        spec = self.model.spec
        timesteps = timesteps_of(spec.betas, self.sampling.timestep_respacing)
        if self.init_image is not None:
            strength = self.init_image.strength
            timesteps = truncated_at_strength(timesteps, strength, spec.diffusion_steps)
        return Denoiser(
            self.network,
            NoiseSchedule(spec.betas, timesteps),
            spec.prediction,
            self.known,
            self.dynamic_thresholding,
            self.guide,
        )

    def start(self, schedule: NoiseSchedule, noise: Noise) -> Tensor:
        """The noisy pictures at the first step of the schedule."""
        x = self.temperature * noise()
        if self.init_image is None:
            return x
        return schedule.q_sample(self.init_image.signal, len(schedule) - 1, x)

    def resumed(
        self, schedule: NoiseSchedule, noise: CountedNoise, last: KeptStep
    ) -> tuple[Tensor, History]:
        """The noisy picture after the step `last`, and the history of the sampler.

        With another seed, the x_0 predicted there is noised again and the history is empty:
        otherwise the seed would have no effect on samplers that draw no noise.
        """
        done = last.preview.step
        if last.seed != self.seeds[0] and done < len(schedule):
            signal = to_signal([last.preview.picture]).to(self.model.device)
            fresh = self.temperature * noise()
            return schedule.q_sample(signal, len(schedule) - 1 - done, fresh), ()
        while noise.draws < last.draws:
            noise()
        device = self.model.device
        return last.x_t.to(device), tuple(tensor.to(device) for tensor in last.history)

    def noise_source(self) -> Callable[[tuple[int, int]], Tensor]:
        """Draws of (B, 3, *size) noise.

        Each sample has its own generator, on the CPU, so that its noise depends neither on its
        batch nor on the device.
        """
        generators = [_normal_noise(seed) for seed in self.seeds]

        def draw(size: tuple[int, int]) -> Tensor:
            noise = [generator((3, *size)) for generator in generators]
            return to_device(torch.stack(noise), self.model.device)

        return draw


def denoise(
    stage: SamplingStage, trace: Trace | None = None
) -> Generator[Preview, None, list[Pixels]]:
    """Run a stage; yields a preview per step and sample, returns the pictures.

    The steps are added to `trace`; if that already has steps of this stage, the stage continues
    from the last one. Raises NotFinite after a step with values that are not finite.
    """
    size = stage.model.spec.image_size
    noise = CountedNoise(partial(stage.noise_source(), (size, size)))
    denoiser = stage.denoiser()
    kept = [] if trace is None else trace.phase(stage.name)
    done, total = len(kept), len(denoiser.schedule)
    history: History = ()
    if kept:
        x, history = stage.resumed(denoiser.schedule, noise, kept[-1])
    else:
        x = stage.start(denoiser.schedule, noise)
    steps = sampler_named(stage.sampling.sampler)(denoiser, x, noise, done, history)
    sender = Sender(stage.model.device)
    ahead = _STEPS_AHEAD if sender.is_asynchronous else 0
    on_the_way: deque[_SentStep] = deque()
    for number, step in enumerate(steps, done + 1):
        on_the_way.append(_SentStep(number, step, noise.draws, sender, trace))
        if len(on_the_way) > ahead:
            yield from on_the_way.popleft().received(stage, total)
        x = step.x_t
    for sent in on_the_way:
        yield from sent.received(stage, total)
    return to_pictures(x)


class _SentStep:
    """A step on its way to the processor, and to `trace`."""

    def __init__(
        self, number: int, step: Step, draws: int, sender: Sender, trace: Trace | None
    ) -> None:
        self._number, self._draws, self._trace = number, draws, trace
        checksum = step.x_t.sum()  # not finite as soon as one value is not; many times cheaper
        kept = [] if trace is None else [step.x_t, *step.history]
        self._sent = sender.send([checksum, to_bytes(step.x0), *kept])

    def received(self, stage: SamplingStage, total: int) -> Sequence[Preview]:
        """A preview per sample of the `total` steps of a stage. Raises NotFinite."""
        checksum, pictures, *kept = self._sent.received()
        if not math.isfinite(checksum):
            raise NotFinite(f"step {self._number} of {stage.name}")
        own = pictures.clone().numpy()  # what was received may be pinned, which is scarce
        previews = [Preview(stage.name, self._number, total, each, i) for i, each in enumerate(own)]
        if self._trace is not None:
            x_t, *history = kept
            self._trace.add(x_t, history, previews, self._draws, stage.seeds)
        return previews


def base_stage(
    model: UNet,
    tokenizer: Tokenizer,
    prompts: Sequence[str],
    settings: Settings,
    known: KnownRegion | None = None,
    guide: Guide | None = None,
    init_image: InitImage | None = None,
) -> SamplingStage:
    """A picture for each prompt, under classifier-free guidance where that changes anything."""
    if settings.guidance_scale == 1 or set(prompts) == {settings.negative_prompt}:
        text = encode_prompts(tokenizer, model, prompts)
        network = conditioned(model, text, **_inpaint_inputs(known))
    else:
        negatives = [settings.negative_prompt] * len(prompts)
        network = classifier_free(
            model,
            encode_prompts(tokenizer, model, [*prompts, *negatives]),
            settings.guidance_scale,
            settings.guidance_interval,
            **_inpaint_inputs(known),
        )
    return SamplingStage(
        "base",
        model,
        network,
        settings.base,
        noise_seeds(settings, len(prompts), 0),
        dynamic_thresholding=settings.thresholding == "dynamic",
        known=known,
        guide=guide,
        init_image=init_image,
    )


def upsampling_stage(
    model: UNet,
    tokenizer: Tokenizer,
    prompts: Sequence[str],
    settings: Settings,
    low_res: Sequence[Pixels],
    known: KnownRegion | None = None,
    init_image: InitImage | None = None,
) -> SamplingStage:
    """An enlargement of each of the pictures `low_res`, which decide so much that guidance is not
    needed. Raises ValueError for settings without upsampling."""
    if settings.upsample is None:
        raise ValueError("These settings have no upsampling.")
    text = encode_prompts(tokenizer, model, prompts)
    signal = to_signal(low_res).to(model.device)
    return SamplingStage(
        "upsample",
        model,
        conditioned(model, text, low_res=signal, **_inpaint_inputs(known)),
        settings.upsample,
        noise_seeds(settings, len(prompts), 1),
        settings.temperature,
        known=known,
        init_image=init_image,
    )


def noise_seeds(settings: Settings, count: int, stage: int) -> list[int]:
    """A seed for the noise of each sample, different in each `stage`, 0 or 1."""
    return [2 * settings.for_sample(i).seed + stage for i in range(count)]


def _normal_noise(seed: int) -> Callable[[tuple[int, ...]], Tensor]:
    """A source of float32 standard normal noise, different for each seed.

    Torch's generator reads 32 bits of a seed, so larger seeds are left to NumPy's.
    """
    if seed < 2**32:
        generator = torch.Generator().manual_seed(seed)
        return lambda shape: torch.randn(shape, generator=generator)
    large = np.random.default_rng(seed)
    return lambda shape: torch.from_numpy(large.standard_normal(shape, np.float32))


def _inpaint_inputs(known: KnownRegion | None) -> dict[str, Tensor]:
    if known is None:
        return {}
    return {"inpaint_image": known.image, "inpaint_mask": known.mask}
