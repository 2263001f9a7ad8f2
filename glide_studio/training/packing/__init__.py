"""Builds the data pack that the starter models are trained on."""

from glide_studio.training.packing.build import PackError, build_pack

__all__ = ["PackError", "build_pack"]
