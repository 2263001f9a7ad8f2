"""The installed models, as their cards describe them: those of the program, and those that the user
installed or imported."""

import hashlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from glide_studio.core.request.capabilities import Capabilities
from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.settings import RequestError
from glide_studio.core.request.source import Source, mask_of
from glide_studio.folders import models_folder

BASE = ("base", "upsample")
INPAINT = ("base_inpaint", "upsample_inpaint")
CLIP = ("clip",)
KINDS = ("nothing", "inpaint", "sketch", "upscale")
"""The sources of runs."""

NETWORKS = (*BASE, *INPAINT, *CLIP)
"""The networks that a model may have, as their files are called."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class InstalledModel:
    """An installed model; `folder` contains its networks.

    `capabilities` are those of the networks that are there, not of a complete model.
    `separate_inpaint` is whether it inpaints with networks of its own, `INPAINT`; otherwise `BASE`
    does everything. `digests` are the SHA-256 digests of its networks' files, in hexadecimal, of a
    model that the user installed.
    """

    name: str
    card: ModelCard
    capabilities: Capabilities
    folder: Traversable
    separate_inpaint: bool = False
    digests: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def title(self) -> str:
        """What it is called in the window; `name` is what --model takes."""
        return self.card.title or self.name

    @property
    def is_own(self) -> bool:
        """Whether the user installed or imported it, so that it can be removed."""
        return isinstance(self.folder, Path) and self.folder.parent == models_folder()

    @property
    def size(self) -> int:
        """Size of its networks in bytes."""
        size = 0
        for network in NETWORKS:
            if self.has(network):
                with as_file(self.file(network)) as path:
                    size += path.stat().st_size
        return size

    def file(self, network: str) -> Traversable:
        """Where one of `NETWORKS` is, or would be."""
        return self.folder.joinpath(f"{network}.safetensors")

    def has(self, network: str) -> bool:
        """Whether one of `NETWORKS` is installed."""
        return self.file(network).is_file()

    def networks_for(self, source: Source) -> tuple[str, str]:
        """The base and the upsampler that a run from `source` needs."""
        return self._networks_for("nothing" if mask_of(source) is None else "inpaint")

    def fingerprint(self, request: GenerationRequest) -> str:
        """The SHA-256 digest, in hexadecimal, of the weights that a run of `request` uses: another
        computer that has the same makes the same pictures. Raises OSError for a file that cannot be
        read."""
        guides = CLIP if request.settings.clip_guidance else ()
        digests = [self._digest(each) for each in (*self.networks_for(request.source), *guides)]
        return hashlib.sha256(" ".join(digests).encode()).hexdigest()

    def _digest(self, network: str) -> str:
        """The digest of a network's file; "" if it is not installed."""
        if network in self.digests or not self.has(network):
            return self.digests.get(network, "")
        with as_file(self.file(network)) as path:
            about = path.stat()
            return _digest_of(path, about.st_mtime_ns, about.st_size)

    def missing(self, networks: Sequence[str]) -> tuple[str, ...]:
        """Those of `networks` that are not installed."""
        return tuple(network for network in networks if not self.has(network))

    def lacking(self, inpaint: bool) -> tuple[str, ...]:
        """The networks that are missing for a run with a mask, or without one."""
        return self.missing(self._networks_for("inpaint" if inpaint else "nothing"))

    def require(self, inpaint: bool) -> None:
        """Raise RequestError, which names them, if networks are `lacking`."""
        names = ", ".join(self.lacking(inpaint))
        if not names:
            return
        if inpaint:
            raise RequestError(
                "The model {name} cannot inpaint without these networks: {names}. Install or "
                "import them with Edit > Models, or choose another model.",
                name=self.title,
                names=names,
            )
        raise RequestError(
            "The model {name} cannot do this without these networks: {names}. Install or import "
            "them with Edit > Models, or choose another model.",
            name=self.title,
            names=names,
        )

    @property
    def offered(self) -> Capabilities:
        """What it can do once networks that are missing are installed."""
        kinds = [kind for kind in KINDS if self.missing(self._networks_for(kind))]
        sources = dict.fromkeys((*self.capabilities.sources, *kinds))
        return replace(self.capabilities, sources=tuple(sources))

    def _networks_for(self, kind: str) -> tuple[str, str]:
        return INPAINT if kind == "inpaint" and self.separate_inpaint else BASE

    def restricted(self) -> "InstalledModel":
        """This model with the capabilities that its networks leave it."""
        able = self.capabilities
        sources = tuple(kind for kind in able.sources if not self.missing(self._networks_for(kind)))
        has_clip = able.has_clip and self.has("clip")
        return replace(self, capabilities=replace(able, sources=sources, has_clip=has_clip))


class CardFile(msgspec.Struct, frozen=True):
    """The part of a card file that is not in `ModelCard`: what the model can do with all of its
    networks, whether it has separate networks for inpainting, and the digests of their files."""

    capabilities: Capabilities
    separate_inpaint: bool = False
    digests: dict[str, str] = msgspec.field(default_factory=dict)


def installed_models() -> list[InstalledModel]:
    """The installed models, the default one first, then those of the user by name. A model with a
    damaged card is logged and skipped; so is a user's model with the name of another one."""
    models: dict[str, InstalledModel] = {}
    for folder in (files("glide_studio.resources"), models_folder()):
        for model in _found(folder):
            models.setdefault(model.name, model)
    return list(models.values())


def find_model(name: str, models: Sequence[InstalledModel]) -> InstalledModel:
    """The model with that name. Raises RequestError if there is none."""
    for model in models:
        if model.name == name:
            return model
    known = ", ".join(model.name for model in models)
    if not known:
        raise RequestError("There is no model “{name}”. No model is installed.", name=name)
    raise RequestError(
        "There is no model “{name}”. Installed models: {known}.", name=name, known=known
    )


def default_model() -> InstalledModel:
    """The first installed model; a placeholder without networks or capabilities if there is
    none."""
    found = installed_models()
    nothing = Capabilities(1, 1, (), 0, has_clip=False, max_upscale_pixels=0, samplers=())
    absent = InstalledModel("none", ModelCard(""), nothing, files("glide_studio.resources"))
    return found[0] if found else absent


def read_card(text: str) -> tuple[ModelCard, CardFile]:
    """What the text of a card file says. Raises ValueError if it is none."""
    card = ModelCard.from_json(text)
    try:
        return card, msgspec.json.decode(text, type=CardFile)
    except msgspec.MsgspecError as error:
        raise ValueError(f"The model card is damaged: {error}.") from error


def _found(folder: Traversable) -> Iterator[InstalledModel]:
    entries: list[Traversable] = []
    with suppress(OSError):  # the user's folder need not exist
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    for entry in entries:
        file = entry.joinpath("card.json")
        if entry.name.startswith(".") or not file.is_file():
            continue
        try:
            card, rest = read_card(file.read_text(encoding="utf-8"))
            model = InstalledModel(
                entry.name, card, rest.capabilities, entry, rest.separate_inpaint, rest.digests
            )
            yield model.restricted()
        except (OSError, ValueError) as error:
            _log.warning("the card of the model %s cannot be used: %s", entry.name, error)


@lru_cache
def _digest_of(path: Path, _changed: int, _size: int) -> str:
    """The SHA-256 digest of a file, which is read again once it has changed."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
