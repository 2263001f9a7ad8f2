"""Byte-pair tokenizers of GLIDE (GPT-2's vocabulary) and of its noised CLIP (CLIP's own)."""

from importlib.resources import files

import torch
from tokenizers import Regex, models, normalizers, pre_tokenizers
from tokenizers import Tokenizer as BytePairs
from torch import Tensor

from glide_studio.core.request.prompt_length import PromptLength

_GPT2_END = 50256
_CLIP_START, _CLIP_END = 49406, 49407
_CLIP_WORDS = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"


def _byte_alphabet() -> list[str]:
    """The 256 byte symbols in the vocabularies' order: printable Latin-1 first, then the rest."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    return [chr(b) for b in printable] + [chr(0x100 + i) for i in range(256 - len(printable))]


def _merges(name: str) -> list[tuple[str, str]]:
    text = files("glide_studio.resources").joinpath("vocab", name).read_text(encoding="utf-8")
    pairs = [line.split(" ") for line in text.splitlines() if not line.startswith("#version")]
    return [(left, right) for left, right in pairs]


def _byte_pairs(symbols: list[str], merges: list[tuple[str, str]], **options: str) -> BytePairs:
    entries = symbols + [left + right for left, right in merges]
    vocab = {entry: index for index, entry in enumerate(entries)}
    return BytePairs(models.BPE(vocab=vocab, merges=merges, **options))


class Tokenizer:
    """GLIDE's caption tokenizer: text is lower-cased, then split by GPT-2's byte pairs."""

    def __init__(self) -> None:
        self._pairs = _byte_pairs(_byte_alphabet(), _merges("gpt2.bpe"))
        self._pairs.normalizer = normalizers.Lowercase()
        self._pairs.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)

    def encode(self, text: str) -> list[int]:
        """Vocabulary ids of the whole text, unpadded; the empty text has none."""
        return self._pairs.encode(text).ids

    def measure(self, text: str, text_ctx: int = 128) -> PromptLength:
        """The number of tokens in `text`, and how much of it the first `text_ctx` cover."""
        encoding = self._pairs.encode(text)
        read = encoding.offsets[text_ctx][0] if len(encoding.ids) > text_ctx else len(text)
        ends = [0, *(end for _, end in encoding.offsets)]
        starts = (max(span[0], end) for span, end in zip(encoding.offsets, ends, strict=False))
        pieces = tuple(text[start:end] for start, end in zip(starts, ends[1:], strict=True))
        return PromptLength(len(encoding.ids), text_ctx, read, pieces)

    def padded(self, text: str, text_ctx: int = 128) -> tuple[Tensor, Tensor]:
        """(1, text_ctx) int64 ids cut or padded to length, and the bool mask, False on padding."""
        ids = self.encode(text)[:text_ctx]
        padding = text_ctx - len(ids)
        tokens = torch.tensor([ids + [_GPT2_END] * padding])
        return tokens, torch.tensor([[True] * len(ids) + [False] * padding])


class ClipTokenizer:
    """The noised CLIP's tokenizer (Radford et al., arXiv 2103.00020)."""

    def __init__(self) -> None:
        alphabet = _byte_alphabet()
        symbols = alphabet + [symbol + "</w>" for symbol in alphabet]
        self._pairs = _byte_pairs(symbols, _merges("clip.bpe"), end_of_word_suffix="</w>")
        self._pairs.normalizer = normalizers.Sequence(
            [normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip(), normalizers.Lowercase()]
        )
        self._pairs.pre_tokenizer = pre_tokenizers.Sequence(
            [
                pre_tokenizers.Split(Regex(_CLIP_WORDS), "removed", invert=True),
                pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
            ]
        )

    def encode(self, text: str) -> list[int]:
        """Vocabulary ids of the text, without the start and end marks."""
        return self._pairs.encode(text).ids

    def padded(self, text: str, text_ctx: int = 77) -> tuple[Tensor, Tensor]:
        """(1, text_ctx) int64 ids with start and end marks, and (1,) their unpadded number."""
        ids = [_CLIP_START, *self.encode(text)[: text_ctx - 2], _CLIP_END]
        tokens = torch.tensor([ids + [0] * (text_ctx - len(ids))])
        return tokens, torch.tensor([len(ids)])
