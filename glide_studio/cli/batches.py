"""Pictures of many prompts, on this computer or on a cluster; resumed by the same command."""

import json
import re
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from glide_studio.cli.options import FAILED, CommandError, complain
from glide_studio.cli.pooling import pool_of
from glide_studio.cli.running import (
    Engine,
    ProgressBar,
    blank_for,
    local_engine,
    output_files,
    resolved_settings,
    with_result,
)
from glide_studio.cli.settings import DrawOptions, settings_of
from glide_studio.core.files.pictures.exports import check_destination, write_picture
from glide_studio.core.modes.modes import Mode, RequestMaker
from glide_studio.core.request.installed import InstalledModel, find_model, installed_models
from glide_studio.core.request.request import Result, RunError
from glide_studio.core.request.settings import RequestError, Settings

LARGEST_FILE = 16 * 2**20
"""Bytes that a file of prompts may have."""

LONGEST_NAME = 48


@dataclass(frozen=True)
class Job:
    """The pictures of one prompt."""

    prompt: str
    settings: Settings
    files: tuple[Path, ...]

    @property
    def is_done(self) -> bool:
        return all(file.is_file() for file in self.files)


@dataclass(frozen=True)
class BatchRun:
    """Draws the pictures of jobs; the engine is None if all of them are done."""

    engine: Engine | None
    model: InstalledModel
    stopped: Event

    def __call__(self, job: Job) -> list[dict[str, object]]:
        """Write the pictures of a job; returns what there is to report."""
        about = _about(job)
        if job.is_done:
            return [one | {"skipped": True} for one in about]
        try:
            started = time.monotonic()
            results = sorted(self._results(job), key=lambda result: result[0])
            seconds = round(time.monotonic() - started, 3)
        except RunError as error:
            return [about[0] | {"error": str(error)}]
        return [
            one | {"prompt": settings.prompt, "seed": settings.seed, "seconds": seconds}
            for one, (_, settings) in zip(about, results, strict=True)
        ]

    def _results(self, job: Job) -> Iterator[tuple[int, Settings]]:
        """Draw the pictures and write them; yields their numbers and settings."""
        assert self.engine is not None
        document = blank_for(self.model)
        make = RequestMaker(document, Mode.TEXT_TO_IMAGE, self.model.capabilities)
        number = 0
        for settings in resolved_settings(job.settings, self.model):
            for event in self.engine(make(settings)):
                if self.stopped.is_set():
                    raise RunError("The run was stopped.")
                if isinstance(event, Result):
                    place = number + event.sample
                    write_picture(with_result(document, event), job.files[place])
                    yield place, event.request.settings
            number += settings.count


def generate_batch(options: DrawOptions, prompts: Path, folder: Path) -> int:
    """Generate the pictures of every prompt in a file, and print a line of JSON about each; those
    whose files are there are skipped. Returns the exit status, `FAILED` if pictures failed.

    Raises CommandError for a file of prompts that cannot be used, RequestError, and PoolError.
    """
    model = find_model(options.model, installed_models())
    document = blank_for(model)
    maker = RequestMaker(document, Mode.TEXT_TO_IMAGE, model.capabilities)
    settings_of(options, "")  # which finds faults that are not those of a line
    jobs = []
    for line, prompt in _prompts(prompts):
        try:
            settings = settings_of(options, prompt)
            maker.check(settings)
        except RequestError as error:
            raise CommandError(f"Line {line} of “{prompts}”: {error}") from error
        jobs.append(Job(prompt, settings, _files(folder, line, prompt, settings.count)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"The folder “{folder}” cannot be made: {error.strerror}.") from error
    check_destination(jobs[0].files[0], document.extent)
    failed = sum("error" in line for line in _printed(options, model, jobs))
    if failed:
        complain(f"{failed} of {len(jobs)} prompts failed; the same command tries them again.")
    return FAILED if failed else 0


def _printed(
    options: DrawOptions, model: InstalledModel, jobs: Sequence[Job]
) -> Iterator[dict[str, object]]:
    """Do the jobs, of which a cluster does several at a time; each report is printed."""
    stopped = Event()
    left = [job for job in jobs if not job.is_done]
    with (
        pool_of(options) as pool,
        ProgressBar(total=len(jobs), desc="loading", unit="prompt") as bar,
    ):
        if not left:
            engine: Engine | None = None
            most = 1
        elif pool is None:
            make = RequestMaker(blank_for(model), Mode.TEXT_TO_IMAGE, model.capabilities)
            engine, most = local_engine(make(left[0].settings), options, bar), 1
        else:
            pool.is_cancelled = stopped.is_set
            engine, most = pool, pool.state().engines + 1  # so that none waits for this computer
        threads = ThreadPoolExecutor(most, "batch")
        try:
            for report in threads.map(BatchRun(engine, model, stopped), jobs):
                bar.clear()
                for line in report:
                    print(json.dumps(line, ensure_ascii=False), flush=True)
                yield from report
                bar.update()
        finally:
            stopped.set()
            threads.shutdown(cancel_futures=True)


def _about(job: Job) -> list[dict[str, object]]:
    return [{"file": str(file), "prompt": job.prompt} for file in job.files]


def _prompts(file: Path) -> list[tuple[int, str]]:
    """The prompts, each with the number of its line; empty lines, and those that begin with #, are
    none. Raises CommandError."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise CommandError(f"“{file}” is too large for a file of prompts.")
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        reason = error.strerror or error
        raise CommandError(f"The prompts cannot be read from “{file}”: {reason}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"“{file}” is not in UTF-8: save it as text in UTF-8.") from error
    found = [(number, line.strip()) for number, line in enumerate(lines, 1)]
    prompts = [(number, line) for number, line in found if line and not line.startswith("#")]
    if not prompts:
        raise CommandError(f"“{file}” has no prompts: write one on each line.")
    return prompts


def _files(folder: Path, line: int, prompt: str, count: int) -> tuple[Path, ...]:
    """The files of a prompt, named after it and its line."""
    words = re.sub(r"[^a-z0-9]+", "-", prompt.lower())[:LONGEST_NAME].strip("-")
    name = f"{line:05}-{words}".rstrip("-")
    return tuple(output_files(folder / f"{name}.png", count))
