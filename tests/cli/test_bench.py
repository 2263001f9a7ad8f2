"""`glide-studio bench` as a user runs it. No test judges how fast anything is."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import ONE_SENTENCE, Run

FIELDS = {
    *("name", "model", "device", "dtype", "batch", "seconds", "baseline_seconds", "ratio"),
    *("ceiling_share", "peak_mb", "limit", "note"),
}
NAMES = (
    *("base_step", "upsample_step", "base_inpaint_step", "upsample_inpaint_step"),
    *("picture_normal", "first_preview", "window_up", "event_loop_gap_p99_ms"),
    *("event_loop_gap_max_ms", "dab_p99_ms", "edit_1k", "edit_2k", "edit_4k", "edit_8k"),
    *("generate_gap_max_ms", "mask_command_gap_max_ms", "turned_zoom_frame_p99_ms"),
    *("compare_frame_p99_ms", "candidates_gap_max_ms", "beside_others", "show_10_layers"),
    *("save_10_layers", "saving_gap_ms", "open_10_layers", "journal_step_8k_ms"),
    *("dab_10_layers_p99_ms", "composite_10_layers", "tile_10_layers", "merge_10_layers"),
    *("live_picture_s", "live_dab_p99_ms", "smudge_dab_p99_ms", "clone_dab_p99_ms"),
)
EDIT = ("bench", "--quick", "--only", "edit_1k")


def earlier(path: Path, **changes: Any) -> Path:
    """Write the results of an earlier run in which an edit took two seconds."""
    result = dict.fromkeys(FIELDS) | {"name": "edit_1k", "seconds": 2.0} | changes
    path.write_text(json.dumps({"machine": {}, "ceilings": [], "results": [result]}))
    return path


def test_json_is_one_object(run: Run) -> None:
    report = run(*EDIT, "--json").report
    assert set(report) == {"machine", "ceilings", "results"}
    parts = {"cpu", "cores", "memory_gb", "gpu", "os", "python", "torch", "qt"}
    assert parts <= set(report["machine"])
    (result,) = report["results"]
    assert set(result) == FIELDS
    assert result["name"] == "edit_1k"
    assert result["seconds"] > 0
    assert result["peak_mb"] > 0


def test_compare_shows_an_earlier_run_beside_this_one(tmp_path: Path, run: Run) -> None:
    outcome = run(*EDIT, "--compare", earlier(tmp_path / "earlier.json"))
    assert outcome.status == 0, outcome.err
    head, row = outcome.out.splitlines()[-2:]
    assert head.split()[0] == "measured"
    assert "after/before" in head
    assert re.match(r"edit_1k +[\d.]+ m?s", row)
    assert "2.00 s" in row


def test_an_earlier_run_of_other_measurements_is_not_shown(tmp_path: Path, run: Run) -> None:
    outcome = run(*EDIT, "--compare", earlier(tmp_path / "earlier.json", name="window_up"))
    assert outcome.status == 0, outcome.err
    assert "after/before" not in outcome.out


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"results": [{}]}', '{"results": 3}', '{"results": [1]}', "\0"]
)
def test_an_invalid_file_is_refused_before_anything_is_measured(
    text: str, tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "earlier.json"
    path.write_text(text)
    run(*EDIT, "--compare", path).check_failure("earlier.json")


def test_a_missing_file_is_refused(tmp_path: Path, run: Run) -> None:
    run(*EDIT, "--compare", tmp_path / "absent.json").check_failure("absent.json")


def test_an_unknown_name_is_refused_with_a_list_of_the_known_ones(run: Run) -> None:
    run("bench", "--only", "edit_1k,edit_3k").check_failure("“edit_3k”", *NAMES)


def test_a_failed_measurement_is_reported_and_the_others_are_shown(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nothing of the kind")
    outcome = run("bench", "--quick", "--only", "edit_1k,history_100_strokes")
    assert outcome.status == 1
    assert re.fullmatch(ONE_SENTENCE, outcome.err)
    assert "Could not measure edit_1k" in outcome.err
    assert "history_100_strokes" in outcome.out


def test_history_grows_by_no_more_than_the_touched_tiles(run: Run) -> None:
    (result,) = run("bench", "--only", "history_100_strokes", "--json").report["results"]
    assert result["seconds"] is None
    assert 0 < result["peak_mb"] <= result["limit"]


def test_a_tile_of_ten_layers_is_measured_beside_plain_code(run: Run) -> None:
    (result,) = run("bench", "--quick", "--only", "tile_10_layers", "--json").report["results"]
    assert result["seconds"] > 0
    assert result["baseline_seconds"] > 0
    assert result["limit"] == 0.002


def test_a_picture_is_timed_with_and_without_a_busy_processor(run: Run) -> None:
    (result,) = run("bench", "--quick", "--only", "beside_others", "--json").report["results"]
    assert result["seconds"] > 0
    assert result["limit"] == pytest.approx(3 * result["baseline_seconds"])
    assert "busy process" in result["note"]
