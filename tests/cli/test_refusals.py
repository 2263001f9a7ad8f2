"""Invalid input is refused in one sentence, before anything slow is imported."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import APPLE, Run, listing


def typed(value: Any) -> str:
    """The name of a case: the command line."""
    return " ".join(value) if isinstance(value, tuple) else ""


GENERATE = ("generate", APPLE, "-o", "out.png")
INPAINT = ("inpaint", "room.png", APPLE, "-o", "out.png", "--mask", "mask.png")
REGION = ("inpaint", "room.png", "-o", "out.png", "--region")
OUTPAINT = ("outpaint", "room.png", APPLE, "-o", "out.png")
SKETCH = ("sketch", "room.png", APPLE, "-o", "out.png")
TRAIN = ("train", "base", "--data", "pack.zip", "--out", "run")
EVALUATE = ("evaluate", "starter", "--data", "pack.zip", "--out", "out")
BLENDS = ("evaluate", "blends", *EVALUATE[2:])
HIT_RATE = ("evaluate", "hit-rate", *EVALUATE[2:])
SAMPLERS = ("evaluate", "samplers", *EVALUATE[2:])


def check_refusal(run: Run, folder: Path, words: tuple[str, ...], names: str) -> None:
    """The command line is refused, and changes no file."""
    before = listing(folder)
    run(*words).check_failure(names)
    assert listing(folder) == before


@pytest.mark.usefixtures("no_engine")
def test_serving_without_ray_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "ray" else find(name)
    )
    run("serve").check_failure("ray", "pip install glide-studio[pool]")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    run("serve").check_failure("not part of this installer", "glide-studio[pool]")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("generate",), "PROMPT"),
        (("generate", APPLE), "--output"),
        ((*GENERATE, "--sede", "1"), "--sede"),
        ((*GENERATE, "--prompts", "notes.txt", "--out", "new"), "either"),
        ((*GENERATE, "--out", "new"), "--output"),
        (("generate", "--prompts", "notes.txt"), "--out"),
        (("generate", "--prompts", "absent.txt", "--out", "new"), "absent.txt"),
        (("generate", "--prompts", "room.png", "--out", "new"), "room.png"),
        (("generate", "--prompts", "training", "--out", "new"), "training"),
        (("generate", "--prompts", "notes.txt", "--out", "room.png"), "room.png"),
        ((*GENERATE, "--pool", "http://render.studio"), "not be encrypted"),
        ((*GENERATE, "--pool", "a b"), "“a b”"),
        ((*GENERATE, "--pool", "127.0.0.1:9", "--token-file", "absent.txt"), "absent.txt"),
        ((*GENERATE, "--pool", "127.0.0.1:9"), "cannot be reached"),
        (("serve", "--workers", "0"), "--workers"),
        (("serve", "--listen", "here:there"), "here:there"),
        (("serve", "--listen", "0.0.0.0:7421"), "--token-file"),
        (("serve", "--listen", "0.0.0.0:7421", "--token-file", "notes.txt"), "16"),
        (("serve", "--listen", "0.0.0.0:7421", "--token-file", "token.txt"), "--certificate"),
        (("serve", "--certificate", "notes.txt"), "--key"),
        (("serve", "--certificate", "notes.txt", "--key", "notes.txt"), "certificate"),
        (("serve", "--address", "10.0.0.5:6379"), "RAY_USE_TLS"),
        (("generate", "  ", "-o", "out.png"), "prompt"),
        (("generate", "", "-o", "out.png"), "prompt"),
        ((*GENERATE, "--seed", "-1"), "seed"),
        ((*GENERATE, "--seed", "4294967296"), "seed"),
        ((*GENERATE, "--seed", "dice"), "seed"),
        ((*GENERATE, "--count", "0"), "number of pictures"),
        ((*GENERATE, "--count", "2.5"), "--count"),
        ((*GENERATE, "--guidance", "nan"), "guidance"),
        ((*GENERATE, "--guidance", "31"), "guidance"),
        ((*GENERATE, "--clip-guidance", "-1"), "CLIP guidance"),
        ((*GENERATE, "--guidance-interval", "800,100"), "interval"),
        ((*GENERATE, "--guidance-interval", "late"), "interval"),
        ((*GENERATE, "--steps", "0"), "steps"),
        ((*GENERATE, "--steps", "many"), "steps"),
        ((*GENERATE, "--steps", "ddim60"), "ddim60"),
        ((*GENERATE, "--upsample-steps", "1001"), "steps"),
        ((*GENERATE, "--upsample-steps", "5", "--base-only"), "--base-only"),
        ((*GENERATE, "--sampler", "euler"), "or unipc"),
        ((*GENERATE, "--device", "tpu"), "“tpu”"),
        (("generate", APPLE, "-o", "out.gif"), "out.gif"),
        (("generate", APPLE, "-o", "out"), "out"),
        (("generate", APPLE, "-o", ""), "cannot be saved"),
        (("generate", APPLE, "-o", "absent/out.png"), "absent"),
        (("generate", APPLE, "-o", "."), "cannot be saved"),
        (("generate", APPLE, "-o", "..", "--count", "2"), "cannot be saved"),
        (("generate", APPLE, "-o", "a\0.png"), "cannot be the name"),
        (("generate", APPLE, "-o", f"{'a' * 300}.png"), "too long"),
        (("generate", "a \udcff hat", "-o", "out.png"), "invalid characters"),
        (("generate", "{" * 3000, "-o", "out.png"), "too long"),
        (("generate", APPLE, "-o", "out.png", "--seed", "9" * 5000), "whole number"),
        (("generate", APPLE, "-o", "out.png", "--guidance", "nan"), "guidance"),
        (("generate", APPLE, "-o", "out.png", "--steps", "0" * 5000), "steps"),
        (("inpaint", "a\0.png", *INPAINT[2:]), "does not exist"),
        (("inpaint", "a" * 300, *INPAINT[2:]), "aaa"),
        (("generate", APPLE, "-o", "notes.txt/out.png"), "notes.txt"),
        (("generate", APPLE, "-o", "folder.png"), "folder.png"),
        (("inpaint", "absent.png", *INPAINT[2:]), "absent.png"),
        (("inpaint", "notes.txt", *INPAINT[2:]), "notes.txt"),
        (("inpaint", "folder.png", *INPAINT[2:]), "folder.png"),
        ((*INPAINT, "--mask", "absent.png"), "absent.png"),
        ((*INPAINT, "--mask", "notes.txt"), "notes.txt"),
        ((*INPAINT, "--mask", "wide.png"), "41 x 30"),
        ((*INPAINT, "--mask", "black.png"), "black.png"),
        (INPAINT[:-2], "--mask"),
        ((*REGION, "black.png=a hat"), "black.png"),
        ((*REGION, "wide.png=a hat"), "41 x 30"),
        ((*REGION, "absent.png=a = b"), "absent.png"),
        ((*REGION, "a hat"), "MASK=PROMPT"),
        ((*REGION, "=a hat"), "MASK=PROMPT"),
        ((*REGION, "mask.png=a hat", "--mask", "mask.png"), "--mask"),
        ((*REGION, "mask.png=a hat", "--count", "2"), "--count"),
        ((*INPAINT[:-2], "--region", "mask.png=a hat"), "--region"),
        (("inpaint", "room.png", "-o", "out.png"), "--region"),
        ((*INPAINT, "-o", "absent/out.png"), "absent"),
        (OUTPAINT, "extend the canvas"),
        ((*OUTPAINT, "--left", "-1"), "whole number"),
        ((*OUTPAINT, "--left", "wide"), "whole number"),
        ((*OUTPAINT, "--left", "70000"), "at most"),
        (("sketch", "room.png", " ", *SKETCH[3:]), "prompt"),
        ((*SKETCH, "--strength", "1.5"), "strength"),
        ((*SKETCH, "--strength", "far"), "strength"),
        (("sketch", "notes.txt", *SKETCH[2:]), "notes.txt"),
        (("upscale", "large.png", "-o", "out.png"), "too large"),
        (("upscale", "room.png", "-o", "out.png", "--count", "2"), "--count"),
        (("models",), "list"),
        (("models", "remove"), "remove"),
        (("train", "poetry", *TRAIN[2:]), "poetry"),
        ((*TRAIN, "--data", "absent.zip"), "absent.zip"),
        ((*TRAIN, "--data", "notes.txt"), "notes.txt"),
        ((*TRAIN, "--out", "notes.txt"), "notes.txt"),
        ((*TRAIN, "--minutes", "0"), "minutes"),
        ((*TRAIN, "--minutes", "long"), "minutes"),
        ((*EVALUATE, "--data", "nowhere.zip"), "nowhere.zip"),
        ((*EVALUATE, "--pictures", "3"), "at least 8"),
        ((*EVALUATE, "--judge-steps", "some"), "whole"),
        ((*EVALUATE, "--model", "starter"), "--model"),
        ((*SAMPLERS, "--data", "nowhere.zip"), "nowhere.zip"),
        ((*SAMPLERS, "--pictures", "1"), "at least 2"),
        ((*BLENDS, "--pictures", "1"), "at least 4"),
        ((*BLENDS, "--clip", "clip.safetensors"), "--clip"),
        ((*HIT_RATE, "--pictures", "1"), "at least 2"),
        ((*HIT_RATE, "--clip", "clip.safetensors"), "--clip"),
        ((*SAMPLERS, "--pictures", "many"), "whole"),
        ((*SAMPLERS, "--clip", "clip.safetensors"), "--clip"),
        (("absent.png",), "absent.png"),
        (("open", "absent.png"), "absent.png"),
        (("--verbose",), "--verbose"),
    ],
    ids=typed,
)
@pytest.mark.usefixtures("no_engine")
def test_invalid_input_is_refused_in_one_sentence(
    words: tuple[str, ...], names: str, folder: Path, run: Run
) -> None:
    check_refusal(run, folder, words, names)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((*GENERATE, "--model", "huge"), "“huge”"),
        ((*GENERATE, "--device", "cuda" if sys.platform == "darwin" else "mps"), "device"),
        ((*TRAIN, "--config", "huge"), "small"),
        ((*TRAIN, "--out", "Training"), "--resume"),
        ((*EVALUATE, "--base", "nowhere.safetensors"), "nowhere.safetensors"),
        ((*SAMPLERS, "--model", "nothing"), "nothing"),
    ],
    ids=typed,
)
def test_refusals_by_the_engine_are_one_sentence_too(
    words: tuple[str, ...], names: str, folder: Path, run: Run
) -> None:
    check_refusal(run, folder, words, names)


@pytest.mark.usefixtures("folder", "no_engine")
def test_training_without_opencv_names_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cv2", None)
    run(*TRAIN).check_failure("pip install glide-studio[train]")
