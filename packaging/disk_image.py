"""The disk image for macOS, signed and notarised where the keys for it are given."""

import os
from pathlib import Path

from freeze import DIST, Frozen, PackagingError, call
from macos import ENTITLEMENTS, image_name, image_settings, signing


def build_dmg(frozen: Frozen) -> Path:
    """Build the disk image. Without GLIDE_MACOS_IDENTITY it is unsigned, and without
    GLIDE_NOTARY_PROFILE, a profile that `notarytool store-credentials` made, not notarised."""
    if frozen.bundle is None:
        raise PackagingError("A disk image can be built on macOS only.")
    import dmgbuild

    identity = signing()
    if identity:
        sign = ("codesign", "--force", "--deep", "--timestamp", "--options", "runtime")
        call(*sign, "--entitlements", ENTITLEMENTS, "--sign", identity, frozen.bundle)
    target = DIST / image_name(frozen.version)
    target.parent.mkdir(exist_ok=True)
    settings = image_settings(frozen.bundle)
    dmgbuild.build_dmg(str(target), "GLIDE Studio", settings=settings)
    profile = os.environ.get("GLIDE_NOTARY_PROFILE")
    if identity:
        call("codesign", "--force", "--timestamp", "--sign", identity, target)
    if identity and profile:
        call("xcrun", "notarytool", "submit", target, "--keychain-profile", profile, "--wait")
        call("xcrun", "stapler", "staple", target)
    return target
