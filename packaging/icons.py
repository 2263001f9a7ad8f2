"""The program's icon in the sizes and formats that the platforms want."""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image

LOGO = Path(__file__).parents[1] / "resources" / "logo" / "glide-studio.svg"
SIDES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)


def draw_icons(folder: Path) -> None:
    """Draw the logo into `folder`: glide-studio-SIDE.png, glide-studio.ico, glide-studio.icns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    for side in SIDES:
        image = QImage(side, side, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        QSvgRenderer(str(LOGO)).render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        (folder / f"glide-studio-{side}.png").write_bytes(bytes(buffer.data().data()))
        pictures.append(Image.open(BytesIO(bytes(buffer.data().data()))))
    del app
    *small, _, large = pictures
    small[-1].save(folder / "glide-studio.ico", append_images=small[:-1], sizes=_ico_sizes())
    large.save(folder / "glide-studio.icns", append_images=pictures[:-1])


def _ico_sizes() -> list[tuple[int, int]]:
    return [(side, side) for side in SIDES if side <= 256]
