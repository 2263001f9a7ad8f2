"""Everything in the studio that reads what comes from outside, as functions of bytes.

A target may raise its `declared` errors, and nothing else; it must be done within seconds.
"""

import contextlib
import io
import tempfile
from functools import cache
from pathlib import Path

from glide_studio.cli.main import FAILED, main
from glide_studio.core.modes.modes import Mode
from glide_studio.core.paint.palette import Palette, PaletteError, read_palette
from glide_studio.core.paint.stroke import Brush
from glide_studio.core.request.installed import read_card
from glide_studio.core.request.request import GenerationRequest
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.wildcards import has_wildcards, resolve, resolved
from glide_studio.core.sentence import ArtistError
from glide_studio.engine.checkpoint import load_clip, load_model, save_model
from glide_studio.engine.clip import ClipSpec
from glide_studio.engine.importing import import_checkpoints
from glide_studio.engine.networks import network_of
from glide_studio.engine.precision import MeasuredErrors
from glide_studio.engine.recognition import ModelError
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.tokenizer import ClipTokenizer, Tokenizer
from glide_studio.library.control import Control
from glide_studio.session.brush_presets import BrushPreset, BrushPresets
from glide_studio.session.prompt_book import PromptBook
from glide_studio.session.word_lists import WordLists
from tests.fakes import CAPABILITIES, request_of, text_request
from tests.fuzz.document_targets import (
    DOCUMENT_TARGETS,
    Seeds,
    Target,
    file_of,
    masked_document,
    pictures,
)

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


def brush_presets(data: bytes) -> None:
    with file_of(data, "brushes.json") as path:
        presets = BrushPresets(path)
        presets.rename(presets.save(Brush(9, 1)), "Mine")
        assert BrushPresets(path).value == presets.value


def brush_preset_files() -> Seeds:
    yield BrushPresets().encode((BrushPreset("Chalk", Brush(9, 0.5, depth=0.2)),))


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
    card, rest = read_card(data.decode("utf-8", "surrogateescape"))
    capabilities = rest.capabilities
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


def checkpoint(data: bytes) -> None:
    """A file of anybody's is imported."""
    with file_of(data, "a.pt") as path:
        import_checkpoints([path], path.parent / "out", "float32", Control(), lambda _: None)


def checkpoints() -> Seeds:
    import torch
    from safetensors.torch import save

    # Too few for a network: a whole one would take too long.
    names = ("input_blocks.0.0.weight", "token_embedding.weight", "blocks.input.w_t")
    tensors = {name: torch.zeros(2, 3, 1, 1) for name in names}
    for names_kept, zipped in ((2, True), (2, False), (1, True), (3, False)):
        some = dict([*tensors.items()][-names_kept:])
        file = io.BytesIO()
        state = {"step": 3, "lr": 0.5, "note": "a", "model": some}
        torch.save(state, file, _use_new_zipfile_serialization=zipped)
        yield file.getvalue()
        yield save(some, {"spec": ModelSpec("base").to_json()} if zipped else None)


# --- the command line

COMMANDS = ("generate", "inpaint", "outpaint", "sketch", "upscale", "models")


def command_line(data: bytes) -> None:
    """The first byte chooses the command, the rest is its words, separated by zeros."""
    command = COMMANDS[(data or b"\0")[0] % len(COMMANDS)]
    words = [word.decode("utf-8", "surrogateescape") for word in data[1:].split(b"\0")]
    # What would write elsewhere, use another model or download.
    forbidden = ("--model", "--output", "-o", "install", "import")
    words = [word for word in words if word not in forbidden]
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


TARGETS: dict[str, Target] = DOCUMENT_TARGETS | {
    "palette": Target(palette, (PaletteError,), palettes),
    "prompt_book": Target(prompt_book, (), prompt_books),
    "brush_presets": Target(brush_presets, (), brush_preset_files),
    "word_list": Target(word_list, (RequestError,), word_lists),
    "prompt": Target(prompt, (RequestError,), prompts),
    "model_card": Target(model_card, (ValueError,), model_cards),
    "request": Target(request, (RequestError,), requests),
    "measured_errors": Target(measured_errors, (), error_files),
    "safetensors": Target(safetensors, (ModelError,), networks),
    "spec": Target(spec, (ModelError,), specs),
    "checkpoint": Target(checkpoint, (ModelError,), checkpoints),
    "command_line": Target(command_line, (ArtistError,), command_lines),
}
