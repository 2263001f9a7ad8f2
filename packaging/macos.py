"""What macOS has to be told about the program, and its disk image."""

IDENTIFIER = ""


def properties(version: str) -> dict[str, object]:
    return {}
