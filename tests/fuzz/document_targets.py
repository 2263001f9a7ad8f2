"""What reads documents and their parts, as functions of bytes; `targets.py` has the others.

A target may raise its `declared` errors, and nothing else; it must be done within seconds.
"""

import contextlib
import io
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageCms

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.documents import open_document
from glide_studio.core.files.journal import Journal
from glide_studio.core.files.journal_folder import journals
from glide_studio.core.files.journal_records import JournalError, Snapshot
from glide_studio.core.files.layered.openraster_reading import read_openraster
from glide_studio.core.files.layered.photoshop import read_photoshop
from glide_studio.core.files.layered.stack_xml import StackError, built, parsed
from glide_studio.core.files.metadata.embedded import metadata_of, without_location
from glide_studio.core.files.picture_settings import settings_of
from glide_studio.core.files.pictures.exports import write_picture
from glide_studio.core.files.pictures.reading import open_picture
from glide_studio.core.files.project import Opened, Project
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.core.raster.colour_profile import ProfileError, in_srgb
from glide_studio.core.request.request import Result
from tests.fakes import request_of, settings
from tests.picture_files import openraster, png, png_chunk, tiff

Seeds = Iterator[bytes]


class Target(NamedTuple):
    """A reader, the errors that it may raise, and small inputs that it can read."""

    run: Callable[[bytes], object]
    declared: tuple[type[Exception], ...]
    seeds: Callable[[], Seeds]


@contextlib.contextmanager
def file_of(data: bytes, name: str) -> Iterator[Path]:
    """A file of this content in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


def use(opened: Opened) -> None:
    """What the studio does first with a document that it opened."""
    document = opened.project.document
    document.composite(Rect(0, 0, 300, 300).intersected(document.extent.bounds))
    if document.extent.bounds.area < 100_000:
        openraster(opened.project)
    for note in opened.notes:
        assert "\n" not in str(note).replace(document.layers[0].name if document.layers else "", "")


def small_document() -> Document:
    """Two layers, one of them an edit."""
    document = masked_document()
    request = request_of(document, Mode.INPAINT, prompt="a red hat")
    return accept(document, Result(request, np.full((16, 16, 3), 9, np.uint8)))


def masked_document() -> Document:
    document = Document.from_picture(np.full((20, 30, 4), 200, np.uint8))
    return document.with_mask(document.mask.write(Rect(2, 3, 9, 8), np.full((8, 9), 255, np.uint8)))


# --- projects


def project(data: bytes) -> None:
    use(read_openraster(io.BytesIO(data), "a.ora"))


def projects() -> Seeds:
    yield openraster(Project(small_document(), settings=settings()))


def entry_of_project(name: str) -> Callable[[bytes], None]:
    """A target of one entry of an otherwise sound project."""
    files: dict[str, bytes] = {}

    def run(data: bytes) -> None:
        if not files:
            with zipfile.ZipFile(io.BytesIO(next(projects()))) as archive:
                files.update({each: archive.read(each) for each in archive.namelist()})
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for each, content in (files | {name: data}).items():
                archive.writestr(each, content)
        project(file.getvalue())

    return run


def entries_called(name: str) -> Callable[[], Seeds]:
    def seeds() -> Seeds:
        for data in projects():
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                yield archive.read(name)

    return seeds


def stack_xml(data: bytes) -> None:
    stack = parsed(data)
    if stack.size is not None and all(item.src is not None for item in stack.items):
        parsed(built(stack))


def journal(data: bytes) -> None:
    with file_of(data, "a.journal") as path:
        list(journals(path.parent))
        with Journal(path) as opened:
            snapshot = opened.read()
        for entry in snapshot.history.entries:
            use(Opened(Project(entry.document)))


def journal_files() -> Seeds:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.journal"
        with Journal(path) as opened:
            history = History.start(small_document())
            opened.write(Snapshot(history, None, True), 1.0, b"")
        yield path.read_bytes()


def journal_rows(data: bytes) -> None:
    """A sound database; the first byte chooses a cell of it, whose content is the rest."""
    with file_of(next(journal_files()), "a.journal") as path:
        cells = (
            "UPDATE state SET data = ?",
            "UPDATE documents SET data = ?",
            "UPDATE documents SET uses = ?",
            "UPDATE rasters SET data = ?",
            "UPDATE arrays SET shape = ?",
            "UPDATE arrays SET data = ?",
        )
        with contextlib.closing(sqlite3.connect(path)) as database, database:
            content: object = data[2:]
            if data[1:2] == b"t":
                content = data[2:].decode("latin-1")
            elif data[1:2] == b"n":
                content = len(data)
            database.execute(cells[(data or b"\0")[0] % len(cells)], (content,))
        journal(path.read_bytes())


def cells() -> Seeds:
    with (
        file_of(next(journal_files()), "a.journal") as path,
        contextlib.closing(sqlite3.connect(path)) as database,
    ):
        for number, (column, table) in enumerate(
            (
                ("data", "state"),
                ("data", "documents"),
                ("uses", "documents"),
                ("data", "rasters"),
                ("shape", "arrays"),
                ("data", "arrays"),
            )
        ):
            row = database.execute(f"SELECT {column} FROM {table}").fetchone()
            yield bytes([number]) + b"b" + row[0]


# --- pictures


def picture(data: bytes) -> None:
    with file_of(data, "a.png") as path:
        opened = open_picture(path)
        without_location(opened.document.metadata)


def pictures() -> Seeds:
    noise = np.random.default_rng(0).integers(0, 256, (7, 9, 4), np.uint8)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "words"
    exif.get_ifd(0x8825)[1] = "N"

    def saved(image: Image.Image, kind: str, **options: object) -> bytes:
        file = io.BytesIO()
        image.save(file, kind, **options)
        return file.getvalue()

    colour, opaque = Image.fromarray(noise), Image.fromarray(noise[..., :3].copy())
    yield saved(colour, "PNG", icc_profile=srgb, dpi=(300, 300), exif=exif)
    yield saved(Image.fromarray(noise[..., 0].astype(np.uint16) * 257), "PNG")
    yield saved(opaque.quantize(4), "PNG", transparency=1)
    yield saved(opaque, "JPEG", exif=exif, xmp=b"<x xmlns:t='http://ns.adobe.com/tiff/1.0/'/>")
    yield saved(opaque.convert("CMYK"), "JPEG")
    yield saved(colour, "WEBP")
    yield saved(opaque.quantize(4), "GIF", save_all=True, append_images=[opaque.quantize(3)])
    yield saved(opaque, "BMP")
    yield saved(colour, "TIFF", compression="tiff_lzw")
    yield saved(Image.fromarray(noise[..., 0].astype(np.uint16)), "TIFF")
    yield saved(
        Image.fromarray(noise[..., 0].astype(np.float32)), "TIFF", compression="tiff_deflate"
    )
    one = {256: [1], 257: [1], 259: [1], 277: [3], 278: [1]}
    yield tiff([noise.tobytes()[:6]], one | {258: [16] * 3, 262: [2]}, ">", big=True)
    yield tiff([noise.tobytes()[:5]], one | {258: [12] * 3, 262: [8]})
    planes = [noise.tobytes()[:1]] * 4
    yield tiff(planes, one | {258: [8] * 4, 262: [2], 277: [4], 284: [2], 338: [1]})
    yield saved(opaque, "AVIF")
    header = b"BM" + bytes(8) + (70).to_bytes(4, "little") + (56).to_bytes(4, "little")
    masks = b"".join(each.to_bytes(4, "little") for each in (0xF00, 0xF0, 0xF, 0xF000))
    yield (
        header
        + bytes.fromhex("02000000 02000000 0100 1000 03000000")
        + bytes(20)
        + masks
        + noise.tobytes()[:8]
    )


CHUNKS = (b"tEXt", b"zTXt", b"iTXt", b"iCCP", b"cICP", b"gAMA", b"cHRM", b"eXIf", b"tRNS", b"acTL")


def png_chunks(data: bytes) -> None:
    """A sound picture with one chunk more, before and after its pixels: the first byte chooses its
    name, the rest is its content."""
    chunk = png_chunk(CHUNKS[(data or b"\0")[0] % len(CHUNKS)], data[1:])
    sound = png(1, 8, 2, b"\0\1\2\3")
    for whole in (sound[:33] + chunk + sound[33:], sound[:-12] + chunk + sound[-12:]):
        with file_of(whole, "a.png") as path:
            settings_of(path)
            document = open_picture(path).document
            assert document.extent.bounds.area == 1
            write_picture(document, path)
            assert open_picture(path).document.metadata == document.metadata


def chunk_contents() -> Seeds:
    packed = zlib.compress(b"a hat\nSteps: 20, Sampler: DDIM, Seed: 5")
    yield b"\0parameters\0a hat\nSteps: 20, Sampler: DDIM, Seed: 5"
    yield b"\1parameters\0\0" + packed
    yield b"\2parameters\0\1\0en\0words\0" + packed
    yield b"\2XML:com.adobe.xmp\0\0\0\0\0<x/>"
    yield b"\1Raw profile type exif\0\0" + zlib.compress(b"\nexif\n 8\n4949002a08000000")
    yield b"\3a\0\0" + zlib.compress(next(profiles()))
    yield b"\4\x0c\x0d\0\1"


def exif_block(data: bytes) -> None:
    half = len(data) // 2
    found = metadata_of({"xmp": data[half:], "dpi": (data[:1], 2)}, data, is_turned=True)
    for metadata in (found, Metadata(exif=data, xmp=data)):
        without_location(metadata)


def exif_blocks() -> Seeds:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x011A] = 6, "words", 300.0
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8769)[0xA002] = 7
    yield exif.tobytes()[6:]
    yield (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:e="http://ns.adobe.com/exif/1.0/">'
        b"<e:GPSLatitude>1</e:GPSLatitude></x:xmpmeta>"
    )


def profile(data: bytes) -> None:
    for mode in ("L", "CMYK", "RGB"):
        in_srgb(Image.new(mode, (2, 2)), data)


def profiles() -> Seeds:
    yield ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def photoshop(data: bytes) -> None:
    use(read_photoshop(io.BytesIO(data), "a.psd"))


def photoshop_files() -> Seeds:
    folder = Path(__file__).parent.parent / "core" / "files" / "layered" / "psd"
    for path in sorted(folder.glob("magick-*")):
        yield path.read_bytes()


def any_document(data: bytes) -> None:
    with file_of(data, "a") as path:
        use(open_document(path))


def documents() -> Seeds:
    for seeds in (pictures, photoshop_files, projects):
        yield next(seeds())


ENTRIES = {
    "stack_entry": "stack.xml",
    "state": "glide/state.json",
    "edit": "glide/edit1.json",
    "layer": "data/layer0.png",
}
DOCUMENT_TARGETS: dict[str, Target] = {
    "project": Target(project, (PictureError,), projects),
    **{
        name: Target(entry_of_project(entry), (PictureError,), entries_called(entry))
        for name, entry in ENTRIES.items()
    },
    "stack_xml": Target(stack_xml, (StackError,), entries_called("stack.xml")),
    "journal": Target(journal, (JournalError, sqlite3.Error), journal_files),
    "journal_rows": Target(journal_rows, (JournalError, sqlite3.Error), cells),
    "picture": Target(picture, (PictureError,), pictures),
    "png_chunks": Target(png_chunks, (), chunk_contents),
    "exif": Target(exif_block, (), exif_blocks),
    "profile": Target(profile, (ProfileError,), profiles),
    "photoshop": Target(photoshop, (PictureError,), photoshop_files),
    "document": Target(any_document, (PictureError,), documents),
}
