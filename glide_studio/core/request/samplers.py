"""The samplers by name; the engine implements them."""

from enum import StrEnum
from typing import Self


class Sampler(StrEnum):
    """A sampler by its name in requests, in the window and on the command line.

    `spacing` is the prefix that a plain number of steps gets in a `Sampling`: "" is even, "logsnr"
    even in noise level. The function of each sampler is in `engine/samplers.py`.
    """

    spacing: str

    def __new__(cls, name: str, spacing: str = "") -> Self:
        sampler = str.__new__(cls, name)
        sampler._value_ = name
        sampler.spacing = spacing
        return sampler

    DDPM = "ddpm"
    DDIM = "ddim"
    PLMS = "plms"
    DPMPP_2M = "dpm++2m", "logsnr"
    DPMPP_2M_SDE = "dpm++2m-sde", "logsnr"
    UNIPC = "unipc", "logsnr"
