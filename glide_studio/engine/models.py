"""The networks of one named model, ready on a device."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import as_file
from pathlib import Path

import torch

from glide_studio.core.request.installed import BASE, InstalledModel, find_model, installed_models
from glide_studio.core.sentence import Sentence
from glide_studio.engine.checkpoint import ModelError, load_clip, load_model, model_bytes
from glide_studio.engine.clip import NoisedClip
from glide_studio.engine.denoiser import UNet
from glide_studio.engine.precision import (
    ChosenArithmetic,
    MeasuredErrors,
    Precision,
    load_optimized,
)
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.unet import GlideUNet


@dataclass(frozen=True)
class Models:
    """A base and an upsampling network on one device. Inpaint networks generate freely too.

    `reload` loads the same model for another device or in another precision; None for networks
    that come from no file. `notice` is what the artist is told with every run.

    `noised_clip` gives the CLIP that can guide the base, or None; the first call reads its file.
    The arithmetic of each network is None where the network is as it was loaded.
    """

    name: str
    base: UNet
    upsample: UNet
    device: torch.device
    tokenizer: Tokenizer = field(default_factory=Tokenizer)
    noised_clip: Callable[[], NoisedClip | None] = lambda: None
    base_arithmetic: ChosenArithmetic | None = None
    upsample_arithmetic: ChosenArithmetic | None = None
    precision: Precision = "auto"
    reload: "Callable[[str, Precision], Models] | None" = None
    notice: Sentence | None = None


def chosen_device(name: str) -> torch.device:
    """The device "cpu", "cuda" or "mps"; "auto" takes a GPU where there is one.

    Raises ModelError for a device that this machine does not have.
    """
    present = {
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
        "cpu": True,
    }
    if name == "auto":
        name = next(device for device, here in present.items() if here)
    if not present.get(name, False):
        raise ModelError("This computer has no device {name}. Use auto or cpu.", name=name)
    return torch.device(name)


def load_models(
    name: str,
    device: str = "auto",
    precision: Precision = "auto",
    memory: Path | None = None,
    files: Mapping[str, Path] | None = None,
    networks: tuple[str, str] = BASE,
) -> Models:
    """Load an installed model for sampling alone, as fast as the device allows.

    `networks` are the base and the upsampler to load, as `InstalledModel.networks_for` names them;
    `files` are checkpoints to use in place of one of these, such as candidates.

    With the precision "auto", half precision and Winograd's convolutions are used on a network
    only if a guided step is within `precision.MAX_ERROR` of float32 there. That is measured when it
    is not known yet, and remembered in `memory`, a JSON file. "float32" and "fast" measure nothing.
    Raises RequestError for an unknown model, ModelError for a network that is not installed and for
    an unknown device.
    """
    model = find_model(name, installed_models())
    target = chosen_device(device)
    errors = MeasuredErrors(model.folder.joinpath("precision.json"), memory)
    (base, base_arithmetic), (upsample, upsample_arithmetic) = (
        _load(model, entry, (files or {}).get(entry), target, precision, errors)
        for entry in networks
    )

    @cache
    def noised_clip() -> NoisedClip | None:
        clip = load_noised_clip(model)
        return None if clip is None else clip.to(target)

    @cache
    def reload(device: str, precision: Precision) -> Models:
        return load_models(name, device, precision, memory, files, networks)

    return Models(
        name,
        base,
        upsample,
        target,
        noised_clip=noised_clip,
        base_arithmetic=base_arithmetic,
        upsample_arithmetic=upsample_arithmetic,
        precision=precision,
        reload=reload,
    )


def _load(
    model: InstalledModel,
    entry: str,
    file: Path | None,
    device: torch.device,
    precision: Precision,
    errors: MeasuredErrors,
) -> tuple[GlideUNet, ChosenArithmetic]:
    """One network of a model, or the checkpoint `file` instead, optimized for sampling."""
    load: Callable[[], GlideUNet]
    if file is not None:
        load, data = partial(load_model, file), model_bytes(file)
    else:
        load = partial(load_network, model, entry)
        with as_file(model.file(entry)) as path:
            data = model_bytes(path)
    return load_optimized(load, hashlib.sha256(data).hexdigest(), device, precision, errors)


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
