"""The released model: installed from a server or a folder, verified, removed; imports."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from glide_studio.core.request.installed import find_model, installed_models
from glide_studio.core.sentence import ArtistError
from glide_studio.engine.importing import import_checkpoints
from glide_studio.folders import models_folder
from glide_studio.library.catalogue import GLIDE_FILTERED
from glide_studio.library.control import Cancelled, Control
from glide_studio.library.installing import (
    DOWNLOADS,
    PINS,
    Sources,
    Step,
    install,
    missing_of,
    received,
    sources,
    uninstall,
)
from glide_studio.library.store import (
    LibraryError,
    checked_name,
    import_model,
    only_program,
    remove,
    verify,
)
from glide_studio.library.transfer import DownloadError, Patience
from tests.library.faulty_server import Fault, FaultyServer, faulty_server
from tests.library.released import save

NAMES = [file.name.removesuffix(".pt") for part in GLIDE_FILTERED.components for file in part.files]
TEXT, INPAINT, CLIP = GLIDE_FILTERED.components
IMPATIENT = Patience(connect=2, read=0.3, attempts=2, wait=0.01)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all the released files, fetched by hand."""
    folder = tmp_path_factory.mktemp("released")
    for name in NAMES:
        save(name, folder)
    return folder


@pytest.fixture
def server(files: Path) -> Iterator[FaultyServer]:
    with faulty_server(**{name: (files / f"{name}.pt").read_bytes() for name in NAMES}) as server:
        yield server


def install_from(server: FaultyServer, *components: Any, **changes: Any) -> list[Step]:
    """Install from the server alone; returns the steps that were reported."""
    steps: list[Step] = []
    settings = {"control": Control(), "report": steps.append} | changes
    wanted = Sources(patience=IMPATIENT)
    model = replace(GLIDE_FILTERED, address=server.address)
    install(components, import_checkpoints, sources=wanted, model=model, **settings)
    return steps


def own_files() -> set[str]:
    """The files in the folder of models, but for the lock."""
    files = {p for p in models_folder().rglob("*") if p.is_file() and p.name != ".lock"}
    return {str(path.relative_to(models_folder())) for path in files}


def test_text_to_image_asks_for_two_files_only(server: FaultyServer) -> None:
    steps = install_from(server, TEXT)
    assert server.paths == ["/base.pt", "/upsample.pt"]
    model = find_model("glide-filtered", installed_models())
    assert model.title == "GLIDE (filtered)"
    assert model.capabilities.sources == ("nothing", "sketch", "upscale")
    assert not model.capabilities.has_clip
    assert missing_of(GLIDE_FILTERED, INPAINT) == ("base_inpaint", "upsample_inpaint")
    assert own_files() == {
        PINS,
        *(
            f"glide-filtered/{name}"
            for name in ("card.json", "base.safetensors", "upsample.safetensors")
        ),
    }
    assert [step.what for step in steps if step.number == 1][-1] == "convert"
    assert {step.count for step in steps} == {2}


def test_installed_files_are_not_downloaded_again(server: FaultyServer) -> None:
    install_from(server, TEXT)
    server.paths.clear()
    install_from(server, TEXT, CLIP, INPAINT)
    assert server.paths == [
        "/clip_image_enc.pt",
        "/clip_text_enc.pt",
        "/base_inpaint.pt",
        "/upsample_inpaint.pt",
    ]
    model = find_model("glide-filtered", installed_models())
    assert model.capabilities.sources == ("nothing", "inpaint", "sketch", "upscale")
    assert model.capabilities.has_clip


def test_a_folder_of_files_needs_no_network_and_stays_as_it_is(files: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in files.iterdir()}
    install(
        [TEXT],
        import_checkpoints,
        Control(),
        print,
        Sources(folder=files, offline=True),
        "float16",
    )
    assert find_model("glide-filtered", installed_models()).has("upsample")
    assert before == {path: path.stat().st_mtime_ns for path in files.iterdir()}


def test_a_folder_without_the_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"“base.pt” is not in"):
        install([TEXT], import_checkpoints, Control(), print, Sources(folder=tmp_path))
    assert own_files() == set()


def test_nothing_is_downloaded_offline(server: FaultyServer) -> None:
    wanted = Sources(mirrors=[server.address], offline=True)
    with pytest.raises(DownloadError, match="works offline"):
        install([TEXT], import_checkpoints, Control(), print, wanted)
    assert server.paths == []


def test_addresses_come_from_the_environment_then_the_preferences(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GLIDE_STUDIO_MIRRORS", "http://a/x, http://b/")
    file = TEXT.files[0]
    assert sources("http://c", False).urls(GLIDE_FILTERED, file) == [
        "http://a/x/base.pt",
        "http://b/base.pt",
        "http://c/base.pt",
        "https://openaipublic.blob.core.windows.net/diffusion/dec-2021/base.pt",
    ]
    assert not sources("", False).offline
    monkeypatch.setenv("GLIDE_STUDIO_OFFLINE", "1")
    assert sources("", False).offline


def test_the_digest_is_pinned_by_the_first_download(server: FaultyServer) -> None:
    install_from(server, TEXT)
    pins = json.loads((models_folder() / PINS).read_text())
    assert pins["base.pt"] == hashlib.sha256(server.files["/base.pt"]).hexdigest()
    remove(find_model("glide-filtered", installed_models()))
    server.files["/base.pt"] = server.files["/base_inpaint.pt"]
    with pytest.raises(DownloadError, match="a different file from the one that was verified"):
        install_from(server, TEXT)
    assert own_files() == {PINS}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 but nothing else", "damaged"),
        (b"", "damaged"),
        (b'{"error": "none"}', "damaged"),
        (b"\x80 but nothing else", "damaged"),
        (None, "a different network"),
    ],
)
def test_a_file_with_unexpected_contents_is_not_kept(
    server: FaultyServer, content: bytes | None, said: str
) -> None:
    server.files["/base.pt"] = server.files["/upsample.pt"] if content is None else content
    with pytest.raises(ArtistError, match=said):
        install_from(server, TEXT)
    assert own_files() == set()
    assert [model.name for model in installed_models()] == ["starter"]


def test_a_file_cut_off_by_a_wrong_length_is_damaged(server: FaultyServer) -> None:
    server.files["/base.pt"] = server.files["/base.pt"][:-1000]
    with pytest.raises(DownloadError, match="damaged"):
        install_from(server, TEXT)
    assert own_files() == set()


def test_a_wrong_byte_among_the_weights_is_found_and_the_next_server_asked(
    server: FaultyServer, files: Path
) -> None:
    """The file opens, has its length and the right names; only a checksum of the zip tells."""
    whole = (files / "base.pt").read_bytes()
    wrong = bytearray(whole)
    wrong[len(wrong) // 2] ^= 1
    with faulty_server(base=bytes(wrong)) as mirror:
        install(
            [TEXT],
            import_checkpoints,
            Control(),
            print,
            Sources(mirrors=[mirror.address], patience=IMPATIENT),
            model=replace(GLIDE_FILTERED, address=server.address),
        )
        assert mirror.paths == ["/base.pt", "/upsample.pt"]
    assert server.paths == ["/base.pt", "/upsample.pt"]
    pins = json.loads((models_folder() / PINS).read_text())
    assert pins["base.pt"] == hashlib.sha256(whole).hexdigest()


def test_a_file_left_by_a_killed_installation_is_used_unless_it_is_another(
    server: FaultyServer,
) -> None:
    left = models_folder() / DOWNLOADS / "base.pt"
    left.parent.mkdir(parents=True)
    left.write_bytes(server.files["/base.pt"])
    install_from(server, TEXT)
    assert server.paths == ["/upsample.pt"]
    remove(find_model("glide-filtered", installed_models()))
    left.write_bytes(server.files["/base_inpaint.pt"])
    install_from(server, TEXT)
    assert server.paths[1:] == ["/base.pt", "/upsample.pt"]


def test_a_much_longer_file_is_refused(server: FaultyServer) -> None:
    text = replace(TEXT, files=(replace(TEXT.files[0], size=1000), TEXT.files[1]))
    with pytest.raises(DownloadError, match="a much longer file"):
        install_from(server, text)


def test_a_cancelled_installation_is_continued(server: FaultyServer) -> None:
    control = Control()

    def cancel(step: Step) -> None:
        if step.number == 2:
            control.cancel()

    with pytest.raises(Cancelled):
        install_from(server, TEXT, control=control, report=cancel)
    assert find_model("glide-filtered", installed_models()).capabilities.sources == ()
    install_from(server, TEXT)
    assert server.paths.count("/base.pt") == 1
    assert find_model("glide-filtered", installed_models()).has("upsample")


def test_a_full_disk_is_noticed_first(
    server: FaultyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=10**9))
    with pytest.raises(DownloadError, match="not enough disk space"):
        install_from(server, TEXT)
    assert server.paths == []


def test_only_one_program_installs_at_a_time(server: FaultyServer) -> None:
    with only_program(), pytest.raises(LibraryError, match="Another GLIDE Studio"):
        install_from(server, TEXT)
    left = models_folder() / ".import-killed"
    left.mkdir()
    server.faults.append(Fault("html"))
    with pytest.raises(DownloadError):
        install_from(server, TEXT)
    assert not left.exists()


@pytest.mark.parametrize("place", ["models", "models/.lock"])
def test_a_read_only_folder_of_models_is_reported(
    server: FaultyServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """A file stands where a folder is needed, a folder where a file is, whoever runs the test."""
    monkeypatch.setenv("GLIDE_STUDIO_DATA", str(tmp_path))
    if place == "models":
        models_folder().write_bytes(b"")
    else:
        (models_folder() / ".lock").mkdir(parents=True)
    with pytest.raises(LibraryError, match=r"The folder of models .* cannot be changed: \w+"):
        install_from(server, TEXT)
    assert server.paths == []


def test_an_unfinished_download_can_be_deleted(server: FaultyServer) -> None:
    server.faults.extend([Fault("cut", 200_000), *3 * [Fault("status", value="500")]])
    with pytest.raises(DownloadError, match="status 500"):
        install_from(server, TEXT)
    assert received() >= 200_000
    uninstall(None)
    assert received() == 0
    assert own_files() == set()


def test_damage_is_found(server: FaultyServer) -> None:
    install_from(server, TEXT)
    model = find_model("glide-filtered", installed_models())
    assert verify(model, Control(), print) == ()
    path = models_folder() / "glide-filtered" / "upsample.safetensors"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert verify(model, Control(), print) == ("upsample",)


def test_the_starter_can_be_neither_removed_nor_replaced(files: Path) -> None:
    starter = find_model("starter", installed_models())
    for work in (
        lambda: remove(starter),
        lambda: verify(starter, Control(), print),
        lambda: import_model([files / "base.pt"], "Starter", import_checkpoints, Control(), print),
    ):
        with pytest.raises(LibraryError, match="part of the program"):
            work()
    assert find_model("starter", installed_models()).has("base")


def test_an_import_becomes_a_model_and_gets_further_networks(files: Path) -> None:
    model = import_model([files / "base.pt"], "My flowers", import_checkpoints, Control(), print)
    assert (model.name, model.capabilities.sources) == ("My flowers", ())
    with pytest.raises(LibraryError, match="already has the network base"):
        import_model([files / "base.pt"], "my flowers", import_checkpoints, Control(), print)
    model = import_model(
        [files / "upsample.pt"], "My flowers", import_checkpoints, Control(), print
    )
    assert model.capabilities.sources == ("nothing", "sketch", "upscale")
    remove(model)
    assert own_files() == set()


def test_a_refused_import_leaves_no_model(tmp_path: Path) -> None:
    path = tmp_path / "other.pt"
    torch.save({"layer.weight": torch.zeros(3)}, path)
    with pytest.raises(ArtistError):
        import_model([path], "Mine", import_checkpoints, Control(), print)
    assert own_files() == set()
    assert not (models_folder() / "Mine").exists()


@pytest.mark.parametrize("name", ["", " ", ".hidden", "a/b", "..", "con", "a" * 99, "a:b", "x\0"])
def test_names_that_no_folder_can_have_are_refused(name: str) -> None:
    with pytest.raises(LibraryError, match="cannot be the name"):
        checked_name(name)


def test_a_model_in_use_that_cannot_be_moved_stays_whole(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where files that are open cannot be renamed."""
    model = import_model([files / "base.pt"], "Mine", import_checkpoints, Control(), print)
    before = own_files()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(LibraryError, match=r"while it is in use.*End the runs"):
        remove(model)
    assert own_files() == before
