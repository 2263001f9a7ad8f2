"""The user's models on the disk: imported, verified, removed.

A model is a folder with its networks and a card, which is written last. Every file appears whole or
not at all, and none is ever changed in place, so that a network can be mapped into memory.
"""

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from glide_studio.core.files.safe_file import replace_file
from glide_studio.core.request.capabilities import Capabilities
from glide_studio.core.request.installed import (
    INPAINT,
    NETWORKS,
    InstalledModel,
    installed_models,
    read_card,
)
from glide_studio.core.request.presets import RELEASED_PRESETS
from glide_studio.core.sentence import ArtistError
from glide_studio.folders import models_folder
from glide_studio.library.control import Control
from glide_studio.library.networks import Importer, NetworkFile, Report, Storage
from glide_studio.library.transfer import check_room

READ_AT_ONCE = 1 << 20
MAX_NAME = 60

ALL_NETWORKS = Capabilities(
    base_size=64,
    picture_size=256,
    sources=("nothing", "inpaint", "sketch", "upscale"),
    context_length=128,
    has_clip=True,
    max_upscale_pixels=4_194_304,
)
"""What GLIDE can do with all of its networks."""

_IMPOSSIBLE = re.compile(r'[<>:"/\\|?*\x00-\x1f]|^[.\s]|[.\s]$')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class LibraryError(ArtistError):
    """A model that cannot be installed, imported, verified or removed."""


def checked_name(name: str) -> str:
    """The name of a new model. Raises LibraryError if no folder can be called that."""
    name = name.strip()
    if not name or len(name) > MAX_NAME or _IMPOSSIBLE.search(name) or _RESERVED.fullmatch(name):
        raise LibraryError(
            "“{name}” cannot be the name of a model. Use letters, digits, spaces and hyphens.",
            name=name,
        )
    return name


def installed_model(name: str) -> InstalledModel | None:
    """The installed model of this name, as a file system compares names; None if there is none."""
    return next((m for m in installed_models() if m.name.lower() == name.lower()), None)


@contextmanager
def only_program() -> Iterator[None]:
    """A context in which no other program can add models. Raises LibraryError while another program
    does, and if the folder of models cannot be written.

    Temporary folders that killed programs left behind are deleted; downloads that can be continued
    are kept.
    """
    import filelock  # takes a while, and the window opens without it

    folder = models_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / ".lock", timeout=0):
            for pattern in (".removed-*", ".import-*"):
                for left in folder.glob(pattern):
                    shutil.rmtree(left, ignore_errors=True)
            yield
    except filelock.Timeout as error:
        raise LibraryError(
            "Another GLIDE Studio is installing a model. Wait until it has finished."
        ) from error
    except OSError as error:
        raise _unwritable(error) from error


def _unwritable(error: OSError) -> LibraryError:
    return LibraryError(
        "The folder of models {folder} cannot be changed: {reason}.",
        folder=models_folder(),
        reason=error.strerror,
    )


@contextmanager
def staging() -> Iterator[Path]:
    """A folder for networks that are being made; it is deleted at the end."""
    folder = Path(tempfile.mkdtemp(prefix=".import-", dir=models_folder()))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def import_model(
    paths: Sequence[Path],
    name: str,
    import_files: Importer,
    control: Control,
    report: Report,
    storage: Storage = "float32",
) -> InstalledModel:
    """Add the networks in checkpoints to the user's model `name`, which is made if there is none.

    Raises LibraryError for an impossible name, for that of a model of the program, and for a
    network that the model has already; DownloadError if there is no room; the errors of
    `import_files`; Cancelled.
    """
    name = checked_name(name)
    existing = installed_model(name)
    if existing is not None and not existing.is_own:
        raise LibraryError(
            "“{name}” is part of the program. Choose another name for the model.", name=name
        )
    with only_program():
        check_room(models_folder(), sum(path.stat().st_size for path in paths if path.is_file()))
        with staging() as staged:
            made = import_files(paths, staged, storage, control, report)
            for network in made:
                if existing is not None and existing.has(network.network):
                    raise LibraryError(
                        "“{name}” already has the network {network}. Choose another name.",
                        name=existing.name,
                        network=network.network,
                    )
            names = [path.name for path in paths]
            card = {"summary": f"Imported from {', '.join(names)}", "imported_from": names}
            add_networks(existing.name if existing else name, made, staged, card)
    added = installed_model(name)
    assert added is not None
    return added


def add_networks(
    name: str, made: Sequence[NetworkFile], staged: Path, new_card: Mapping[str, Any]
) -> None:
    """Move networks from the folder `staged` into the model `name`, and write its card.

    Where there is no card yet, `new_card` is the part of it that does not follow from the networks.
    Raises OSError and PictureError if the folder cannot be written.
    """
    folder = models_folder() / name
    folder.mkdir(exist_ok=True)
    file = folder / "card.json"
    card = dict(new_card)
    capabilities, separate, digests = ALL_NETWORKS, True, dict[str, str]()
    if file.is_file():
        text = file.read_text(encoding="utf-8")
        card = json.loads(text)
        _, known = read_card(text)
        capabilities, separate, digests = known.capabilities, known.separate_inpaint, known.digests
    for network in made:
        if network.network.startswith("base"):
            capabilities = replace(
                capabilities, base_size=network.side, context_length=network.context_length
            )
        elif network.network.startswith("upsample"):
            capabilities = replace(capabilities, picture_size=network.side)
        separate = network.network in INPAINT or (separate and not network.does_everything)
        digests[network.network] = network.digest
        entry = f"{network.network}.safetensors"
        os.replace(staged / entry, folder / entry)
    if not any(network.does_everything for network in made):
        card.setdefault("presets", [asdict(preset) for preset in RELEASED_PRESETS])
    card |= {"capabilities": asdict(capabilities), "separate_inpaint": separate, "digests": digests}
    replace_file(file, json.dumps(card, indent=1, ensure_ascii=False).encode())


def digest_of(path: Path, control: Control, report: Report) -> str:
    """The SHA-256 of a file in hexadecimal. Raises Cancelled and OSError."""
    digest, size = hashlib.sha256(), max(path.stat().st_size, 1)
    with path.open("rb") as file:
        while chunk := file.read(READ_AT_ONCE):
            control.wait()
            digest.update(chunk)
            report(file.tell() / size)
    return digest.hexdigest()


def verify(model: InstalledModel, control: Control, report: Report) -> tuple[str, ...]:
    """The networks of a model whose files are not those that were installed.

    Raises LibraryError for a model of the program, which has no digests, Cancelled and OSError.
    """
    present = [network for network in NETWORKS if model.has(network) and network in model.digests]
    if not present:
        raise LibraryError(
            "“{name}” is part of the program: there is nothing to verify.", name=model.title
        )
    damaged = []
    for i, network in enumerate(present):

        def part_done(share: float, before: int = i) -> None:
            report((before + share) / len(present))

        found = digest_of(Path(str(model.file(network))), control, part_done)
        if found != model.digests[network]:
            damaged.append(network)
    return tuple(damaged)


def remove(model: InstalledModel) -> None:
    """Delete a model that the user installed; it disappears at once or not at all.

    Raises LibraryError for a model of the program, and for one that a program holds open.
    """
    if not model.is_own:
        raise LibraryError(
            "“{name}” is part of the program and cannot be removed.", name=model.title
        )
    try:
        trash = Path(tempfile.mkdtemp(prefix=".removed-", dir=models_folder()))
    except OSError as error:
        raise _unwritable(error) from error
    try:
        (models_folder() / model.name).rename(trash / "model")
    except OSError as error:
        trash.rmdir()
        raise LibraryError(
            "“{name}” cannot be removed while it is in use: {reason}. End the runs that use it, "
            "then try again.",
            name=model.title,
            reason=error.strerror,
        ) from error
    shutil.rmtree(trash, ignore_errors=True)


def remove_networks(model: InstalledModel, networks: Sequence[str]) -> None:
    """Delete single networks of a user's model, such as damaged ones. Raises LibraryError."""
    try:
        for network in networks:
            Path(str(model.file(network))).unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(error) from error
