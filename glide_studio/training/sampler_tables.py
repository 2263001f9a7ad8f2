"""The figures of `SamplerCurve.measure` as text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Figures = Mapping[str, Any]
_MATCHES = ("noun", "colour", "place", "all")


def tables(figures: Figures) -> str:
    """Tables with a line for each sampler, variant and preset."""
    base, upsample = figures["base"], figures["upsample"]
    variants = [{**each, **each["match"]} for each in figures["variants"]]
    settings = [{**each, **each["match"], **each["upsampling"]} for each in figures["settings"]]
    parts = (
        _by_steps("base: distance after steps", base, lambda point: point["distance"]),
        _by_steps("base: prompt match after steps", base, lambda point: point["match"]["all"]),
        _by_steps("upsampling: distance after steps", upsample, lambda point: point["distance"]),
        _rows("base", ("evaluations", "saved", "distance", "clipped", *_MATCHES), variants),
        _rows("both phases", ("evaluations", "distance", *_MATCHES, "psnr"), settings),
    )
    return "\n\n".join("\n".join(part) for part in parts)


def _by_steps(
    title: str, lines: Sequence[Figures], figure: Callable[[Figures], float]
) -> Iterator[str]:
    steps = sorted({point["steps"] for line in lines for point in line["points"]})
    yield f"{title:<34}" + "".join(f"{count:>8}" for count in steps)
    for line in lines:
        found = {point["steps"]: figure(point) for point in line["points"]}
        cells = (f"{found[count]:8.3f}" if count in found else " " * 8 for count in steps)
        yield f"{line['name']:<34}" + "".join(cells)


def _rows(title: str, names: Sequence[str], rows: Sequence[Figures]) -> Iterator[str]:
    yield f"{title:<26}" + "".join(f"{name:>12}" for name in names)
    for row in rows:
        cells = (
            f"{row[name]:12d}" if name == "evaluations" else f"{row[name]:12.3f}" for name in names
        )
        yield f"{row['name']:<26}" + "".join(cells)
