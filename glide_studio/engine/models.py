"""The networks of one named model, ready on a device."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from pathlib import Path

import torch

from glide_studio.core.request.installed import BASE, InstalledModel, find_model, installed_models
from glide_studio.core.sentence import Sentence
from glide_studio.engine.checkpoint import digest_of, load_clip, load_model, memory_errors
from glide_studio.engine.clip import NoisedClip
from glide_studio.engine.denoiser import UNet
from glide_studio.engine.devices import chosen_device
from glide_studio.engine.precision import (
    ChosenArithmetic,
    MeasuredErrors,
    Precision,
    choose_arithmetic,
)
from glide_studio.engine.residency import Held, HeldUNet, Residency
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.unet import GlideUNet


@dataclass(frozen=True)
class Models:
    """A base and an upsampling network on one device. Networks that inpaint also generate without a
    mask.

    Networks of files are read when they are first used; `residency` has those that are in memory.
    `reload` gives the same model for another device or in another precision; None for networks
    that do not come from files. `notice` is shown to the artist with every run.

    `noised_clip` gives the CLIP that can guide the base, or None; `ranking_clip` the same, but also
    None where another network would have to leave the memory for it. The arithmetic of a network
    that was not optimized is None.
    """

    name: str
    base: UNet
    upsample: UNet
    device: torch.device
    tokenizer: Tokenizer = field(default_factory=Tokenizer)
    noised_clip: Callable[[], NoisedClip | None] = lambda: None
    ranking_clip: Callable[[], NoisedClip | None] = lambda: None
    base_arithmetic: ChosenArithmetic | None = None
    upsample_arithmetic: ChosenArithmetic | None = None
    precision: Precision = "auto"
    reload: "Callable[[str, Precision], Models] | None" = None
    notice: Sentence | None = None
    residency: Residency = field(default_factory=Residency)

    @memory_errors()
    def preload(self, base: bool = True, upsample: bool = True) -> None:
        """Read the networks now, the upsampler only if there is room for both. Raises ModelError,
        and MemoryError if there is no room for the base."""
        if base and isinstance(self.base, HeldUNet):
            self.base.load()
        if upsample and isinstance(self.upsample, HeldUNet):
            self.upsample.load(if_room=base)


@dataclass(frozen=True)
class ModelLoader:
    """Loads the networks of an installed model for sampling alone, as fast as the device allows.

    `networks` are the base and the upsampler to load, as `InstalledModel.networks_for` names them;
    `files` are checkpoints to use in place of one of these, such as candidates. Models that are
    given the same `residency` make room for each other.
    With the precision "auto", half precision and Winograd's convolutions are used on a network
    only if a guided step then stays within `precision.MAX_ERROR` of float32. The error is measured
    once and remembered in `memory`, a JSON file. `measuring` is called before each step of that, as
    `choose_arithmetic` says. "float32" and "fast" measure nothing.
    """

    name: str
    precision: Precision = "auto"
    memory: Path | None = None
    files: Mapping[str, Path] = field(default_factory=dict)
    networks: tuple[str, str] = BASE
    residency: Residency = field(default_factory=Residency)
    measuring: Callable[[], object] = lambda: None

    @memory_errors()
    def load(self, device: str = "auto") -> Models:
        """The model on a device, or on the one that is chosen automatically.

        Raises RequestError for an unknown model, ModelError for a network that is not installed and
        for an unknown device, MemoryError if there is no room to measure its precision.
        """
        model = find_model(self.name, installed_models())
        target = chosen_device(device)
        (base, base_arithmetic), (upsample, upsample_arithmetic) = (
            self._network(model, network, target) for network in self.networks
        )
        clip = _held_clip(model, target, self.residency)

        @cache
        def reload(device: str, precision: Precision) -> Models:
            return replace(self, precision=precision, measuring=lambda: None).load(device)

        return Models(
            self.name,
            base,
            upsample,
            target,
            noised_clip=clip.get,
            ranking_clip=clip.get_if_room,
            base_arithmetic=base_arithmetic,
            upsample_arithmetic=upsample_arithmetic,
            precision=self.precision,
            reload=reload,
            residency=self.residency,
        )

    def _network(
        self, model: InstalledModel, network: str, device: torch.device
    ) -> tuple[HeldUNet, ChosenArithmetic]:
        """One of the networks, which is read when it is first used, and its arithmetic."""
        file: Traversable = self.files.get(network) or model.file(network)
        digest = None if network in self.files else model.digests.get(network)
        with as_file(file) as path:
            chosen = choose_arithmetic(
                partial(load_model, path),
                digest or digest_of(path),
                device,
                self.precision,
                MeasuredErrors(model.folder.joinpath("precision.json"), self.memory),
                self.measuring,
            )
        held = HeldUNet(partial(as_file, file), device, chosen.arithmetic, self.residency)
        return held, chosen


def _held_clip(
    model: InstalledModel, device: torch.device, residency: Residency
) -> Held[NoisedClip | None]:
    """The noised CLIP of an installed model, or None where it has none."""

    def load() -> NoisedClip | None:
        clip = load_noised_clip(model)
        return None if clip is None else clip.to(device)

    return Held(load, lambda: _size_of(model, "clip"), device, residency)


def _size_of(model: InstalledModel, network: str) -> int:
    """The most bytes that a network takes in float32: its file has half precision at least."""
    if not model.has(network):
        return 0
    with as_file(model.file(network)) as path:
        return 2 * path.stat().st_size


def load_network(model: InstalledModel, entry: str) -> GlideUNet:
    """A network of an installed model, any but "clip", on the CPU and not optimized.

    Raises ModelError for a damaged file.
    """
    with as_file(model.file(entry)) as path:
        return load_model(path)


def load_noised_clip(model: InstalledModel) -> NoisedClip | None:
    """The noised CLIP of an installed model, on the CPU, or None where it has none.

    Raises ModelError for a damaged file.
    """
    if not model.has("clip"):
        return None
    with as_file(model.file("clip")) as path:
        return load_clip(path)
