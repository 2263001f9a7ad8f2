"""Error messages for the artist."""

import logging

from glide_studio.core.sentence import ArtistError
from glide_studio.session.language import tr, translated

_log = logging.getLogger(__name__)


def sentence(error: BaseException) -> str:
    """Return one sentence for `error` in the language of the interface, without a traceback.

    Errors made for the artist speak for themselves; any other is named with its type, because
    that is what a bug report needs.
    """
    if isinstance(error, ArtistError):
        return translated(error.sentence)
    if isinstance(error, MemoryError):
        return tr("There is not enough memory. Close other documents or programs, then try again.")
    message = str(error).strip().splitlines()
    detail = message[0].rstrip(".") if message else tr("no details")
    said = tr("Something went wrong: {detail} ({kind}).")
    return said.format(detail=detail, kind=type(error).__name__)


def logged_sentence(error: Exception) -> str:
    """The sentence for `error`, with its details in the log."""
    _log.debug("shown to the artist: %s", error, exc_info=error)
    return sentence(error)
