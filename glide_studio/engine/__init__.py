"""GLIDE: text-guided diffusion and inpainting (Nichol et al. 2021, arXiv 2112.10741)."""

from glide_studio.engine.checkpoint import load_model, save_model
from glide_studio.engine.guidance import Guide, classifier_guide
from glide_studio.engine.models import ModelLoader, Models
from glide_studio.engine.networks import build_model
from glide_studio.engine.pipeline import are_ranked, generate
from glide_studio.engine.recognition import ModelError
from glide_studio.engine.recovery import (
    load_models,
    load_on_preferred,
    load_with_cpu_fallback,
)
from glide_studio.engine.residency import Residency
from glide_studio.engine.schedule import beta_schedule, space_timesteps
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.tokenizer import Tokenizer
from glide_studio.engine.trace import StepMemory

__all__ = [
    "Guide",
    "ModelError",
    "ModelLoader",
    "ModelSpec",
    "Models",
    "Residency",
    "StepMemory",
    "Tokenizer",
    "are_ranked",
    "beta_schedule",
    "build_model",
    "classifier_guide",
    "generate",
    "load_model",
    "load_models",
    "load_on_preferred",
    "load_with_cpu_fallback",
    "save_model",
    "space_timesteps",
]
