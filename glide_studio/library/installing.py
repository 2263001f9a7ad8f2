"""Installing a released model: its checkpoints are downloaded, checked, and converted."""

import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from glide_studio.core.files.safe_file import replace_file
from glide_studio.core.request.installed import InstalledModel
from glide_studio.core.sentence import ArtistError
from glide_studio.folders import models_folder
from glide_studio.library.catalogue import GLIDE_FILTERED, Component, ReleasedFile, ReleasedModel
from glide_studio.library.control import Control
from glide_studio.library.networks import Importer, Storage
from glide_studio.library.store import (
    READ_AT_ONCE,
    LibraryError,
    add_networks,
    digest_of,
    installed_model,
    only_program,
    remove,
    staging,
)
from glide_studio.library.transfer import (
    DownloadError,
    Patience,
    Progress,
    check_room,
    works_offline,
)

PINS = "verified.json"
"""SHA-256 digests of released files that were downloaded and imported successfully."""

DOWNLOADS = ".downloads"
"""The folder of downloads that are not installed yet."""

MAX_SIZE_RATIO = 2
"""The largest accepted size of a file, relative to its size in the catalogue."""


@dataclass(frozen=True)
class Step:
    """What an installation is doing with file `number` of `count`: for a download its `progress`,
    for a conversion the `share` that is done, 0 to 1."""

    what: Literal["download", "convert"]
    file: str
    number: int
    count: int
    progress: Progress | None = None
    share: float = 0.0


@dataclass(frozen=True)
class Sources:
    """Where released files come from: `mirrors` are addresses that are tried before the model's
    own; `folder` holds files that were fetched by hand, and then nothing is downloaded. When
    `offline`, downloads are refused."""

    mirrors: Sequence[str] = ()
    folder: Path | None = None
    offline: bool = False
    patience: Patience = field(default_factory=Patience)

    def urls(self, model: ReleasedModel, file: ReleasedFile) -> list[str]:
        """The addresses of a file, in the order in which they are tried."""
        return [f"{base.rstrip('/')}/{file.name}" for base in (*self.mirrors, model.address)]


def mirrors_of(text: str) -> tuple[str, ...]:
    """The addresses in a text, separated by spaces, commas or lines."""
    return tuple(re.split(r"[\s,]+", text.strip())) if text.strip() else ()


def sources(mirrors: str, offline: bool, folder: Path | None = None) -> Sources:
    """Where files come from according to the preferences and the environment.

    `GLIDE_STUDIO_MIRRORS` has addresses that are tried before those of the preferences;
    `GLIDE_STUDIO_OFFLINE`, if it is not empty, forbids downloads.
    """
    return Sources(
        (*mirrors_of(os.environ.get("GLIDE_STUDIO_MIRRORS", "")), *mirrors_of(mirrors)),
        folder,
        works_offline(offline),
    )


def missing_of(model: ReleasedModel, component: Component) -> tuple[str, ...]:
    """The networks of a component that are not installed."""
    installed = installed_model(model.name)
    return component.networks if installed is None else installed.missing(component.networks)


def received() -> int:
    """The bytes of downloads that are not installed yet."""
    with suppress(OSError):
        return sum(file.stat().st_size for file in (models_folder() / DOWNLOADS).iterdir())
    return 0


def uninstall(model: InstalledModel | None) -> None:
    """Delete a model that the user installed. With the released model, or None while that is not
    installed, its unfinished downloads are deleted too.

    Raises LibraryError as `remove`, and while another program installs it.
    """
    if model is not None:
        remove(model)
    if model is None or model.name == GLIDE_FILTERED.name:
        with only_program():
            shutil.rmtree(models_folder() / DOWNLOADS, ignore_errors=True)


def install(
    components: Sequence[Component],
    import_files: Importer,
    control: Control,
    report: Callable[[Step], object],
    sources: Sources = Sources(),
    storage: Storage = "float32",
    model: ReleasedModel = GLIDE_FILTERED,
) -> None:
    """Download and convert the networks of `components` that are not installed yet; each can be
    used as soon as it is there.

    Raises DownloadError, LibraryError, the errors of `import_files`, and Cancelled. What was
    received of a file is kept for the next time, unless it is of no use.
    """
    if sources.offline and sources.folder is None:
        raise DownloadError(
            "GLIDE Studio works offline. Allow downloads in the preferences, or install from a "
            "folder."
        )
    with only_program():
        work = [
            (files, network)
            for component in components
            for files, network in _pairs(component)
            if network in missing_of(model, component)
        ]
        files = [file for pair, _ in work for file in pair]
        _check_room(files, storage)
        installation = _Installation(
            model, import_files, control, report, sources, storage, len(files)
        )
        for pair, network in work:
            installation.add(pair, network)


def _pairs(component: Component) -> list[tuple[tuple[ReleasedFile, ...], str]]:
    """The networks of a component with the files that they are made of."""
    if len(component.networks) == 1:
        return [(component.files, component.networks[0])]
    return [
        ((file,), network)
        for file, network in zip(component.files, component.networks, strict=True)
    ]


def _check_room(files: Sequence[ReleasedFile], storage: Storage) -> None:
    """Raise DownloadError if there is no room for the networks and the largest download."""
    total = sum(file.size for file in files)
    kept = total if storage == "float32" else total // 2
    check_room(models_folder(), kept + max((file.size for file in files), default=0))


@dataclass
class _Installation:
    """The installation of `count` files, at file `number`; `digests` are those of the files that
    were downloaded."""

    model: ReleasedModel
    import_files: Importer
    control: Control
    report: Callable[[Step], object]
    sources: Sources
    storage: Storage
    count: int
    number: int = 0
    digests: dict[str, str] = field(default_factory=dict)

    def add(self, files: Sequence[ReleasedFile], network: str) -> None:
        """Download what is missing of `files`, and make `network` of them."""
        fetched: list[Path] = []
        for file in files:
            self.number += 1
            fetched.append(self._fetched(file))
        self._convert(fetched, network)
        if self.sources.folder is None:
            _pin(self.digests)
            _delete(fetched)

    def _fetched(self, file: ReleasedFile) -> Path:
        """The path of a file, which is downloaded if necessary."""
        if self.sources.folder is not None:
            path = self.sources.folder / file.name
            if not path.is_file():
                raise LibraryError(
                    "“{name}” is not in {folder}.", name=file.name, folder=self.sources.folder
                )
            return path
        to, pinned = models_folder() / DOWNLOADS / file.name, _pins().get(file.name)
        if to.is_file():
            digest = digest_of(to, self.control, lambda _: None)
            if pinned in (None, digest):
                self.digests[file.name] = digest
                return to
            to.unlink()
        from glide_studio.library.download import Download, Wanted  # httpx takes a while to import

        received = partial(Step, "download", file.name, self.number, self.count)
        self.digests[file.name] = Download(
            self.sources.urls(self.model, file),
            to,
            Wanted(MAX_SIZE_RATIO * file.size, pinned, partial(_is_intact, self.control)),
            self.control,
            lambda progress: self.report(received(progress)),
            self.sources.patience,
        ).run()
        return to

    def _convert(self, fetched: Sequence[Path], network: str) -> None:
        name = fetched[-1].name
        converted = partial(Step, "convert", name, self.number, self.count)
        with staging() as staged:
            try:
                made = self.import_files(
                    fetched,
                    staged,
                    self.storage,
                    self.control,
                    lambda share: self.report(converted(share=share)),
                )
                if [each.network for each in made] != [network]:
                    raise LibraryError(
                        "“{name}” contains a different network of GLIDE than expected.", name=name
                    )
            except ArtistError:
                if self.sources.folder is None:
                    _delete(fetched)  # it would fail the next time too
                raise
            card = {"title": self.model.title, "summary": str(self.model.summary)}
            add_networks(self.model.name, made, staged, card)


def _is_intact(control: Control, path: Path) -> bool:
    """Whether the checksums in a zip file of PyTorch match its content; true for files of another
    kind, which are checked when they are read. Raises Cancelled."""
    with path.open("rb") as file:
        if file.read(1) == b"\x80":  # a pickle, as PyTorch wrote before
            return True
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > path.stat().st_size:
                return False
            for entry in entries:
                with archive.open(entry) as content:
                    while content.read(READ_AT_ONCE):
                        control.wait()
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError):
        return False
    return True


def _pins() -> Mapping[str, str]:
    with suppress(OSError, ValueError):
        values = json.loads((models_folder() / PINS).read_text(encoding="utf-8"))
        if isinstance(values, dict):
            return {str(name): str(digest) for name, digest in values.items()}
    return {}


def _pin(digests: Mapping[str, str]) -> None:
    """Remember digests; those that are known already stay."""
    if not digests.keys() <= _pins().keys():
        text = json.dumps({**digests, **_pins()}, indent=1)
        replace_file(models_folder() / PINS, text.encode())


def _delete(files: Sequence[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()
