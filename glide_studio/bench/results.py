"""Measurements, as JSON and as a table, beside those of an earlier run."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FRAME = 1 / 60
BUSY_LIMITS = {
    "event_loop_gap_p99_ms": 0.016,
    "event_loop_gap_max_ms": 0.050,
    "dab_p99_ms": 0.008,
    "zoom_frame_p99_ms": FRAME,
    "pan_frame_p99_ms": FRAME,
    "live_picture_s": 1.5,
    "live_dab_p99_ms": 0.012,
}
LARGE_LIMITS = {
    "generate_gap_max_ms": 0.050,
    "mask_command_gap_max_ms": FRAME,
    "turned_zoom_frame_p99_ms": FRAME,
    "compare_frame_p99_ms": FRAME,
    "show_10_layers": 0.6,
    "dab_10_layers_p99_ms": 0.008,
    "smudge_dab_p99_ms": 0.012,
    "clone_dab_p99_ms": 0.008,
    "candidates_gap_max_ms": 0.050,
    "transform_frame_p99_ms": FRAME,
    "transform_4k": 4.0,
    "adjust_frame_p99_ms": 0.1,
    "adjust_4k": 1.0,
}
"""Limits of the window's times while the engine runs and with large pictures, in seconds."""

FILE_LIMITS = {"save_10_layers": 3.0, "saving_gap_ms": 0.050, "open_10_layers": 2.0}
JOURNAL, JOURNAL_LIMIT = "journal_step_8k_ms", 0.020
"""Limits of reading and writing files, and of the window's waits for saving and autosave, in
seconds."""

LAYER_LIMITS = {
    "composite_10_layers": 0.6,
    "tile_10_layers": 0.002,
    "merge_10_layers": 1.5,
    "export_10_layers": 1.5,
}
"""Limits of compositing ten layers without the window, in seconds."""
BLEND_LIMITS = {"seamless_1k": 0.150, "mixed_gradients_1k": 0.600}
"""Limits of blending 1024 x 1024 pixels, in seconds."""


class BenchError(Exception):
    """A benchmark that cannot be run as asked; the message is one sentence for the user."""


@dataclass(frozen=True)
class Measurement:
    """One figure; fields that do not apply are None.

    `seconds` are seconds, whatever the name says. `limit` is the most that they should be, or
    that `peak_mb` should be if there are no seconds. `baseline_seconds` is the time of the same
    work without optimizations, `ceiling_share` the share, 0 to 1, of what the machine can compute.
    """

    name: str
    seconds: float | None = None
    limit: float | None = None
    model: str | None = None
    device: str | None = None
    dtype: str | None = None
    batch: int | None = None
    baseline_seconds: float | None = None
    ceiling_share: float | None = None
    peak_mb: float | None = None
    note: str = ""

    @property
    def value(self) -> float | None:
        """The figure that `limit` applies to: seconds, or megabytes if there are no seconds."""
        return self.peak_mb if self.seconds is None else self.seconds

    @property
    def ratio(self) -> float | None:
        """The speed relative to the baseline."""
        if not self.seconds or self.baseline_seconds is None:
            return None
        return self.baseline_seconds / self.seconds

    @property
    def verdict(self) -> str:
        """Whether the limit is kept: "met", "missed", or "" if there is none."""
        if self.limit is None or self.value is None:
            return ""
        return "met" if self.value <= self.limit else "missed"

    def to_dict(self) -> dict[str, Any]:
        """This measurement as JSON values."""
        return asdict(self) | {"ratio": self.ratio}


def read_run(path: Path) -> dict[str, dict[str, Any]]:
    """The results of an earlier `bench --json` by their subjects. Raises BenchError."""
    try:
        results = json.loads(path.read_text(encoding="utf-8"))["results"]
        return {_subject(result): result for result in results}
    except OSError as error:
        raise BenchError(
            f"“{path}” cannot be read ({error.strerror}): give a file that bench --json wrote."
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BenchError(
            f"“{path}” is not an earlier run: give a file that bench --json wrote."
        ) from error


def _subject(result: Mapping[str, Any]) -> str:
    """What identifies a result within a run."""
    return "|".join(
        [result["name"], *(str(result.get(key)) for key in ("model", "device", "dtype", "batch"))]
    )


def table(results: Sequence[Measurement], earlier: Mapping[str, Mapping[str, Any]]) -> str:
    """The results, one per line, beside those of an earlier run if there is one."""
    head = ("measured", "of", "value", "memory", "limit", "", "baseline", "ceiling")
    comparison = ("before", "after/before") if earlier else ()
    rows = [[*head, *comparison, "note"]]
    for result in results:
        row = _row(result)
        if earlier:
            row += _beside(result, earlier.get(_subject(result.to_dict())))
        rows.append([*row, result.note])
    return _aligned(rows)


def _row(result: Measurement) -> list[str]:
    subject = (result.model, result.device, result.dtype, result.batch and f"x{result.batch}")
    unit = _time if result.seconds is not None else _memory
    share, ratio = result.ceiling_share, result.ratio
    return [
        result.name,
        " ".join(part for part in subject if part),
        _time(result.seconds),
        _memory(result.peak_mb),
        unit(result.limit),
        result.verdict,
        "" if ratio is None else f"{ratio:.2f}x as fast",
        "" if share is None else f"{share:.0%}",
    ]


def _beside(result: Measurement, before: Mapping[str, Any] | None) -> list[str]:
    key, unit = ("peak_mb", _memory) if result.seconds is None else ("seconds", _time)
    old = None if before is None else before.get(key)
    if not isinstance(old, int | float) or not old or result.value is None:
        return ["", ""]
    return [unit(old), f"{result.value / old:.2f}"]


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return f"{1000 * seconds:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def _memory(megabytes: float | None) -> str:
    return "" if megabytes is None else f"{megabytes:.1f} MB"


def _aligned(rows: Iterable[Sequence[str]]) -> str:
    """Lay out `rows` in columns, without those that are empty."""
    head, *body = rows
    columns = [
        (title, *cells)
        for title, *cells in zip(head, *body, strict=True)
        if title == "measured" or any(cells)
    ]
    padded = [[cell.ljust(max(map(len, column))) for cell in column] for column in columns]
    return "\n".join("  ".join(line).rstrip() for line in zip(*padded, strict=True))
