"""What the artist knows runs and their pictures by."""

from glide_studio.core.request.request import GenerationRequest
from glide_studio.session.language import tr


def title(request: GenerationRequest) -> str:
    """The prompt; of what may lack one, what is done."""
    return tr("Upscale 4x") if request.upscale else request.prompt
