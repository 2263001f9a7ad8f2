"""The folders for the user's data, in the platform's usual places."""

import os
from pathlib import Path

from platformdirs import user_data_path

DATA_VARIABLE = "GLIDE_STUDIO_DATA"


def data_folder() -> Path:
    """The folder of prompts, word lists, models, measurements and the log; it need not exist yet.
    An environment variable can choose another folder."""
    chosen = os.environ.get(DATA_VARIABLE)
    return Path(chosen) if chosen else user_data_path("GLIDE Studio", appauthor=False)


def precision_file() -> Path:
    """The file that remembers how precise fast arithmetic is on this computer."""
    return data_folder() / "precision.json"


def models_folder() -> Path:
    """The folder of the models that the user installed or imported."""
    return data_folder() / "models"


def recovery_folder() -> Path:
    """The folder of the journals of open documents."""
    return data_folder() / "recovery"
