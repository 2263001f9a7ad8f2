"""Settings as text in the form of AUTOMATIC1111's web UI, which many programs read and write.

https://github.com/AUTOMATIC1111/stable-diffusion-webui, modules/infotext_utils.py: the prompt, a
line or more; “Negative prompt: ” and a line or more; one line of “Name: value” pairs.
"""

import importlib.metadata
import json
import math
import re
from collections.abc import Mapping
from contextlib import suppress

from glide_studio.core.geometry import Extent
from glide_studio.core.request.installed import default_model, installed_models
from glide_studio.core.request.presets import suited
from glide_studio.core.request.samplers import Sampler
from glide_studio.core.request.settings import (
    DEFAULT_BASE,
    DEFAULT_UPSAMPLE,
    DIFFUSION_STEPS,
    MAX_CLIP_GUIDANCE,
    MAX_GUIDANCE,
    MAX_PROMPT,
    MAX_SEED,
    Sampling,
    Settings,
)
from glide_studio.core.sentence import Sentence

MAX_TEXT = 100_000
"""The longest text that is read, in characters."""

_NEGATIVE = "Negative prompt:"
_PAIR = re.compile(r'(\w[\w \-/]{1,60}):\s*("(?:\\.|[^\\"])*"|[^,]*)(?:,|$)')
_FEWEST, _MAX_NAMED = 3, 5
"""Pairs that make a line the settings and not a part of the prompt; names that a message lists."""

_SCHEDULES = {"logsnr": "Exponential", "karras": "Karras"}
"""What the web UI calls steps that are even in the logarithm of the noise, and those of Karras."""

_PLAIN = ("", "automatic", "uniform", "normal")
_QUIET = ("Size", "Version", "Model hash")
"""What says nothing about how to generate here: the document decides on the size."""


def parameters(settings: Settings, extent: Extent) -> str:
    """The text for a picture of `extent` that was generated with `settings`."""
    schedule = re.sub("[^a-z]", "", settings.base.timestep_respacing)
    pairs = {
        "Steps": settings.base.steps,
        "Sampler": Sampler(settings.base.sampler).label,
        "Schedule type": _SCHEDULES.get(schedule),
        "CFG scale": f"{settings.guidance_scale:g}",
        "Seed": settings.seed,
        "Size": f"{extent.width}x{extent.height}",
        "Model": settings.model,
        "CLIP guidance": f"{settings.clip_guidance:g}" if settings.clip_guidance else None,
    }
    if settings.upsample is not None:
        pairs["Upsampler steps"] = settings.upsample.steps
        pairs["Upsampler sampler"] = Sampler(settings.upsample.sampler).label
    pairs["Version"] = f"GLIDE Studio {importlib.metadata.version('glide-studio')}"
    lines = [settings.prompt]
    if settings.negative_prompt:
        lines.append(f"{_NEGATIVE} {settings.negative_prompt}")
    said = (f"{name}: {_quoted(str(value))}" for name, value in pairs.items() if value is not None)
    return "\n".join([*lines, ", ".join(said)]).strip()


def read_parameters(text: str) -> tuple[Settings | None, list[Sentence]]:
    """The settings in a text of this program or another, and noun phrases for all of it that could
    not be used as it is. None, and nothing, if it is no such text; never raises."""
    if len(text) > MAX_TEXT:
        return None, [Sentence("the text, which is too long")]
    lines, after = text.strip().split("\n"), dict[str, str]()
    while lines:  # other programs put lines of their own behind that of the settings
        values = {name: _unquoted(value) for name, value in _PAIR.findall(lines.pop())}
        if len(values) >= _FEWEST and "Steps" in values:
            captions = "\n".join(["", *lines])
            prompt, _, negative = captions.partition(f"\n{_NEGATIVE}")
            return read_values(after | values, prompt, negative)
        after |= values
    return None, []


def read_values(
    values: Mapping[str, str], prompt: str, negative: str
) -> tuple[Settings, list[Sentence]]:
    """The settings of a prompt, a negative prompt and the pairs of such a text, as
    `read_parameters` returns them; never raises."""
    return _Reading(dict(values)).settings(prompt, negative)


class _Reading:
    """The pairs of a text on their way to settings."""

    def __init__(self, values: dict[str, str]) -> None:
        self._values = values
        self._problems: list[Sentence] = []

    def settings(self, prompt: str, negative: str) -> tuple[Settings, list[Sentence]]:
        base, upsample = self._base(), self._upsample()
        found = Settings(
            self._caption(prompt),
            self._model(),
            self._caption(negative),
            int(self._number("Seed", 0, MAX_SEED, 0)),
            guidance_scale=self._number("CFG scale", 0, MAX_GUIDANCE, Settings.guidance_scale),
            clip_guidance=self._number("CLIP guidance", 0, MAX_CLIP_GUIDANCE, 0.0),
            base=base,
            upsample=upsample,
        )
        others = [name for name in self._values if name not in _QUIET]
        if others:
            more = ["…"] if len(others) > _MAX_NAMED else []
            names = ", ".join([*others[:_MAX_NAMED], *more])
            self._problems.append(Sentence("what another program calls {names}", names=names))
        return found, self._problems

    def _caption(self, text: str) -> str:
        text = re.sub(r"[\ud800-\udfff]", "", text.strip())
        if len(text) > MAX_PROMPT:
            self._problems.append(
                Sentence("the end of the prompt, after {most} characters", most=MAX_PROMPT)
            )
        return text[:MAX_PROMPT]

    def _model(self) -> str:
        """The model, if it is installed; else the default one."""
        name, default = self._values.pop("Model", ""), default_model().name
        if not name or name in (model.name for model in installed_models()):
            return name or default
        self._problems.append(Sentence("the model {model}", model=_short(name)))
        return default

    def _base(self) -> Sampling:
        steps = self._steps("Steps", DEFAULT_BASE.steps)
        name, schedule = self._values.pop("Sampler", ""), self._values.pop("Schedule type", "")
        schedule = self._values.pop("Scheduler", schedule)
        for suffix in _SCHEDULES.values():  # as the web UI named both before its version 1.9
            if found := re.fullmatch(f"(.+)[ _]{suffix}", name, re.IGNORECASE):
                name, schedule = found[1], suffix
        sampler = self._sampler(name) or DEFAULT_BASE.sampler
        for spacing, known in _SCHEDULES.items():
            if schedule.lower() == known.lower():
                return Sampling(sampler, f"{spacing}{steps}")
        if schedule.lower() not in _PLAIN:
            self._problems.append(Sentence("the schedule {schedule}", schedule=_short(schedule)))
        return suited(sampler, str(steps))

    def _upsample(self) -> Sampling:
        sampler = self._sampler(self._values.pop("Upsampler sampler", ""))
        steps = self._steps("Upsampler steps", DEFAULT_UPSAMPLE.steps)
        return suited(sampler or DEFAULT_UPSAMPLE.sampler, str(steps))

    def _sampler(self, name: str) -> Sampler | None:
        for sampler in Sampler:
            if _plain(name) in (_plain(sampler.label), _plain(sampler.value)):
                return sampler
        if name:
            self._problems.append(Sentence("the sampler {sampler}", sampler=_short(name)))
        return None

    def _steps(self, name: str, default: int) -> int:
        return int(self._number(name, 1, DIFFUSION_STEPS, default))

    def _number(self, name: str, low: int, high: float, default: float) -> float:
        """A number of the text, within its limits."""
        text = self._values.pop(name, None)
        if text is None:
            return default
        value = math.nan
        with suppress(ValueError):
            value = float(text)
        if not math.isfinite(value):
            self._problems.append(Sentence("{name} “{value}”", name=name, value=_short(text)))
            return default
        limited = min(max(value, low), high)
        if limited != value:
            self._problems.append(
                Sentence(
                    "{name} {value} (limited to {used})",
                    name=name,
                    value=_short(text),
                    used=f"{limited:.10g}",
                )
            )
        return limited


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if set(value) & set(',:\n"') else value


def _unquoted(value: str) -> str:
    if value[:1] == '"':
        with suppress(ValueError, RecursionError):
            return str(json.loads(value))
    return value.strip()


def _plain(name: str) -> str:
    """The name of a sampler in one spelling: ComfyUI writes “dpmpp_2m_sde_gpu”."""
    name = name.lower().removesuffix("_gpu").replace("pp", "++")
    return re.sub("[ _-]", "", name)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
