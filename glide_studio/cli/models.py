"""The commands about models."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from glide_studio.cli.options import (
    FAILED,
    CommandError,
    Commands,
    argument,
    command,
    complain,
    flag,
    option,
)
from glide_studio.cli.running import ProgressBar
from glide_studio.core.request.installed import (
    NETWORKS,
    InstalledModel,
    find_model,
    installed_models,
)
from glide_studio.library.catalogue import GLIDE_FILTERED, warnings
from glide_studio.library.control import Control
from glide_studio.library.installing import Step, install, missing_of, received, sources, uninstall
from glide_studio.library.networks import Report
from glide_studio.library.store import import_model, verify
from glide_studio.session.quantities import size_text

COMPONENTS = {component.name: component for component in GLIDE_FILTERED.components}


@dataclass(frozen=True)
class ListOptions:
    json: bool = flag(
        "print one JSON object: for each model its name, its card, its capabilities and its size "
        "in bytes"
    )


@dataclass(frozen=True)
class InstallOptions:
    parts: list[str] = argument(
        "what to install: text (text to image and upscaling, the default), inpaint, clip",
        nargs="*",
        metavar="PART",
    )
    folder: Path | None = option(
        "--from",
        metavar="FOLDER",
        type=Path,
        help="take the files from a folder instead of downloading them",
    )
    mirror: list[str] = option(
        metavar="URL",
        action="append",
        help="an address to try first, before those in GLIDE_STUDIO_MIRRORS; may be repeated",
    )
    half: bool = flag("store the weights rounded to 16 bits, in half the space")
    yes: bool = flag("confirm that you have read the warnings of the model's authors")


@dataclass(frozen=True)
class ImportOptions:
    files: list[Path] = argument(
        "the checkpoints, .pt or .safetensors", nargs="+", metavar="FILE", type=Path
    )
    name: str = option(
        metavar="NAME",
        required=True,
        help="the name of the model; if you already have it, the networks it lacks are added",
    )
    half: bool = flag("store the weights rounded to 16 bits, in half the space")


@dataclass(frozen=True)
class NameOptions:
    name: str = argument("a model, as “glide-studio models list” names it", metavar="NAME")


@dataclass(frozen=True)
class InfoOptions(NameOptions):
    json: bool = flag("print one JSON object")


def add_models(commands: Commands) -> None:
    command = commands.add_parser(
        "models",
        help="list, install, import and remove models",
        description="List, install, import, verify and remove models.",
    )
    members = (list_models, show_info, install_model, import_files, verify_model, remove_model)
    names = "|".join(member.name for member in members)
    actions = command.add_subparsers(dest="action", metavar=names, required=True)
    for member in members:
        member.add_to(actions)


@command(
    "list",
    ListOptions,
    help="list the models",
    description="List the installed models by the names that --model takes, and what\n"
    "else there is to install.",
)
def list_models(options: ListOptions) -> int:
    models = installed_models()
    if options.json:
        print(json.dumps({"models": [_report(model) for model in models]}))
        return 0
    for model in models:
        print(f"{model.name}  {size_text(model.size)}  {model.card.description}")
    if not models:
        print("No model is installed.")
    missing = [each.name for each in COMPONENTS.values() if missing_of(GLIDE_FILTERED, each)]
    if missing:
        print(f"Not installed: {GLIDE_FILTERED.title}, {', '.join(missing)}")
        if received():
            print(f"Downloaded already: {size_text(received())}")
        print(f"To install: glide-studio models install {missing[0]}")
    return 0


@command(
    "info",
    InfoOptions,
    help="describe a model",
    description="Print what a model is, what it can do, and which of its networks are installed.",
)
def show_info(options: InfoOptions) -> int:
    if options.name == GLIDE_FILTERED.name and not _is_installed(options.name):
        print(f"{GLIDE_FILTERED.title}: {GLIDE_FILTERED.summary}\nNot installed.")
        print(warnings())
        return 0
    model = find_model(options.name, installed_models())
    if options.json:
        print(json.dumps(_report(model)))
        return 0
    print(f"{model.title}: {model.card.description}")
    print(f"Folder: {model.folder}")
    print("Networks: " + ", ".join(each for each in NETWORKS if model.has(each)))
    if model.capabilities.sources:
        print("Can start from: " + ", ".join(model.capabilities.sources))
    if missing := model.lacking(inpaint=False):
        print("Missing for new pictures: " + ", ".join(missing))
    if missing := model.lacking(inpaint=True):
        print("Missing for inpainting: " + ", ".join(missing))
    print(f"Size: {size_text(model.size)}")
    if model.name == GLIDE_FILTERED.name:
        print(warnings())
    return 0


@command(
    "install",
    InstallOptions,
    help="install GLIDE (filtered)",
    description=f"Download and convert {GLIDE_FILTERED.title}: text (3.1 GB), inpaint (3.1 GB) or "
    "clip (0.6 GB), or several of them.\nA download that was interrupted is continued.",
)
def install_model(options: InstallOptions) -> int:
    from glide_studio.engine.importing import import_checkpoints
    from glide_studio.session.preferences import Preferences

    for name in options.parts:
        if name not in COMPONENTS:
            known = ", ".join(COMPONENTS)
            raise CommandError(f"“{name}” is not a part to install: choose from {known}.")
    parts = [COMPONENTS[name] for name in dict.fromkeys(options.parts or ["text"])]
    if not any(missing_of(GLIDE_FILTERED, part) for part in parts):
        print("Everything is installed.")
        return 0
    _accept_warnings(options.yes)
    preferences = Preferences()
    mirrors = " ".join([*(options.mirror or ()), preferences.mirrors])
    with _step_bars() as report:
        install(
            parts,
            import_checkpoints,
            Control(),
            report,
            sources(mirrors, preferences.offline, options.folder),
            "float16" if options.half else "float32",
        )
    print(f"{GLIDE_FILTERED.title} is installed: --model {GLIDE_FILTERED.name}")
    return 0


@command(
    "import",
    ImportOptions,
    help="import checkpoints of GLIDE",
    description="Convert checkpoints of GLIDE, fine-tuned ones too, to a model of yours. Code in a "
    "file is never run.",
)
def import_files(options: ImportOptions) -> int:
    from glide_studio.engine.importing import import_checkpoints

    with _share_bar("converting") as report:
        model = import_model(
            options.files,
            options.name,
            import_checkpoints,
            Control(),
            report,
            "float16" if options.half else "float32",
        )
    print(f"{model.name} is imported: --model {json.dumps(model.name, ensure_ascii=False)}")
    return 0


@command(
    "verify",
    NameOptions,
    help="look for damage",
    description="Compare the files of a model with what was installed. The exit status is 1 if one "
    "is damaged.",
)
def verify_model(options: NameOptions) -> int:
    model = find_model(options.name, installed_models())
    with _share_bar("verifying") as report:
        damaged = verify(model, Control(), report)
    for network in damaged:
        complain(f"{network} is damaged. Remove the model and install it again.")
    if not damaged:
        print(f"{model.title} is undamaged.")
    return FAILED if damaged else 0


@command(
    "remove",
    NameOptions,
    help="delete a model",
    description="Delete a model that you installed, and what was received of one that you did not\n"
    "finish installing.",
)
def remove_model(options: NameOptions) -> int:
    if options.name == GLIDE_FILTERED.name and not _is_installed(options.name) and received():
        model, title, size = None, GLIDE_FILTERED.title, received()
    else:
        model = find_model(options.name, installed_models())
        title, size = model.title, model.size
    uninstall(model)
    print(f"{title} is removed, {size_text(size)} are free again.")
    return 0


def _is_installed(name: str) -> bool:
    return any(model.name == name for model in installed_models())


def _accept_warnings(accepted: bool) -> None:
    """Show the authors' warnings before the first use. Raises CommandError if the user declines."""
    if accepted or _is_installed(GLIDE_FILTERED.name):
        return
    for sentence in warnings().sentences:
        print(sentence, file=sys.stderr)
    if not sys.stdin.isatty():
        raise CommandError("Read the lines above, then add --yes.")
    print("Install it? [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise CommandError("Nothing is installed.")


@contextmanager
def _share_bar(title: str) -> Iterator[Report]:
    with ProgressBar(total=100, desc=title, unit="%") as bar:
        yield partial(_set_bar, bar)


def _set_bar(bar: ProgressBar, share: float) -> None:
    bar.update(round(100 * share) - bar.n)


@contextmanager
def _step_bars() -> Iterator[Callable[[Step], None]]:
    """Progress bars for the steps of an installation; each replaces the one before."""
    with ExitStack() as stack:
        shown: dict[str, ProgressBar] = {}

        def show(step: Step) -> None:
            title = f"{step.file} ({step.what})"
            if title not in shown:
                stack.close()
                shown.clear()
                sized = {"unit": "B", "unit_scale": True} if step.progress else {"unit": "%"}
                bar = ProgressBar(total=100, desc=title, **sized)
                shown[title] = stack.enter_context(bar)
                bar.initial = bar.n = step.progress.received if step.progress else 0
            if step.progress is None:
                _set_bar(shown[title], step.share)
                return
            shown[title].total = step.progress.total
            shown[title].update(step.progress.received - shown[title].n)

        yield show


def _report(model: InstalledModel) -> dict[str, object]:
    return {
        "name": model.name,
        "card": asdict(model.card),
        "capabilities": asdict(model.capabilities),
        "size": model.size,
        "networks": [network for network in NETWORKS if model.has(network)],
    }
