"""The networks of one named model, ready on a device."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from pathlib import Path

import torch

from glide_studio.core.request.installed import BASE, InstalledModel, find_model, installed_models
from glide_studio.core.sentence import Sentence
from glide_studio.engine.checkpoint import digest_of, load_clip, load_model
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
    """A base and an upsampling network on one device. Inpaint networks generate freely too.

    Networks of files are read when they are first used; `residency` has those that are in memory.
    `reload` gives the same model for another device or in another precision; None for networks
    that come from no file. `notice` is what the artist is told with every run.

    `noised_clip` gives the CLIP that can guide the base, or None; `ranking_clip` the same, but None
    too where another network would have to leave the memory for it. The arithmetic of each network
    is None where the network is as it was loaded.
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

    def preload(self, base: bool = True, upsample: bool = True) -> None:
        """Read the networks now, the second only if there is room for both. Raises ModelError, and
        what torch raises where there is no room for the first."""
        if base and isinstance(self.base, HeldUNet):
            self.base.load()
        if upsample and isinstance(self.upsample, HeldUNet):
            self.upsample.load(if_room=base)


def load_models(
    name: str,
    device: str = "auto",
    precision: Precision = "auto",
    memory: Path | None = None,
    files: Mapping[str, Path] | None = None,
    networks: tuple[str, str] = BASE,
    residency: Residency | None = None,
    measuring: Callable[[], object] = lambda: None,
) -> Models:
    """An installed model for sampling alone, as fast as the device allows.

    `networks` are the base and the upsampler to load, as `InstalledModel.networks_for` names them;
    `files` are checkpoints to use in place of one of these, such as candidates. Models that are
    given the same `residency` make room for each other.

    With the precision "auto", half precision and Winograd's convolutions are used on a network
    only if a guided step is within `precision.MAX_ERROR` of float32 there. That is measured when it
    is not known yet, and remembered in `memory`, a JSON file; `measuring` is called before each of
    its steps, as `choose_arithmetic` says. "float32" and "fast" measure nothing.
    Raises RequestError for an unknown model, ModelError for a network that is not installed and for
    an unknown device.
    """
    model = find_model(name, installed_models())
    target = chosen_device(device)
    residency = Residency() if residency is None else residency
    errors = MeasuredErrors(model.folder.joinpath("precision.json"), memory)
    chosen = []
    for entry in networks:
        file: Traversable = (files or {}).get(entry) or model.file(entry)
        digest = None if files and entry in files else model.digests.get(entry)
        arithmetic = _arithmetic(file, digest, target, precision, errors, measuring)
        held = HeldUNet(partial(as_file, file), target, arithmetic.arithmetic, residency)
        chosen.append((held, arithmetic))
    (base, base_arithmetic), (upsample, upsample_arithmetic) = chosen

    clip = _held_clip(model, target, residency)

    @cache
    def reload(device: str, precision: Precision) -> Models:
        return load_models(name, device, precision, memory, files, networks, residency)

    return Models(
        name,
        base,
        upsample,
        target,
        noised_clip=clip.get,
        ranking_clip=clip.get_if_room,
        base_arithmetic=base_arithmetic,
        upsample_arithmetic=upsample_arithmetic,
        precision=precision,
        reload=reload,
        residency=residency,
    )


def _arithmetic(
    file: Traversable,
    digest: str | None,
    device: torch.device,
    precision: Precision,
    errors: MeasuredErrors,
    measuring: Callable[[], object],
) -> ChosenArithmetic:
    """How to compute the network in `file`, of which `digest` is known or not."""
    with as_file(file) as path:
        return choose_arithmetic(
            partial(load_model, path),
            digest or digest_of(path),
            device,
            precision,
            errors,
            measuring,
        )


def _held_clip(
    model: InstalledModel, device: torch.device, residency: Residency
) -> Held[NoisedClip | None]:
    """The noised CLIP of an installed model, or None where it has none."""

    def load() -> NoisedClip | None:
        clip = load_noised_clip(model)
        return None if clip is None else clip.to(device)

    return Held(load, lambda: _size_of(model, "clip"), device, residency)


def _size_of(model: InstalledModel, network: str) -> int:
    """The bytes that a network takes in float32; its file is in half precision or more."""
    if not model.has(network):
        return 0
    with as_file(model.file(network)) as path:
        return 2 * path.stat().st_size


def load_network(model: InstalledModel, entry: str) -> GlideUNet:
    """One of the networks of an installed model but for "clip", on the CPU, as it is stored.

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
