"""Commands on the document as a whole, and its size."""

from glide_studio.session.language import tr
from glide_studio.ui.actions.command import Command, Menu, switch


def file_menu() -> Menu:
    """Files, and the way out."""
    return Menu(
        "file",
        tr("&File"),
        (
            (
                Command("new", tr("New"), tr("Start with an empty picture"), "Ctrl+N", "new"),
                Command("open", tr("Open…"), tr("Open a picture"), "Ctrl+O", "open"),
                Command("open_recent", tr("Open Recent"), tr("Open one of the files used last")),
            ),
            (
                Command("save", tr("Save"), tr("Save the picture"), "Ctrl+S", "save"),
                Command("save_as", tr("Save As…"), tr("Save to another file"), "Ctrl+Shift+S"),
            ),
            (Command("quit", tr("Quit"), tr("Leave GLIDE Studio"), "Ctrl+Q"),),
        ),
    )


def edit_menu() -> Menu:
    """The history, the clipboard, and what the studio remembers."""
    return Menu(
        "edit",
        tr("&Edit"),
        (
            (
                Command("undo", tr("Undo"), tr("Go back one step"), "Ctrl+Z", "undo"),
                Command("redo", tr("Redo"), tr("Go forward one step"), "Ctrl+Shift+Z", "redo"),
            ),
            (
                Command("cut", tr("Cut"), tr("Move what is masked to the clipboard"), "Ctrl+X"),
                Command("copy", tr("Copy"), tr("Copy what is masked of the layer"), "Ctrl+C"),
                Command(
                    "copy_merged",
                    tr("Copy Merged"),
                    tr("Copy what is masked of all layers"),
                    "Ctrl+Shift+C",
                ),
                Command("paste", tr("Paste"), tr("Put a copied picture on top"), "Ctrl+V", "paste"),
            ),
            (
                Command(
                    "preferences",
                    tr("Preferences…"),
                    tr("Language, theme, letters and shortcuts"),
                    "Ctrl+,",
                    "settings",
                ),
            ),
        ),
    )


def image_menu() -> Menu:
    """The size and the frame of the picture."""
    return Menu(
        "image",
        tr("&Image"),
        (
            (
                switch(
                    "crop",
                    tr("Crop"),
                    tr("Cut the picture, or drag its edges outwards"),
                    "C",
                    "crop",
                ),
                Command(
                    "canvas_size",
                    tr("Canvas Size…"),
                    tr("Cut off or add pixels at the edges"),
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
                    tr("Turn the picture itself to the right"),
                ),
                Command(
                    "rotate_image_left",
                    tr("Rotate 90° Left"),
                    tr("Turn the picture itself to the left"),
                ),
                Command("rotate_image_half", tr("Rotate 180°"), tr("Turn the picture upside down")),
            ),
            (
                Command(
                    "flip_image_across",
                    tr("Flip Horizontally"),
                    tr("Mirror the picture itself left to right"),
                ),
                Command(
                    "flip_image_down",
                    tr("Flip Vertically"),
                    tr("Mirror the picture itself top to bottom"),
                ),
            ),
        ),
    )
