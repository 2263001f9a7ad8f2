"""Quality against network evaluations: `glide-studio evaluate samplers`.

A distance is the root mean squared difference from the reference's picture of the same seed, on the
scale [-1, 1], averaged over the pictures. For a deterministic sampler it is the discretisation
error. Stochastic ones (DDPM, DPM++ 2M SDE) draw a different picture anyway; whether it is worse is
told by the prompt match.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

import numpy as np

from glide_studio.core.request.settings import Sampling, Settings
from glide_studio.engine import Models
from glide_studio.engine.schedule import beta_schedule, timesteps_of
from glide_studio.training.drawing import draw
from glide_studio.training.evaluation import Drawn, Evaluator
from glide_studio.training.metrics import rms_distance
from glide_studio.training.sampler_plan import Line, Plan

Figures = Mapping[str, Any]
_LEFT_OUT = ("prompt", "count", "model")
_MATCHES = ("noun", "colour", "place", "all")


def base_evaluations(models: Models, settings: Settings) -> int:
    """Number of evaluations of the base network per picture; a guided step takes two."""
    spec = models.base.spec
    betas = beta_schedule(spec.noise_schedule, spec.diffusion_steps)
    timesteps = timesteps_of(betas, settings.base.timestep_respacing)
    if settings.guidance_scale == 1:
        return len(timesteps)
    first, last = settings.guidance_interval
    return len(timesteps) + sum(first <= t <= last for t in timesteps)


def evaluations(models: Models, settings: Settings) -> int:
    """Number of network evaluations per picture, over both stages."""
    upsampling = 0 if settings.upsample is None else settings.upsample.steps
    return base_evaluations(models, settings) + upsampling


class SamplerCurve:
    """Draws the evaluator's pictures by each entry of a plan, always with the same seeds.

    Distances at 256 x 256 use a quarter of the pictures, at least two. The prompt match of presets
    uses four times the number, because presets are chosen by it.
    """

    def __init__(self, evaluator: Evaluator, plan: Plan) -> None:
        self.evaluator = evaluator
        self.models = evaluator.models
        self.plan = plan
        self.more_words = evaluator.words(pictures=4 * evaluator.pictures)
        self.words = self.more_words[: evaluator.pictures]
        self.few = max(2, evaluator.pictures // 4)

    def measure(self) -> dict[str, Any]:
        """All figures, with the settings that reproduce them, as JSON values."""
        default = replace(self.evaluator.default, base=self.plan.reference)
        default = replace(default, upsample=self.plan.reference)
        reference = self._drawn(default, "reference")
        low_res = reference[: self.few]
        sharp = self._upsampled(low_res, default, "reference, upsampled")
        return {
            "pictures": len(self.words),
            "pictures_upsampled": self.few,
            "pictures_of_settings": len(self.more_words),
            "reference": {
                "settings": _reported(default),
                "evaluations": evaluations(self.models, default),
                "match": asdict(self.evaluator.match(reference)),
            },
            "base": [self._base(line, reference) for line in self.plan.base],
            "upsample": [self._upsample(line, low_res, sharp) for line in self.plan.upsample],
            "variants": list(self._variants(reference)),
            "settings": list(self._whole(sharp)),
        }

    def _base(self, line: Line, reference: Sequence[Drawn]) -> dict[str, Any]:
        points = []
        for sampling in line.samplings():
            settings = replace(self.evaluator.default, base=sampling)
            drawn = self._drawn(settings, f"base: {line.name}, {sampling.steps} steps")
            figures = {"match": asdict(self.evaluator.match(drawn))}
            passes = base_evaluations(self.models, settings)
            points.append(_point(sampling, passes, _distance(drawn, reference)) | figures)
        return _named(line, points)

    def _upsample(
        self, line: Line, low_res: Sequence[Drawn], reference: Sequence[Drawn]
    ) -> dict[str, Any]:
        points = []
        for sampling in line.samplings():
            settings = replace(self.evaluator.default, upsample=sampling)
            what = f"upsampling: {line.name}, {sampling.steps} steps"
            drawn = self._upsampled(low_res, settings, what)
            points.append(_point(sampling, sampling.steps, _distance(drawn, reference)))
        return _named(line, points)

    def _variants(self, reference: Sequence[Drawn]) -> Iterator[dict[str, Any]]:
        for variant in self.plan.variants:
            settings = variant.applied_to(self.evaluator.default)
            drawn = self._drawn(settings, f"variant: {variant.name}")
            passes = base_evaluations(self.models, settings)
            yield {
                "name": variant.name,
                "settings": _reported(settings),
                "evaluations": passes,
                "saved": 1 - passes / (2 * settings.base.steps),
                "distance": _distance(drawn, reference),
                "clipped": float(np.mean([np.isin(each.picture, (0, 255)) for each in drawn])),
                "match": asdict(self.evaluator.match(drawn)),
            }

    def _whole(self, reference: Sequence[Drawn]) -> Iterator[dict[str, Any]]:
        for preset in self.plan.settings:
            settings = preset.applied_to(self.evaluator.default)
            low_res = self.evaluator.draw(self.more_words, settings, f"{preset.name}: base")
            drawn = self._upsampled(low_res, settings, f"{preset.name}: upsampling")
            yield {
                "name": preset.name,
                "settings": _reported(settings),
                "evaluations": evaluations(self.models, settings),
                "distance": _distance(drawn, reference),
                "match": asdict(self.evaluator.match(drawn)),
                "upsampling": asdict(self.evaluator.upsampling(settings)),
            }

    def _drawn(self, settings: Settings, purpose: str) -> list[Drawn]:
        return self.evaluator.draw(self.words, settings, purpose)

    def _upsampled(self, low_res: Sequence[Drawn], settings: Settings, purpose: str) -> list[Drawn]:
        self.evaluator.report(f"{purpose}: {len(low_res)} pictures")
        prompts = [each.prompt for each in low_res]
        small = [each.picture for each in low_res]
        pictures = draw(self.models.upsample, self.models.tokenizer, prompts, settings, small)
        return [
            replace(each, picture=picture) for each, picture in zip(low_res, pictures, strict=True)
        ]


def _point(sampling: Sampling, passes: int, distance: float) -> dict[str, Any]:
    return {
        "sampling": asdict(sampling),
        "steps": sampling.steps,
        "evaluations": passes,
        "distance": distance,
    }


def _named(line: Line, points: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": line.name, "solver": line.sampler, "spacing": line.spacing, "points": points}


def _distance(drawn: Sequence[Drawn], reference: Sequence[Drawn]) -> float:
    """Mean distance of the pictures that the reference also has."""
    pairs = zip(drawn[: len(reference)], reference, strict=True)
    return float(np.mean([rms_distance(own.picture, other.picture) for own, other in pairs]))


def _reported(settings: Settings) -> dict[str, Any]:
    values = asdict(settings)
    return {name: value for name, value in values.items() if name not in _LEFT_OUT}


def tables(figures: Figures) -> str:
    """The figures of `SamplerCurve.measure` as tables, a line for each sampler, variant, preset."""
    base, upsample = figures["base"], figures["upsample"]
    variants = [{**each, **each["match"]} for each in figures["variants"]]
    settings = [{**each, **each["match"], **each["upsampling"]} for each in figures["settings"]]
    parts = (
        _by_steps("base: distance after steps", base, lambda point: point["distance"]),
        _by_steps("base: prompt match after steps", base, lambda point: point["match"]["all"]),
        _by_steps("upsampling: distance after steps", upsample, lambda point: point["distance"]),
        _rows("base", ("evaluations", "saved", "distance", "clipped", *_MATCHES), variants),
        _rows("both phases", ("evaluations", "distance", *_MATCHES, "psnr"), settings),
    )
    return "\n\n".join("\n".join(part) for part in parts)


def _by_steps(
    title: str, lines: Sequence[Figures], figure: Callable[[Figures], float]
) -> Iterator[str]:
    steps = sorted({point["steps"] for line in lines for point in line["points"]})
    yield f"{title:<34}" + "".join(f"{count:>8}" for count in steps)
    for line in lines:
        found = {point["steps"]: figure(point) for point in line["points"]}
        cells = (f"{found[count]:8.3f}" if count in found else " " * 8 for count in steps)
        yield f"{line['name']:<34}" + "".join(cells)


def _rows(title: str, names: Sequence[str], rows: Sequence[Figures]) -> Iterator[str]:
    yield f"{title:<26}" + "".join(f"{name:>12}" for name in names)
    for row in rows:
        cells = (
            f"{row[name]:12d}" if name == "evaluations" else f"{row[name]:12.3f}" for name in names
        )
        yield f"{row['name']:<26}" + "".join(cells)
