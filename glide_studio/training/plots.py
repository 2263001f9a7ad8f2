"""Plots and contact sheets as PNG files."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, NullLocator
from PIL import Image, ImageDraw

from glide_studio.core.raster.raster import Pixels


def save_sheet(
    rows: Iterable[tuple[str | Sequence[str], Sequence[Pixels]]], path: Path, cell: int = 128
) -> None:
    """Save a contact sheet: rows of pictures, `cell` pixels wide, with a caption below each row, or
    below each picture."""
    rows = list(rows)
    columns = max(len(pictures) for _, pictures in rows)
    sheet = Image.new("RGB", (columns * (cell + 2), len(rows) * (cell + 16)), "white")
    draw = ImageDraw.Draw(sheet)
    for row, (texts, pictures) in enumerate(rows):
        top = row * (cell + 16)
        for column, picture in enumerate(pictures):
            shown = Image.fromarray(picture).resize((cell, cell), Image.Resampling.BICUBIC)
            sheet.paste(shown, (column * (cell + 2), top))
        for column, text in enumerate([texts] if isinstance(texts, str) else texts):
            draw.text((column * (cell + 2) + 2, top + cell + 2), text, fill="black")
    sheet.save(path)


def save_loss_curve(entries: Sequence[dict[str, float]], path: Path) -> None:
    """Loss against minutes, from the entries of a training's `log.jsonl`."""
    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.subplots()
    for size in sorted({entry["size"] for entry in entries}):
        some = [entry for entry in entries if entry["size"] == size]
        axes.plot(
            [entry["seconds"] / 60 for entry in some],
            [entry["loss"] for entry in some],
            label=f"{size:g} px",
        )
    axes.set(xlabel="minutes", ylabel="loss", yscale="log")
    axes.legend()
    FigureCanvasAgg(figure).print_png(path)


def save_evaluation(figures: dict[str, Any], path: Path) -> None:
    """Plot the figures of `Evaluator.evaluate` by guidance, mask size and noun."""
    figure = Figure(figsize=(12, 8), layout="constrained")
    (guidance, masks, nouns), (ground, seam, removal) = figure.subplots(
        2, 3, width_ratios=(1, 1, 1.6)
    )
    scales = [float(scale) for scale in figures["guidance"]]
    for name in ("noun", "colour", "place", "all"):
        shares = [match[name] for match in figures["guidance"].values()]
        guidance.plot(scales, shares, marker="o", label=name)
    guidance.set(title="prompt match", xlabel="guidance scale", ylim=(0, 1.02))
    guidance.legend()
    inpaint, removed = figures["inpaint"], figures["removal"]
    _mask_panel(masks, inpaint, ("noun", "colour", "blank"))
    masks.set(title="inpainting: what the judge finds", ylim=(0, 1.02))
    _mask_panel(ground, inpaint, ("ground", "ground_worst", "ground_photo"))
    ground.set(title="ground in the mask, off the ring", ylabel="levels", ylim=(0, None))
    _mask_panel(seam, inpaint, ("seam", "seam_blended", "seam_photo"))
    seam.set(title="step across the border, of those beside it", ylim=(0, None))
    _mask_panel(removal, removed, ("psnr", "psnr_mean", "psnr_telea"))
    removal.set(title="removal", ylabel="PSNR, dB")
    names = list(figures["nouns"])
    nouns.bar(np.arange(len(names)), list(figures["nouns"].values()))
    nouns.set_xticks(np.arange(len(names)), names, rotation=90)
    nouns.set(title="noun match", ylim=(0, 1.02))
    FigureCanvasAgg(figure).print_png(path)


def _mask_panel(axes: Axes, matches: Sequence[dict[str, Any]], names: Sequence[str]) -> None:
    """A line for each of the figures `names` by the size of the mask."""
    sizes = [100 * each["mask_share"] for each in matches]
    for name in names:
        axes.plot(sizes, [each[name] for each in matches], marker="o", label=name)
    axes.set_xlabel("mask, % of the photograph")
    axes.legend()


_COLOURS = {
    "ddpm": "#7f7f7f",
    "ddim": "#0072b2",
    "plms": "#cc79a7",
    "dpm++2m": "#e69f00",
    "dpm++2m-sde": "#56b4e9",
    "unipc": "#d55e00",
}
_DASHES = {"logsnr": "-", "trailing": "--", "": ":", "karras": "-."}


def save_sampler_curves(figures: dict[str, Any], path: Path) -> None:
    """Plot the figures of `SamplerCurve.measure`: distance and prompt match by evaluations."""
    figure = Figure(figsize=(15, 10), layout="constrained")
    (distance, match), (upsampling, settings) = figure.subplots(2, 2)
    for line in figures["base"]:
        _sampler_line(distance, line, lambda point: point["distance"])
        _sampler_line(match, line, lambda point: point["match"]["all"])
    for line in figures["upsample"]:
        _sampler_line(upsampling, line, lambda point: point["distance"])
    match.axhline(figures["reference"]["match"]["all"], color="black", linewidth=0.8)
    distance.set(title="base: distance to the reference")
    match.set(title="base: prompt match (black: the reference's)", ylim=(0, 1.02))
    upsampling.set(title="upsampling: distance to the reference")
    for axes, name in ((distance, "base"), (match, "base"), (upsampling, "upsample")):
        _evaluations_axis(axes, figures[name])
    for axes in (distance, upsampling):
        axes.set_yscale("log")
        axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axes.yaxis.set_major_formatter("{x:g}")
        axes.yaxis.set_minor_locator(NullLocator())
        axes.legend(fontsize=8, loc="upper left", bbox_to_anchor=(1.01, 1))
    _settings_panel(settings, figures["settings"])
    FigureCanvasAgg(figure).print_png(path)


def _sampler_line(axes: Axes, line: dict[str, Any], figure: Callable[[Any], float]) -> None:
    points = line["points"]
    axes.plot(
        [point["evaluations"] for point in points],
        [figure(point) for point in points],
        color=_COLOURS[line["solver"]],
        linestyle=_DASHES.get(line["spacing"], "none"),
        marker="o" if len(points) > 1 else "*",
        markersize=3.5 if len(points) > 1 else 11,
        label=line["name"],
    )


def _evaluations_axis(axes: Axes, lines: Sequence[dict[str, Any]]) -> None:
    ticks = sorted({point["evaluations"] for line in lines for point in line["points"]})
    axes.set_xscale("log")
    axes.set_xticks(ticks, [str(tick) for tick in ticks])
    axes.minorticks_off()
    axes.grid(alpha=0.25)
    axes.set_xlabel("network evaluations")


def _settings_panel(axes: Axes, settings: Sequence[dict[str, Any]]) -> None:
    """The presets' evaluations, over both stages, as bars with their figures."""
    names = [
        f"{setting['name']}\nmatch {setting['match']['all']:.2f}\n"
        f"distance {setting['distance']:.3f}\nPSNR {setting['upsampling']['psnr']:.1f} dB"
        for setting in settings
    ]
    bars = axes.barh(names, [setting["evaluations"] for setting in settings], color="#b0b0b0")
    axes.bar_label(bars, padding=3)
    axes.margins(x=0.12)
    axes.invert_yaxis()
    axes.set(title="both phases", xlabel="network evaluations")
