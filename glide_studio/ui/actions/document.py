"""The File, Edit and Image menus."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def file_menu() -> Menu:
    """New, open, save, quit."""
    return Menu(
        "file",
        tr("&File"),
        (
            (
                Command("new", tr("New"), tr("Create an empty picture"), "Ctrl+N", "new"),
                Command("open", tr("Open…"), tr("Open a picture"), "Ctrl+O", "open"),
                Command("open_recent", tr("Open Recent"), tr("Open a recently used file")),
            ),
            (
                Command("save", tr("Save"), tr("Save the picture"), "Ctrl+S", "save"),
                Command(
                    "save_as",
                    tr("Save As…"),
                    tr("Save the picture under another name"),
                    "Ctrl+Shift+S",
                ),
            ),
            (Command("quit", tr("Quit"), tr("Quit GLIDE Studio"), "Ctrl+Q"),),
        ),
    )


def edit_menu() -> Menu:
    """Undo, clipboard, preferences."""
    return Menu(
        "edit",
        tr("&Edit"),
        (
            (
                Command("undo", tr("Undo"), tr("Undo the last step"), "Ctrl+Z", "undo"),
                Command(
                    "redo",
                    tr("Redo"),
                    tr("Redo the step that was undone last"),
                    "Ctrl+Shift+Z",
                    "redo",
                ),
            ),
            (
                Command(
                    "cut",
                    tr("Cut"),
                    tr("Cut the masked area of the active layer to the clipboard"),
                    "Ctrl+X",
                ),
                Command(
                    "copy", tr("Copy"), tr("Copy the masked area of the active layer"), "Ctrl+C"
                ),
                Command(
                    "copy_merged",
                    tr("Copy Merged"),
                    tr("Copy the masked area of all visible layers"),
                    "Ctrl+Shift+C",
                ),
                Command(
                    "paste",
                    tr("Paste"),
                    tr("Paste the clipboard as a new layer"),
                    "Ctrl+V",
                    "paste",
                ),
            ),
            (
                Command(
                    "preferences",
                    tr("Preferences…"),
                    tr("Set language, theme, text size and shortcuts"),
                    "Ctrl+,",
                    "settings",
                ),
            ),
        ),
    )


def image_menu() -> Menu:
    """Crop, size, rotation, flips."""
    return Menu(
        "image",
        tr("&Image"),
        (
            (
                switch(
                    "crop",
                    tr("Crop"),
                    tr("Crop the picture, or extend the canvas"),
                    "C",
                    "crop",
                ),
                Command(
                    "canvas_size",
                    tr("Canvas Size…"),
                    tr("Crop or extend the canvas at its edges"),
                    "Ctrl+Alt+C",
                ),
                Command(
                    "image_size",
                    tr("Image Size…"),
                    tr("Scale the whole picture"),
                    "Ctrl+Alt+I",
                ),
            ),
            (
                Command(
                    "rotate_image_right",
                    tr("Rotate 90° Right"),
                    tr("Rotate the picture 90° to the right"),
                ),
                Command(
                    "rotate_image_left",
                    tr("Rotate 90° Left"),
                    tr("Rotate the picture 90° to the left"),
                ),
                Command("rotate_image_half", tr("Rotate 180°"), tr("Rotate the picture by 180°")),
            ),
            (
                Command(
                    "flip_image_across",
                    tr("Flip Horizontally"),
                    tr("Flip the picture left to right"),
                ),
                Command(
                    "flip_image_down",
                    tr("Flip Vertically"),
                    tr("Flip the picture top to bottom"),
                ),
            ),
        ),
    )
