"""Everything in the studio that reads what comes from outside, as functions of bytes.

A target may raise its `declared` errors, and nothing else; it must be done within seconds.
"""

import contextlib
import io
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageCms

from glide_studio.cli.main import FAILED, main
from glide_studio.core.document.accepting import accept
from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.metadata import Metadata
from glide_studio.core.files.documents import open_document
from glide_studio.core.files.embedded import metadata_of, without_location
from glide_studio.core.files.journal import Journal, journals
from glide_studio.core.files.journal_records import JournalError, Snapshot
from glide_studio.core.files.openraster import openraster
from glide_studio.core.files.openraster_reading import read_openraster
from glide_studio.core.files.photoshop import read_photoshop
from glide_studio.core.files.pictures import open_picture
from glide_studio.core.files.project import Opened, Project
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.files.stack_xml import StackError, built, parsed
from glide_studio.core.geometry import Rect
from glide_studio.core.modes.modes import Mode
from glide_studio.core.paint.palette import Palette, PaletteError, read_palette
from glide_studio.core.raster.colour_profile import ProfileError, in_srgb
from glide_studio.core.request.installed import read_card
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.wildcards import has_wildcards, resolve, resolved
from glide_studio.core.sentence import ArtistError
from glide_studio.engine.checkpoint import ModelError, load_clip, load_model, save_model
from glide_studio.engine.clip import ClipSpec
from glide_studio.engine.networks import network_of
from glide_studio.engine.precision import MeasuredErrors
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.tokenizer import ClipTokenizer, Tokenizer
from glide_studio.session.prompt_book import PromptBook
from glide_studio.session.word_lists import WordLists
from tests.fakes import CAPABILITIES, request_of, settings, text_request

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
    folder = Path(__file__).parent.parent / "core" / "files" / "psd"
    for path in sorted(folder.glob("magick-*")):
        yield path.read_bytes()


def any_document(data: bytes) -> None:
    with file_of(data, "a") as path:
        use(open_document(path))


def documents() -> Seeds:
    for seeds in (pictures, photoshop_files, projects):
        yield next(seeds())


# --- the artist's small files


def palette(data: bytes) -> None:
    with file_of(data, "a.gpl") as path:
        Palette.from_gpl(read_palette(path).to_gpl())


def palettes() -> Seeds:
    yield b"GIMP Palette\nName: Sea\nColumns: 3\n#\n  0  40 255\tBlue\n255 255 255\n"


def prompt_book(data: bytes) -> None:
    with file_of(data, "prompts.json") as path:
        book = PromptBook(path)
        book.found("red")
        book.remember(book.prompts[0].text if book.prompts else "a red apple")
        assert len(PromptBook(path).prompts) == len(book.prompts)  # lone surrogates become “?”


def prompt_books() -> Seeds:
    yield (
        b'{"prompts": [{"text": "a hat", "favourite": true, "negative": "x"}],'
        b' "styles": [{"name": "Oil", "template": "oil of {prompt}"}]}'
    )


def word_list(data: bytes) -> None:
    with file_of(data, "colour.txt") as path:
        resolve("a __colour__ {apple|pear}", 1, WordLists(folder=path.parent).lines)


def word_lists() -> Seeds:
    yield b"red\n# no\n{dark |}blue\n__colour__\n"


def prompt(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    if has_wildcards(text):
        resolve(text, 3, lambda name: [text, name])
    made = Settings(text, "starter", negative_prompt=text)
    tokenizer, clip_tokenizer = tokenizers()
    for each in resolved(made, lambda name: [name, "red"]):
        tokenizer.padded(each.prompt)
        tokenizer.measure(each.prompt)
        clip_tokenizer.padded(each.prompt)


@cache
def tokenizers() -> tuple[Tokenizer, ClipTokenizer]:
    return Tokenizer(), ClipTokenizer()


def prompts() -> Seeds:
    yield "a {red|blue} __colour__ apple, 日本 👩\u200d🎤 \u202e\0".encode()


def model_card(data: bytes) -> None:
    card, capabilities = read_card(data.decode("utf-8", "surrogateescape"))
    card.unknown_words("a red apple", 3)
    card.completions("a re")
    with contextlib.suppress(RequestError):
        capabilities.check(request_of(masked_document(), Mode.SKETCH))
    assert capabilities.upscale_factor >= 0
    assert capabilities.max_upscale_side >= 0


def model_cards() -> Seeds:
    import msgspec

    card = {
        "summary": "words",
        "nouns": ["apple"],
        "colours": ["red"],
        "places": ["on the grass"],
        "capabilities": CAPABILITIES,
    }
    yield msgspec.json.encode(card)


def request(data: bytes) -> None:
    made = GenerationRequest.from_json(data)
    GenerationRequest.from_json(made.to_json())
    with contextlib.suppress(RequestError):
        CAPABILITIES.check(made)


def requests() -> Seeds:
    yield request_of(masked_document(), Mode.INPAINT, prompt="a hat").to_json()
    yield text_request().to_json()


def measured_errors(data: bytes) -> None:
    import torch

    with file_of(data, "precision.json") as path:
        errors = MeasuredErrors(None, path)
        errors.get("a", torch.device("cpu"), "float32")
        errors.add("a", torch.device("cpu"), "float32", 0.5)


def error_files() -> Seeds:
    yield b'{"float32, kernels 1, torch 2, cpu: ab": 0.003}'


# --- networks


def safetensors(data: bytes) -> None:
    with file_of(data, "base.safetensors") as path:
        for load in (load_model, load_clip):
            with contextlib.suppress(ModelError):
                load(path)


def networks() -> Seeds:
    spec = ModelSpec(
        "base",
        8,
        8,
        1,
        (1,),
        (),
        8,
        8,
        text_ctx=4,
        xf_width=8,
        xf_layers=1,
        xf_heads=1,
        vocab_size=9,
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.safetensors"
        save_model(network_of(spec), path)
        yield path.read_bytes()


def spec(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    with contextlib.suppress(ValueError):
        ClipSpec.from_json(text)
    with_header(text)


def with_header(text: str) -> None:
    """A safetensors file that is nothing but a spec."""
    import json

    header = json.dumps({"__metadata__": {"spec": text}}).encode()
    safetensors(len(header).to_bytes(8, "little") + header)


def specs() -> Seeds:
    yield ModelSpec("base").to_json().encode()
    yield ModelSpec("upsample", prediction="v", residual=True, token_ids=(1, 2)).to_json().encode()


def released(data: bytes) -> None:
    with file_of(data, "base.pt") as path:
        load_model(path)


def released_files() -> Seeds:
    import torch

    file = io.BytesIO()
    torch.save({"input_blocks.0.0.weight": torch.zeros(2, 3, 1, 1)}, file)
    yield file.getvalue()


# --- the command line

COMMANDS = ("generate", "inpaint", "outpaint", "sketch", "upscale", "models")


def command_line(data: bytes) -> None:
    """The first byte chooses the command, the rest is its words, separated by zeros."""
    command = COMMANDS[(data or b"\0")[0] % len(COMMANDS)]
    words = [word.decode("utf-8", "surrogateescape") for word in data[1:].split(b"\0")]
    words = [word for word in words if word not in ("--model", "--output", "-o")]
    with file_of(next(pictures()), "in.png") as path, contextlib.chdir(path.parent):
        image = ["in.png"] if command in ("inpaint", "outpaint", "sketch", "upscale") else []
        target = ["--model", "absent", "-o", "out.png"] if command != "models" else []
        quiet = io.TextIOWrapper(io.BytesIO(), "ascii", "backslashreplace")
        with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
            try:
                status = main([command, *target, *image, *words])
            except SystemExit:
                return
            quiet.flush()
        said = quiet.detach().getvalue()
    assert status != FAILED, said


def command_lines() -> Seeds:
    yield b"\0a red apple\0--seed\0007\0--steps\000ddim50\0--guidance\0003.5\0--count\0002"
    yield b"\2a room\0--left\000200\0--guidance-interval\000200,999\0--sampler\0unipc"
    yield b"\3a hat\0--strength\0000.5\0--negative\0x\0--clip-guidance\0001\0--preset\0normal"


ENTRIES = {
    "stack_entry": "stack.xml",
    "state": "glide/state.json",
    "edit": "glide/edit1.json",
    "layer": "data/layer0.png",
}
TARGETS: dict[str, Target] = {
    "project": Target(project, (PictureError,), projects),
    **{
        name: Target(entry_of_project(entry), (PictureError,), entries_called(entry))
        for name, entry in ENTRIES.items()
    },
    "stack_xml": Target(stack_xml, (StackError,), entries_called("stack.xml")),
    "journal": Target(journal, (JournalError, sqlite3.Error), journal_files),
    "journal_rows": Target(journal_rows, (JournalError, sqlite3.Error), cells),
    "picture": Target(picture, (PictureError,), pictures),
    "exif": Target(exif_block, (), exif_blocks),
    "profile": Target(profile, (ProfileError,), profiles),
    "photoshop": Target(photoshop, (PictureError,), photoshop_files),
    "document": Target(any_document, (PictureError,), documents),
    "palette": Target(palette, (PaletteError,), palettes),
    "prompt_book": Target(prompt_book, (), prompt_books),
    "word_list": Target(word_list, (RequestError,), word_lists),
    "prompt": Target(prompt, (RequestError,), prompts),
    "model_card": Target(model_card, (ValueError,), model_cards),
    "request": Target(request, (RequestError,), requests),
    "measured_errors": Target(measured_errors, (), error_files),
    "safetensors": Target(safetensors, (ModelError,), networks),
    "spec": Target(spec, (ModelError,), specs),
    "released": Target(released, (ModelError,), released_files),
    "command_line": Target(command_line, (ArtistError,), command_lines),
}
