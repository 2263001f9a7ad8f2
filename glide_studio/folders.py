"""Where the platform has a program keep what belongs to the user."""

from pathlib import Path

from platformdirs import user_data_path


def data_folder() -> Path:
    """The folder of prompts, word lists, measurements and the log; it need not exist yet."""
    return user_data_path("GLIDE Studio", appauthor=False)


def precision_file() -> Path:
    """The file that remembers how precise fast arithmetic is on this computer."""
    return data_folder() / "precision.json"


def models_folder() -> Path:
    """The folder of the models that the user installed or imported."""
    return data_folder() / "models"


def recovery_folder() -> Path:
    """The folder of the journals of open documents."""
    return data_folder() / "recovery"
