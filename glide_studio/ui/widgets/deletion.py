"""Ending widgets before the event loop comes round."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject


def delete_now(thing: QObject) -> None:
    """Delete `thing` with all that belongs to it; nothing of it may be at work."""
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete.value)
