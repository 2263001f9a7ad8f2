"""What the artist should know of the prompts of a request before it runs."""

from collections.abc import Iterator

from glide_studio.core.request.request import GenerationRequest, Notice
from glide_studio.core.request.source import Upscale
from glide_studio.core.sentence import Sentence
from glide_studio.engine.models import Models


def prompt_notices(models: Models, request: GenerationRequest) -> Iterator[Notice]:
    """Says what the networks do not read of the prompts, and that a negative prompt is in vain."""
    settings = request.settings
    context = models.base.spec.text_ctx
    prompt = models.tokenizer.measure(settings.prompt, context)
    if prompt.is_cut:
        yield Notice(
            Sentence(
                "The prompt is too long for the model: it does not read “{words}”.",
                words=settings.prompt[prompt.read :].strip(),
            )
        )
    if not settings.negative_prompt:
        return
    if isinstance(request.source, Upscale):
        yield Notice(Sentence("Upscaling does not use the negative prompt."))
        return
    if settings.guidance_scale <= 1:
        yield Notice(
            Sentence("The negative prompt has no effect. Raise the guidance above 1 to use it.")
        )
        return
    negative = models.tokenizer.measure(settings.negative_prompt, context)
    if negative.is_cut:
        yield Notice(
            Sentence(
                "The negative prompt is too long for the model: it does not read “{words}”.",
                words=settings.negative_prompt[negative.read :].strip(),
            )
        )
