"""The directions in which imports may point, and what pyproject.toml has to list."""

import ast
import tomllib
from pathlib import Path

import pytest

from tests.processes import ROOT, python

PACKAGE = ROOT / "glide_studio"


def test_import_contracts_hold() -> None:
    """In a process of its own: it would switch off the loggers of all other tests."""
    words = "from importlinter.cli import lint_imports as l; raise SystemExit(l(no_cache=True))"
    done = python("-c", words)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", sorted((PACKAGE / "session").glob("*.py")), ids=lambda p: p.name)
def test_session_imports_no_widgets(path: Path) -> None:
    """import-linter sees PySide6 as a whole; session may use its QtCore only."""
    modules = _imported_modules(ast.parse(path.read_text(encoding="utf-8")))
    assert {m for m in modules if m.startswith("PySide6")} <= {"PySide6.QtCore"}


def test_every_package_is_listed_for_the_wheel() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(settings["tool"]["setuptools"]["packages"])
    folders = {path.parent.relative_to(ROOT) for path in PACKAGE.rglob("*.py")}
    assert listed == {".".join(folder.parts) for folder in folders} | {"glide_studio.resources"}


def test_every_dependency_is_pinned() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {_normalised(line.split("==")[0]) for line in lines}
    assert {_normalised(requirement) for group in groups for requirement in group} <= pinned


def _imported_modules(tree: ast.AST) -> set[str]:
    modules: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            assert node.module is not None
            inside = node.module == "PySide6"
            modules |= {f"PySide6.{a.name}" for a in node.names} if inside else {node.module}
    return modules


def _normalised(requirement: str) -> str:
    name = requirement.split(";")[0].split(">")[0].split("=")[0].split("<")[0].strip()
    return name.lower().replace("_", "-")
