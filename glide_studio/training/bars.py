"""The bars of a shipped starter: what its evaluation must reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Bar:
    """A target of a shipped starter: `value` must be at least `limit`, or at most if `falling`."""

    name: str
    value: float
    limit: float
    falling: bool = False

    @property
    def reached(self) -> bool:
        return self.value <= self.limit if self.falling else self.value >= self.limit

    def __str__(self) -> str:
        sign = "<=" if self.falling else ">="
        verdict = "reached" if self.reached else f"missed by {abs(self.value - self.limit):.2f}"
        return f"{self.name:<54} {self.value:6.2f}  {sign} {self.limit:.2f}  {verdict}"


def bars(figures: dict[str, Any]) -> list[Bar]:
    """The targets, with the values that `Evaluator.evaluate` found.

    Inpainting has to reach its own at every size of the mask. An independent judge and the size of
    the weights are left out where the figures have none.
    """
    seen, held_out, upsampling = figures["seen"], figures["held_out"], figures["upsampling"]
    gaps = {name: seen[name] - held_out[name] for name in ("noun", "colour", "place")}
    inpaint, independent = figures["inpaint"], figures["independent"]
    found = [Bar("colour match", seen["colour"], 0.95), Bar("place match", seen["place"], 0.95)]
    found.append(Bar("noun match", seen["noun"], 0.95))
    if independent is not None:
        share = independent["noun"] / max(independent["noun_real"], 1e-9)
        found.append(Bar("noun match, independent judge, of real scenes'", share, 0.95))
    found += [
        *(
            Bar(f"{name}: held-out pairs below seen ones by", gap, 0.05, True)
            for name, gap in gaps.items()
        ),
        Bar("object appears in masks of 5 to 40%", min(m["noun"] for m in inpaint), 0.85),
        Bar("the same, of real objects in these masks", min(map(_of_real, inpaint)), 0.95),
        Bar("ground in masks off the ring, levels", _worst(inpaint, "ground"), 12, True),
        Bar("seam over the steps beside it", _worst(inpaint, "seam_blended"), 1.3, True),
        Bar(
            "upsampler: PSNR above bicubic, dB", upsampling["psnr"] - upsampling["psnr_bicubic"], 0
        ),
        Bar(
            "upsampler: edges over bicubic's", upsampling["edges"] / upsampling["edges_bicubic"], 1
        ),
        Bar("seconds for a picture", figures["seconds_per_picture"], 1.5, True),
    ]
    if "megabytes" in figures:
        found.append(Bar("megabytes of weights", figures["megabytes"], 42, True))
    return found


def _of_real(match: dict[str, Any]) -> float:
    """How often the judge finds the noun, relative to how often it finds the real object."""
    return float(match["noun"] / max(match["noun_real"], 1e-9))


def _worst(inpaint: Sequence[dict[str, Any]], name: str) -> float:
    """The largest figure over the sizes of the mask; infinite if one could not be measured."""
    return max(float("inf") if each[name] is None else each[name] for each in inpaint)
