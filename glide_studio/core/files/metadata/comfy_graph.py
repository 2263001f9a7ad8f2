"""Settings from the graph of nodes that ComfyUI writes into the text `prompt` of a PNG file.

https://docs.comfy.org, "Workflow JSON", the API format: each node has a `class_type` and `inputs`,
by name, of which each is a value or a link: the id of another node and the number of its output.
"""

import json
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from glide_studio.core.files.metadata.parameters import read_values
from glide_studio.core.request.settings import Settings
from glide_studio.core.sentence import Sentence

MAX_GRAPH = 2**20
"""The longest graph that is read, in characters."""

_SAMPLERS = ("KSampler", "KSamplerAdvanced", "SamplerCustom", "SamplerCustomAdvanced")
_PICTURES = ("latent_image", "samples", "image", "pixels")
"""Inputs that lead to what an earlier sampler made, which has settings of its own."""

_MODELS = ("ckpt_name", "unet_name")
_SUFFIXES = (".safetensors", ".ckpt", ".sft", ".pt", ".gguf")
_TEXTS = ("text", "text_g", "text_l", "t5xxl", "clip_l")
_HELD = ("value", "text", "string")
"""Inputs of nodes that do nothing but hold a value for others."""

_Values = dict[str, Any]


def read_graph(text: str) -> tuple[Settings | None, list[Sentence]]:
    """The settings of the sampler in a graph, with the prompts and the model that lead to it, and
    noun phrases for what could not be used. None, and nothing, if it is no graph with a sampler;
    never raises. The time grows with the number of links only, whatever circle they form."""
    if len(text) > MAX_GRAPH:
        return None, [Sentence("the graph of nodes, which is too long")]
    try:
        nodes = json.loads(text)
    except (ValueError, RecursionError):
        return None, []
    graph = _Graph(nodes if isinstance(nodes, dict) else {})
    sampler = graph.sampler()
    return (None, []) if sampler is None else graph.settings(sampler)


class _Graph:
    """Nodes by their ids; what is no node, or leads to none, is passed over."""

    def __init__(self, nodes: _Values) -> None:
        self._nodes = nodes

    def sampler(self) -> str | None:
        """The first sampler that begins with an empty picture, or else the first one."""
        found = [each for each in self._nodes if self._kind(each) in _SAMPLERS]
        return next(filter(self._begins, found), next(iter(found), None))

    def settings(self, sampler: str) -> tuple[Settings, list[Sentence]]:
        values = {
            "Seed": self._found(sampler, ("seed", "noise_seed"), _is_number),
            "Steps": self._found(sampler, ("steps",), _is_number),
            "CFG scale": self._found(sampler, ("cfg",), _is_number),
            "Sampler": self._found(sampler, ("sampler_name",), _is_text),
            "Scheduler": self._found(sampler, ("scheduler",), _is_text),
            "Model": self._model(sampler),
        }
        said = {name: _plain(value) for name, value in values.items() if value is not None}
        positive, negative, guided = (
            self._found(sampler, (role,), _is_link)
            for role in ("positive", "negative", "conditioning")
        )
        prompt = self._prompt(positive or guided, "positive")
        other = self._prompt(negative, "negative")
        found, problems = read_values(said, prompt or "", other or "")
        if prompt is None or other is None:
            problems.append(Sentence("a prompt that comes from unknown nodes"))
        return found, problems

    def _begins(self, sampler: str) -> bool:
        source = self._source(self._inputs(sampler).get("latent_image"))
        return source is not None and self._kind(source).startswith("Empty")

    def _model(self, sampler: str) -> str | None:
        name = self._found(sampler, _MODELS, _is_text)
        suffix = next((each for each in _SUFFIXES if name and name.endswith(each)), "")
        return name and str(name).removesuffix(suffix)

    def _prompt(self, link: Any, role: str) -> str | None:
        """The texts that lead to a link, through the inputs `role` of the nodes between; None if
        it comes from somewhere else."""
        first = self._source(link)
        texts, waiting = list[str | None](), deque([] if first is None else [first])
        seen = set(waiting)
        while waiting:
            node = waiting.popleft()
            inputs = self._inputs(node)
            own = [self._text(inputs[name]) for name in _TEXTS if name in inputs]
            if self._kind(node) == "ConditioningZeroOut":
                own = [""]
            texts += own
            for name, source in () if own else self._sources(node):
                if source not in seen and (name == role or name.startswith("conditioning")):
                    seen.add(source)
                    waiting.append(source)
        known = [text for text in texts if text is not None]
        return ", ".join(filter(None, dict.fromkeys(known))) if known or first is None else None

    def _text(self, value: Any) -> str | None:
        if isinstance(value, str):
            return value
        source = self._source(value)
        return None if source is None else self._found(source, _HELD, _is_text)

    def _found(self, start: str, names: tuple[str, ...], fits: Callable[[Any], bool]) -> Any:
        """The nearest input with one of `names` that fits, of a node or of those that lead to it;
        where such an input is a link to a node that holds a value, that. None if there is none."""
        waiting, seen = deque([(start, names)]), {start}
        while waiting:
            node, wanted = waiting.popleft()
            inputs = self._inputs(node)
            for name in wanted:
                if fits(inputs.get(name)):
                    return inputs[name]
            for name, source in self._sources(node):
                if source not in seen and name not in _PICTURES:
                    seen.add(source)
                    waiting.append((source, (*names, *_HELD) if name in wanted else names))
        return None

    def _sources(self, node: str) -> Iterator[tuple[str, str]]:
        """The inputs of a node that are links, with the nodes that they come from."""
        for name, value in self._inputs(node).items():
            source = self._source(value)
            if source is not None:
                yield name, source

    def _source(self, value: Any) -> str | None:
        return value[0] if _is_link(value) and value[0] in self._nodes else None

    def _kind(self, node: str) -> str:
        found = self._nodes[node]
        kind = found.get("class_type") if isinstance(found, dict) else None
        return kind if isinstance(kind, str) else ""

    def _inputs(self, node: str) -> _Values:
        found = self._nodes[node]
        inputs = found.get("inputs") if isinstance(found, dict) else None
        return inputs if isinstance(inputs, dict) else {}


def _plain(value: Any) -> str:
    """A value as text that every program can write: JSON may hold halves of letters."""
    return str(value).encode(errors="replace").decode()


def _is_link(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and isinstance(value[0], str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
