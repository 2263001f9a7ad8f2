"""What is shipped, and under which licences: for the about box, and as a bill of materials."""

import importlib.metadata
import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from glide_studio.core.files.safe_file import replace_file
from glide_studio.ui.dialogs.licences import licence_of, licence_texts

HERE = Path(__file__).parent
OWN = "glide-studio"
COMMON = re.compile(r"/usr/share/common-licenses/([\w.-]*\w)")

STANDARD_TEXTS = {
    "PySide6_Essentials": ("LGPL-3.0", "GPL-3.0"),
    "shiboken6": ("LGPL-3.0", "GPL-3.0"),
    "tokenizers": ("Apache-2.0",),
    "c2pa-python": ("Apache-2.0",),
}
"""Of the packages that come without their licence, the texts of the one that they name."""


class InventoryError(Exception):
    """Something would be shipped without its licence; the message names it."""


class Part(NamedTuple):
    """A library that is shipped, with its licence in short and in full."""

    name: str
    version: str
    licence: str
    text: str
    registry: str
    """Where it is from, as a type of package URL: "pypi", "deb" or "generic"."""


def write(folder: Path, sources: Sequence[str]) -> None:
    """Write into `folder` what the about box shows, with all texts, and `sbom.cdx.json`.

    `sources` are the files that are shipped, where the build found them. Raises InventoryError if
    the licence of one is not known.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = parts_of(sources)
    rows = []
    for part in parts:
        name = f"{part.name}.txt"
        (folder / name).write_text(part.text, encoding="utf-8")
        row = {"name": part.name, "version": part.version, "licence": part.licence, "text": name}
        rows.append(row)
    (folder / "licences.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")
    replace_file(folder / "sbom.cdx.json", bill_of_materials(parts).encode())


def parts_of(sources: Sequence[str]) -> list[Part]:
    """The libraries that the files `sources` belong to, by name."""
    owners = _owners()
    found: dict[str, Part] = {}
    others: list[Path] = []
    for source in sources:
        distribution = owners.get(source) or owners.get(os.path.realpath(source))
        if distribution is None:
            others.append(Path(source))
        elif distribution.name not in (OWN, *found):
            found[distribution.name] = _from_registry(distribution)
    for part in (*_system_parts(others), _from_registry(_distribution("pyinstaller"))):
        found.setdefault(part.name, part)
    if bare := [part.name for part in found.values() if not part.text.strip()]:
        raise InventoryError(f"No licence is known for {', '.join(sorted(bare))}.")
    return sorted(found.values(), key=lambda part: part.name.lower())


def bill_of_materials(parts: Iterable[Part]) -> str:
    """The CycloneDX 1.6 JSON of the program made of `parts`."""
    own = _distribution(OWN)
    program = Component(
        name=OWN,
        version=own.version,
        type=ComponentType.APPLICATION,
        bom_ref=OWN,
        licenses=[DisjunctiveLicense(id="MIT")],
        supplier=OrganizationalEntity(name="GLIDE Studio contributors"),
    )
    bom = Bom()
    bom.metadata.component = program
    components = [_component(part) for part in parts]
    for component in components:
        bom.components.add(component)
    bom.register_dependency(program, components)
    return JsonV1Dot6(bom).output_as_string(indent=1)


def _component(part: Part) -> Component:
    namespace = "debian" if part.registry == "deb" else None
    url = PackageURL(part.registry, namespace, part.name.lower(), part.version)
    return Component(
        name=part.name,
        version=part.version,
        bom_ref=str(url),
        purl=url,
        licenses=[DisjunctiveLicense(name=part.licence)],
    )


def _owners() -> dict[str, importlib.metadata.Distribution]:
    """The distribution of each installed file, by its path."""
    return {
        os.path.join(folder, file): distribution
        for distribution in importlib.metadata.distributions()
        for folder in (os.path.realpath(str(distribution.locate_file(""))),)
        for file in distribution.files or ()
    }


def _distribution(name: str) -> importlib.metadata.Distribution:
    return importlib.metadata.distribution(name)


def _from_registry(distribution: importlib.metadata.Distribution) -> Part:
    name = distribution.metadata["Name"]
    standard = [HERE / "licences" / f"{one}.txt" for one in STANDARD_TEXTS.get(name, ())]
    texts = [*licence_texts(distribution), *(path.read_text("utf-8") for path in standard)]
    short = licence_of(distribution) or "see text"
    return Part(name, distribution.version, short, _joined(texts), "pypi")


def _joined(texts: Iterable[str]) -> str:
    return f"\n\n{'-' * 72}\n\n".join(dict.fromkeys(texts))


def _system_parts(files: Sequence[Path]) -> Iterator[Part]:
    """Python itself, and on Linux the libraries of the system that are shipped along."""
    built, library = HERE.parent / "build", Path(sysconfig.get_path("stdlib"))
    outside = [file for file in files if file.is_absolute() and not file.is_relative_to(built)]
    text = _python_licence(library).read_text("utf-8", errors="replace")
    yield Part("Python", platform.python_version(), "PSF-2.0", text, "generic")
    own = [library, Path(sys.prefix), Path("C:/Windows")]
    if Path(sys.base_prefix) != Path("/usr"):
        own.append(Path(sys.base_prefix))
    outside = [file for file in outside if not any(map(file.is_relative_to, own))]
    for package in sorted(_debian_packages(outside)):
        yield _from_debian(package)


def _python_licence(library: Path) -> Path:
    places = (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    debian = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    for place in (*places, debian):
        if place.is_file():
            return place
    raise InventoryError("No licence is known for Python.")


def _debian_packages(files: Sequence[Path]) -> set[str]:
    """The packages that libraries of the system are from. A package may name a file below /usr by
    its path from before /lib became a link."""
    packages = set()
    for file in files:
        paths = dict.fromkeys(str(path) for path in (file, file.resolve()))
        query = ["dpkg-query", "-S", *paths, *(path.removeprefix("/usr") for path in paths)]
        found = subprocess.run(query, capture_output=True, text=True).stdout
        if not found:
            raise InventoryError(f"No licence is known for {file}: it belongs to no package.")
        packages.add(found.split(":")[0])
    return packages


def _from_debian(package: str) -> Part:
    query = ["dpkg-query", "-W", "-f", "${Version}\n", package]
    version = subprocess.run(query, capture_output=True, text=True, check=True).stdout.split()[0]
    text = Path(f"/usr/share/doc/{package}/copyright").read_text("utf-8", errors="replace")
    named = dict.fromkeys(re.findall(r"(?m)^License:\s*(\S.*?)\s*$", text))
    common = [Path(f"/usr/share/common-licenses/{name}") for name in COMMON.findall(text)]
    texts = [path.read_text("utf-8") for path in dict.fromkeys(common) if path.is_file()]
    short = ", ".join(list(named)[:4]) or "see text"
    return Part(package, version, short, _joined([text, *texts]), "deb")
