"""The installed models, as their cards describe them."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable

import msgspec

from glide_studio.core.request.capabilities import Capabilities
from glide_studio.core.request.model_card import ModelCard
from glide_studio.core.request.settings import RequestError

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class InstalledModel:
    """An installed model; `folder` contains its networks."""

    name: str
    card: ModelCard
    capabilities: Capabilities
    folder: Traversable

    @property
    def size(self) -> int:
        """Size of its networks in bytes."""
        networks = (e for e in self.folder.iterdir() if e.name.endswith(".safetensors"))
        size = 0
        for network in networks:
            with as_file(network) as path:
                size += path.stat().st_size
        return size


class _CardFile(msgspec.Struct):
    """The part of a card file that is not in `ModelCard`."""

    capabilities: Capabilities


def installed_models() -> list[InstalledModel]:
    """The installed models, the default one first. A damaged card is logged and its model
    skipped."""
    return list(_found(files("glide_studio.resources")))


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


def read_card(text: str) -> tuple[ModelCard, Capabilities]:
    """What the text of a card file says. Raises ValueError if it is none."""
    card = ModelCard.from_json(text)
    try:
        return card, msgspec.json.decode(text, type=_CardFile).capabilities
    except msgspec.MsgspecError as error:
        raise ValueError(f"The model card is damaged: {error}.") from error


def _found(folder: Traversable) -> Iterator[InstalledModel]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        card = entry.joinpath("card.json")
        if not card.is_file():
            continue
        try:
            yield InstalledModel(entry.name, *read_card(card.read_text(encoding="utf-8")), entry)
        except (OSError, ValueError) as error:
            _log.warning("the card of the model %s cannot be used: %s", entry.name, error)
