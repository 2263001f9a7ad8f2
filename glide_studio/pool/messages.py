"""What goes over the network between a client and the server of a pool. All of it is data.

A request is the body of a POST in its saved form (`GenerationRequest.to_json`); the answer is a
sequence of messages in MessagePack, each after its length in four bytes.
"""

from collections.abc import Iterator

import msgspec
import numpy as np
from msgspec import Struct

from glide_studio.core.raster.raster import Pixels
from glide_studio.core.request.request import (
    GenerationRequest,
    Notice,
    Preview,
    Result,
    RunError,
)
from glide_studio.core.request.settings import RequestError
from glide_studio.core.sentence import ArtistError, Paragraph, Sentence

PROTOCOL = "2"
"""Raised with every change of this module."""

RUNS, STATE = "/runs", "/state"
VERSION, CLIENT, STEPS = "glide-version", "glide-client", "glide-steps"
"""Headers: program and protocol, whose run it is, and whether results come with their steps."""

WEIGHTS = "glide-weights"
"""The header with the fingerprint of the model's weights on the client's computer."""

DEFAULT_PORT = 7421
MAX_REQUEST = 64 * 2**20
"""Bytes that a request may have: a picture of 2048 x 2048 pixels to upscale has at most 17 MB."""

MAX_MESSAGE = 512 * 2**20
"""Bytes that a message may have: an upscaled picture of 8192 x 8192 pixels has 201 MB."""

HEARTBEAT = 0.25
"""Seconds until a server that has nothing else to send says that the run waits."""

LENGTH = 4


class MessageError(Exception):
    """Bytes that are no message."""


class Picture(Struct, frozen=True):
    """Pixels of (height, width) or (height, width, 3), uint8."""

    shape: tuple[int, ...]
    data: bytes

    @classmethod
    def of(cls, pixels: Pixels) -> "Picture":
        return cls(pixels.shape, pixels.tobytes())

    @property
    def pixels(self) -> Pixels:
        """Raises MessageError if the data do not fill the shape."""
        if len(self.shape) not in (2, 3) or min(self.shape) < 1:
            raise MessageError(f"no picture has the shape {self.shape}")
        try:
            return np.frombuffer(self.data, np.uint8).reshape(self.shape)
        except ValueError as error:
            raise MessageError(str(error)) from error


class Said(Struct, frozen=True):
    """A `Sentence`, or several."""

    template: str
    values: dict[str, str | int | float]

    @classmethod
    def all_of(cls, sentence: Sentence) -> "tuple[Said, ...]":
        if isinstance(sentence, Paragraph):
            return tuple(said for each in sentence.sentences for said in cls.all_of(each))
        values = {
            name: value if isinstance(value, int | float) else str(value)
            for name, value in sentence.values.items()
        }
        return (cls(sentence.template, values),)

    @property
    def sentence(self) -> Sentence:
        """Raises MessageError if the values do not fit the template."""
        sentence = Sentence.from_file(self.template)
        sentence.values = dict(self.values)
        try:
            str(sentence)
        except (AttributeError, LookupError, ValueError) as error:
            raise MessageError(f"a sentence that cannot be filled in: {error}") from error
        return sentence


class Step(Struct, frozen=True, tag="preview"):
    phase: str
    step: int
    total: int
    sample: int
    picture: Picture

    @classmethod
    def of(cls, preview: Preview) -> "Step":
        picture = Picture.of(preview.picture)
        return cls(preview.phase, preview.step, preview.total, preview.sample, picture)

    @property
    def preview(self) -> Preview:
        return Preview(self.phase, self.step, self.total, self.picture.pixels, self.sample)


class Made(Struct, frozen=True, tag="result"):
    """A `Result`, whose request the client knows."""

    sample: int
    picture: Picture
    matte: Picture | None
    match: float | None
    steps: tuple[Step, ...]

    @classmethod
    def of(cls, result: Result, with_steps: bool) -> "Made":
        matte = None if result.matte is None else Picture.of(result.matte)
        steps = tuple(map(Step.of, result.steps)) if with_steps else ()
        return cls(result.sample, Picture.of(result.picture), matte, result.match, steps)

    def result(self, request: GenerationRequest) -> Result:
        """The result of a run of `request`. Raises MessageError for a sample that it has not."""
        if not 0 <= self.sample < request.settings.count:
            raise MessageError(f"a run of {request.settings.count} has no sample {self.sample}")
        matte = None if self.matte is None else self.matte.pixels
        steps = tuple(step.preview for step in self.steps)
        single = request.for_sample(self.sample)
        return Result(single, self.picture.pixels, self.sample, matte, steps, self.match)


class Told(Struct, frozen=True, tag="notice"):
    sentences: tuple[Said, ...]

    @property
    def notice(self) -> Notice:
        return Notice(_joined(self.sentences))


class Failed(Struct, frozen=True, tag="error"):
    """The last message of a run that failed; `refused` if the request itself was at fault."""

    refused: bool
    sentences: tuple[Said, ...]

    @classmethod
    def of(cls, error: BaseException) -> "Failed":
        if isinstance(error, ArtistError):
            return cls(isinstance(error, RequestError), Said.all_of(error.sentence))
        detail = f"{error or 'no details'} ({type(error).__name__})".splitlines()[0]
        sentence = Sentence("The run failed on the cluster: {detail}.", detail=detail)
        return cls(False, Said.all_of(sentence))

    @property
    def error(self) -> ArtistError:
        return self.error_as(RequestError if self.refused else RunError)

    def error_as(self, kind: type[ArtistError]) -> ArtistError:
        """The error as one of a certain type."""
        error = kind("")
        error.sentence = _joined(self.sentences)
        return error


class Waiting(Struct, frozen=True, tag="waiting"):
    """Nothing new: `ahead` runs wait before this one; 0 while it is running."""

    ahead: int


class Done(Struct, frozen=True, tag="done"):
    """The last message of a run that succeeded."""


Message = Step | Made | Told | Failed | Waiting | Done


def _joined(sentences: tuple[Said, ...]) -> Sentence:
    return Paragraph([said.sentence for said in sentences])


def encoded(message: Message) -> bytes:
    return msgspec.msgpack.encode(message)


def framed(data: bytes) -> bytes:
    """An encoded message as it is sent."""
    return len(data).to_bytes(LENGTH, "big") + data


class Messages:
    """Puts the messages of an answer together from pieces of any size."""

    def __init__(self) -> None:
        self._data = bytearray()

    def feed(self, piece: bytes) -> Iterator[Message]:
        """The messages that are complete with `piece`. Raises MessageError."""
        self._data += piece
        while len(self._data) >= LENGTH:
            size = int.from_bytes(self._data[:LENGTH], "big")
            if size > MAX_MESSAGE:
                raise MessageError(f"a message of {size} bytes")
            if len(self._data) < LENGTH + size:
                return
            data = bytes(self._data[LENGTH : LENGTH + size])
            del self._data[: LENGTH + size]
            yield decoded(data)


def decoded(data: bytes) -> Message:
    """The message that `encoded` wrote. Raises MessageError for anything else."""
    try:
        return msgspec.msgpack.decode(data, type=Message)
    except (msgspec.DecodeError, RecursionError) as error:
        raise MessageError(str(error)) from error
