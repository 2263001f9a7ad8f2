"""Curves and sheets, drawn without a screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, ImageDraw

from glide_studio.core.raster import Pixels


def save_sheet(rows: Sequence[tuple[str, Sequence[Pixels]]], path: Path, cell: int = 128) -> None:
    """Rows of pictures, each with its caption underneath, every picture `cell` pixels wide."""
    columns = max(len(pictures) for _, pictures in rows)
    sheet = Image.new("RGB", (columns * (cell + 2), len(rows) * (cell + 16)), "white")
    draw = ImageDraw.Draw(sheet)
    for row, (text, pictures) in enumerate(rows):
        top = row * (cell + 16)
        for column, picture in enumerate(pictures):
            shown = Image.fromarray(picture).resize((cell, cell), Image.Resampling.BICUBIC)
            sheet.paste(shown, (column * (cell + 2), top))
        draw.text((2, top + cell + 2), text, fill="black")
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
    """What `Evaluator.evaluate` found: guidance, mask sizes, and each noun."""
    figure = Figure(figsize=(12, 4), layout="constrained")
    guidance, masks, nouns = figure.subplots(1, 3, width_ratios=(1, 1, 1.6))
    scales = [float(scale) for scale in figures["guidance"]]
    for name in ("noun", "colour", "place", "all"):
        shares = [match[name] for match in figures["guidance"].values()]
        guidance.plot(scales, shares, marker="o", label=name)
    guidance.set(title="prompt match", xlabel="guidance scale", ylim=(0, 1.02))
    guidance.legend()
    sizes = [100 * each["mask_share"] for each in figures["inpaint"]]
    for name in ("noun", "colour", "blank"):
        masks.plot(sizes, [each[name] for each in figures["inpaint"]], marker="o", label=name)
    masks.set(title="inpainting", xlabel="mask, % of the picture", ylim=(0, 1.02))
    masks.legend()
    names = list(figures["nouns"])
    nouns.bar(np.arange(len(names)), list(figures["nouns"].values()))
    nouns.set_xticks(np.arange(len(names)), names, rotation=90)
    nouns.set(title="noun match", ylim=(0, 1.02))
    FigureCanvasAgg(figure).print_png(path)
