"""The commands about models."""

import json
from dataclasses import asdict, dataclass

from glide_studio.cli.options import Commands, command, flag
from glide_studio.core.request.installed import InstalledModel, installed_models


@dataclass(frozen=True)
class ListOptions:
    json: bool = flag(
        "print one JSON object: for each model its name, its card, its capabilities and its size "
        "in bytes"
    )


def add_models(commands: Commands) -> None:
    command = commands.add_parser(
        "models", help="list the installed models", description="List the installed models."
    )
    actions = command.add_subparsers(dest="action", metavar="list", required=True)
    list_models.add_to(actions)


@command(
    "list",
    ListOptions,
    help="list the installed models",
    description="List the installed models by the names that --model takes.",
)
def list_models(options: ListOptions) -> int:
    models = installed_models()
    if options.json:
        print(json.dumps({"models": [_report(model) for model in models]}))
        return 0
    for model in models:
        print(f"{model.name}  {model.size / 1e6:.0f} MB  {model.card.summary}")
    if not models:
        print("No model is installed.")
    return 0


def _report(model: InstalledModel) -> dict[str, object]:
    return {
        "name": model.name,
        "card": asdict(model.card),
        "capabilities": asdict(model.capabilities),
        "size": model.size,
    }
