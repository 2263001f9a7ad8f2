"""The commands about models."""

import json
from dataclasses import asdict, dataclass

from glide_studio.cli.options import Commands, add_json, bind


@dataclass(frozen=True)
class ListOptions:
    json: bool


def add_models(commands: Commands) -> None:
    command = commands.add_parser(
        "models", help="list the installed models", description="List the installed models."
    )
    actions = command.add_subparsers(dest="action", metavar="list", required=True)
    listing = actions.add_parser(
        "list",
        help="list the installed models",
        description="List the installed models by the names that --model takes.",
    )
    bind(listing, ListOptions, _list)
    add_json(
        listing, "print one JSON object: for each model its name, its card and its size in bytes"
    )


def _list(options: ListOptions) -> int:
    from glide_studio.engine import installed_models

    models = installed_models()
    if options.json:
        print(json.dumps({"models": [asdict(model) for model in models]}))
        return 0
    for model in models:
        print(f"{model.name}  {model.size / 1e6:.0f} MB  {model.card.summary}")
    if not models:
        print("No model is installed.")
    return 0
