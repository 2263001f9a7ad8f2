"""More pictures like one that was made."""

from dataclasses import replace

from glide_studio.core.request.request import PICTURE_SHAPE, GenerationRequest, RequestError, Result


def variations(result: Result, strength: float, seed: int, count: int) -> GenerationRequest:
    """A request for `count` pictures that begin with `result`, noised to `strength`, 0 to 1.

    They land where it does; near 0 they are hardly different. Raises RequestError for a result
    that is not 256 x 256, as of a run without upsampler.
    """
    if result.picture.shape != PICTURE_SHAPE:
        raise RequestError("Only pictures of 256 x 256 can be varied.")
    return replace(
        result.request, picture=result.picture, strength=strength, seed=seed, count=count
    )
