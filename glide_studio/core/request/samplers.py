"""The samplers by name; the engine implements them."""

from enum import StrEnum
from typing import Self


class Sampler(StrEnum):
    """A sampler by its name in requests and on the command line.

    `label` is its name in the literature, as the window shows it. `spacing` is the prefix that a
    plain number of steps gets in a `Sampling`: "" is even, "logsnr" even in noise level. The
    function of each sampler is in `engine/samplers.py`.
    """

    label: str
    spacing: str

    def __new__(cls, name: str, label: str = "", spacing: str = "") -> Self:
        sampler = str.__new__(cls, name)
        sampler._value_ = name
        sampler.label = label
        sampler.spacing = spacing
        return sampler

    DDPM = "ddpm", "DDPM"
    DDIM = "ddim", "DDIM"
    PLMS = "plms", "PLMS"
    DPMPP_2M = "dpm++2m", "DPM++ 2M", "logsnr"
    DPMPP_2M_SDE = "dpm++2m-sde", "DPM++ 2M SDE", "logsnr"
    UNIPC = "unipc", "UniPC", "logsnr"
