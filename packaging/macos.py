"""What macOS is told about the program, and its disk image."""

import os
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from file_types import PICTURES, PROJECT

HERE = Path(__file__).parent
MINIMUM = "14.0"
"""The oldest macOS that torch is built for; it is built for Apple's processors alone."""

ENTITLEMENTS = HERE / "macos" / "entitlements.plist"


def properties(version: str) -> dict[str, Any]:
    """The Info.plist of the bundle, beyond what PyInstaller writes."""
    return {
        "CFBundleDisplayName": "GLIDE Studio",
        "CFBundleName": "GLIDE Studio",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "de", "fr"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": kind.name,
                "CFBundleTypeRole": "Editor",
                "LSItemContentTypes": [kind.uti],
                "LSHandlerRank": "Default" if kind == PROJECT else "Alternate",
            }
            for kind in (PROJECT, *PICTURES)
        ],
        "UTImportedTypeDeclarations": [
            {
                "UTTypeIdentifier": PROJECT.uti,
                "UTTypeDescription": PROJECT.name,
                "UTTypeConformsTo": ["public.image", "public.zip-archive"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [suffix[1:] for suffix in PROJECT.suffixes],
                    "public.mime-type": [PROJECT.mime],
                },
            }
        ],
        "LSApplicationCategoryType": "public.app-category.graphics-design",
        "LSMinimumSystemVersion": MINIMUM,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence, GLIDE Studio contributors",
    }


def image_settings(bundle: Path) -> dict[str, Any]:
    """What dmgbuild is told: the program beside a link to the folder of applications."""
    return {
        "files": [str(bundle)],
        "symlinks": {"Applications": "/Applications"},
        "icon_locations": {bundle.name: (150, 150), "Applications": (390, 150)},
        "window_rect": ((200, 200), (540, 340)),
        "icon_size": 96,
        "format": "ULFO",
    }


def image_name(version: str) -> str:
    return f"GLIDE-Studio-{version}-{platform.machine()}.dmg"


def signing(environ: Mapping[str, str] = os.environ) -> str | None:
    """The identity to sign with, such as "Developer ID Application: …"; None for none."""
    return environ.get("GLIDE_MACOS_IDENTITY") or None
