"""The judge: a classifier of noun, colour, place and count that evaluates generated pictures.

It is trained on scenes of the same recipe as the generators, but with other seeds, mirrored,
blurred, cropped and noisy, and on cut-outs of every style: those of the generators, flat, cartoon,
and views of 3D models. An independent judge never saw the generators' own cut-outs: what it
recognises has the shape of its noun, and not only the look of one picture of it.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from glide_studio.engine.inputs import to_signal
from glide_studio.training.captions import Words
from glide_studio.training.pack import Pack, pack_nouns
from glide_studio.training.scenes import Framing, SceneRecipe
from glide_studio.training.vocabulary import COLOURS, ELSEWHERE, STYLE_PHRASES, Vocabulary

SIZE = 64
OWN_COLOUR = "own"
COUNTS = ("none", "one", "two", "three")
_WIDTHS = (3, 32, 64, 96, 128)
_BATCH = 32  # twice as many take almost three times as long: they do not fit the CPU's cache
_LEARNING_RATE = 5e-3
_NOUN_WEIGHT = 3.0
"""Weight of the nouns in the loss: they take most of the training."""
_ANSWERS = "answers"
_IGNORED = -100  # cross_entropy's ignore_index
_SEED = 0x6A756467  # no training draws from it


@dataclass(frozen=True)
class Verdict:
    """The judge's answers for each of B pictures, as indices into its `answers`, and features.

    `named_colour` is the likeliest of the colours with a name: a red apple has its own colour too.
    """

    noun: Tensor
    colour: Tensor
    named_colour: Tensor
    place: Tensor
    count: Tensor
    features: Tensor


class Judge(nn.Module):
    """Maps (B, 3, 64, 64) pictures in [-1, 1] to logits for each of noun, colour, place and count;
    `features`, (B, 256), are the input of its last layer."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.answers: dict[str, tuple[str, ...]] = {
            "noun": tuple(vocabulary.nouns),
            "colour": (OWN_COLOUR, *COLOURS),
            "place": vocabulary.places,
            "count": COUNTS,
        }
        self.stages = nn.Sequential(*(_stage(narrow, wide) for narrow, wide in pairwise(_WIDTHS)))
        self.head = nn.Linear(2 * _WIDTHS[-1], sum(map(len, self.answers.values())))

    def features(self, x: Tensor) -> Tensor:
        grid = self.stages(x)
        return torch.cat([grid.amax((2, 3)), grid.mean((2, 3))], dim=1)

    def forward(self, x: Tensor) -> list[Tensor]:
        return self._logits(self.features(x))

    def _logits(self, features: Tensor) -> list[Tensor]:
        sizes = [len(answers) for answers in self.answers.values()]
        return list(self.head(features).split(sizes, dim=1))

    @torch.no_grad()
    def verdict(self, pictures: list[np.ndarray]) -> Verdict:
        """The verdict on (H, W, 3) uint8 pictures, which are resized to 64 x 64."""
        features = self.features(to_signal([_resized(picture) for picture in pictures]))
        logits = self._logits(features)
        noun, colour, place, count = (part.argmax(1) for part in logits)
        named_colour = 1 + logits[1][:, 1:].argmax(1)  # OWN_COLOUR is the first
        return Verdict(noun, colour, named_colour, place, count, features)

    def right(self, pictures: list[np.ndarray], words: list[Words]) -> dict[str, Tensor]:
        """Whether each answer is that of the words, (B,) bool, or where they give none, False.

        Where the words name a colour, it is asked for among those with a name.
        """
        verdict = self.verdict(pictures)
        labels = torch.tensor([self.label(each) for each in words])
        right = {
            name: getattr(verdict, name) == label
            for name, label in zip(self.answers, labels.T, strict=True)
        }
        right["colour"] |= verdict.named_colour == labels[:, 1]
        return right

    def label(self, words: Words) -> tuple[int, int, int, int]:
        """Indices of a scene's noun, colour, place and count in `answers`."""
        subject = words.subject
        place = self.answers["place"].index(words.place) if words.place != ELSEWHERE else _IGNORED
        noun = self.answers["noun"].index(subject.noun) if subject.count else _IGNORED
        colour = self.answers["colour"].index(subject.colour or OWN_COLOUR)
        return noun, colour if subject.count else _IGNORED, place, subject.count


def _stage(narrow: int, wide: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(narrow, wide, 3, stride=2, padding=1),
        nn.BatchNorm2d(wide),
        nn.ReLU(),
        nn.Conv2d(wide, wide, 3, padding=1),
        nn.BatchNorm2d(wide),
        nn.ReLU(),
    )


def _resized(picture: np.ndarray) -> np.ndarray:
    if picture.shape[:2] == (SIZE, SIZE):
        return picture
    shrinks = picture.shape[0] > SIZE
    method = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return cv2.resize(picture, (SIZE, SIZE), interpolation=method)


def every_style(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary that a judge is trained on: cut-outs of all styles, including the held-out
    pairs."""
    return replace(vocabulary, styles=tuple(STYLE_PHRASES), held_out=frozenset())


def other_styles(vocabulary: Vocabulary, pack_path: Path) -> Vocabulary | None:
    """What an independent judge is trained on: the styles that `vocabulary` has not, and the nouns
    of which the pack has cut-outs in one of them; None if there are fewer than two."""
    styles = tuple(style for style in STYLE_PHRASES if style not in vocabulary.styles)
    present = set(pack_nouns(pack_path, styles))
    nouns = {noun: name for noun, name in vocabulary.nouns.items() if name in present}
    if len(nouns) < 2:
        return None
    return replace(vocabulary, nouns=nouns, styles=styles, held_out=frozenset())


_CENTRED = Framing((0.45, 0.72), (0.4, 0.6), (0.8, 0.93))
_ANYWHERE = Framing((0.22, 0.8), (0.15, 0.85), (0.15, 0.85), by_middle=True)
"""Wider than what the generators learn: a judge must not depend on where they draw."""


class JudgeScenes:
    """Labelled 64 x 64 pictures of a vocabulary, in all of its styles equally often."""

    def __init__(self, pack_path: Path, vocabulary: Vocabulary) -> None:
        pack = Pack(pack_path, set(vocabulary.nouns.values()), vocabulary.styles, 96)
        self._recipe = SceneRecipe(pack, vocabulary, 96)
        self._openings = [STYLE_PHRASES[style][0] for style in vocabulary.styles]

    def compose(self, words: Words, rng: np.random.Generator) -> np.ndarray:
        """A scene of the given words without augmentation, (96, 96, 3) uint8."""
        return self._recipe.compose(words, rng).picture

    def sample(self, rng: np.random.Generator) -> tuple[np.ndarray, Words]:
        """A scene of random words, (64, 64, 3) uint8, augmented to look like a network's."""
        framing = _CENTRED if rng.random() < 0.7 else _ANYWHERE
        words = self._recipe.sample_words(rng)
        if framing is _ANYWHERE and rng.random() < 0.5:
            words = replace(words, place=ELSEWHERE)
        count = int(rng.choice(4, p=(0.1, 0.78, 0.07, 0.05)))
        style = str(rng.choice(self._openings))  # it decides the style of the cut-out
        words = replace(words, subject=replace(words.subject, count=count), opening=style)
        scene = self._recipe.compose(words, rng, framing)
        picture = scene.picture
        if framing is _ANYWHERE and count < 2:  # as an inpainted area and its surroundings look
            whole = np.full_like(scene.object_mask, 255)
            picture = (
                around(picture, scene.object_mask, rng.uniform(1.1, 1.8))
                if count
                else around(picture, whole, rng.uniform(0.3, 1))
            )
            words = replace(words, place=ELSEWHERE)  # the crop may show too little of it
        return _augmented(picture, rng), words


def around(picture: np.ndarray, mask: np.ndarray, margin: float) -> np.ndarray:
    """The square of a picture around the masked area, with a side of `margin` times the area's
    longer side."""
    x, y, width, height = cv2.boundingRect(mask)
    side = min(*picture.shape[:2], max(8, round(margin * max(width, height))))
    left = int(np.clip(x + width / 2 - side / 2, 0, picture.shape[1] - side))
    top = int(np.clip(y + height / 2 - side / 2, 0, picture.shape[0] - side))
    return picture[top : top + side, left : left + side]


def _augmented(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """`picture`, randomly mirrored, blurred and noisy, as a network may draw; (64, 64, 3) uint8."""
    if rng.random() < 0.5:
        picture = picture[:, ::-1]
    coarse = int(rng.integers(24, SIZE + 1))
    if rng.random() < 0.6:
        picture = cv2.resize(picture, (coarse, coarse), interpolation=cv2.INTER_AREA)
    result: np.ndarray = _resized(picture).astype(np.float32)
    if rng.random() < 0.3:
        result = cv2.GaussianBlur(result, (0, 0), rng.uniform(0.4, 1.2))
    result = result * rng.uniform(0.9, 1.1) + rng.normal(0, rng.uniform(0, 12), result.shape)
    return np.clip(result, 0, 255).astype(np.uint8)


def _batches(scenes: JudgeScenes, judge: Judge) -> Iterator[tuple[Tensor, Tensor]]:
    rng = np.random.default_rng(_SEED)
    while True:
        drawn = [scenes.sample(rng) for _ in range(_BATCH)]
        labels = torch.tensor([judge.label(words) for _, words in drawn])
        yield to_signal([picture for picture, _ in drawn]), labels


def train_judge(
    pack_path: Path, vocabulary: Vocabulary, steps: int, report: Callable[[str], None]
) -> Judge:
    """Train a judge on `steps` batches of scenes and report its accuracy on unseen scenes; returns
    it in evaluation mode. The cut-outs are of the styles of `vocabulary`."""
    torch.manual_seed(_SEED)
    judge = Judge(vocabulary).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimizer = torch.optim.AdamW(judge.parameters(), _LEARNING_RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _LEARNING_RATE, steps)
    weights = torch.tensor([_NOUN_WEIGHT, 1, 1, 1])
    scenes = JudgeScenes(pack_path, vocabulary)
    for step, (x, labels) in enumerate(islice(_batches(scenes, judge), steps)):
        errors = [
            F.cross_entropy(part, labels[:, i], ignore_index=_IGNORED)
            for i, part in enumerate(judge(x))
        ]
        loss = weights @ torch.stack(errors)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if step % 50 == 0:
            report(f"judge: {step} of {steps} steps, loss {loss.item():.3f}")
    judge.to(memory_format=torch.contiguous_format).eval().requires_grad_(False)
    rights = accuracy(judge, scenes, 200)
    report("judge: right on " + ", ".join(f"{name} {share:.1%}" for name, share in rights.items()))
    return judge


def accuracy(judge: Judge, scenes: JudgeScenes, pictures: int) -> dict[str, float]:
    """The accuracy of each answer on new scenes, augmented as in training."""
    rng = np.random.default_rng(_SEED + 1)
    drawn, words = zip(*(scenes.sample(rng) for _ in range(pictures)), strict=True)
    asked = torch.tensor([judge.label(each) for each in words]).T != _IGNORED
    rights = judge.right(list(drawn), list(words))
    return {
        name: float(right[known].float().mean())
        for (name, right), known in zip(rights.items(), asked, strict=True)
    }


def save_judge(judge: Judge, path: Path) -> None:
    save_file(judge.state_dict(), path, {_ANSWERS: json.dumps(judge.answers)})


def load_judge(path: Path, vocabulary: Vocabulary) -> Judge:
    """Raises RuntimeError when the file holds the judge of another vocabulary, or none."""
    judge = Judge(vocabulary)
    try:
        with safe_open(path, "pt") as file:
            answers = (file.metadata() or {}).get(_ANSWERS, "")
            weights = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except SafetensorError as error:
        raise RuntimeError(f"{path} is no file of weights.") from error
    if answers != json.dumps(judge.answers):
        raise RuntimeError(f"{path} judges another vocabulary.")
    judge.load_state_dict(weights)
    return judge.eval().requires_grad_(False)
