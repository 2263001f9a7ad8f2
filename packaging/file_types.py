"""The kinds of files that installers associate with the program, on every platform."""

from typing import NamedTuple


class FileType(NamedTuple):
    """A kind of file by the names that the platforms have for it."""

    name: str
    suffixes: tuple[str, ...]
    mime: str
    uti: str
    """Apple's uniform type identifier."""


PROJECT = FileType("OpenRaster project", (".ora",), "image/openraster", "org.openraster.ora")
PICTURES = (
    FileType("PNG image", (".png",), "image/png", "public.png"),
    FileType("JPEG image", (".jpg", ".jpeg"), "image/jpeg", "public.jpeg"),
    FileType("WebP image", (".webp",), "image/webp", "org.webmproject.webp"),
    FileType("TIFF image", (".tif", ".tiff"), "image/tiff", "public.tiff"),
    FileType("AVIF image", (".avif",), "image/avif", "public.avif"),
    FileType("GIF image", (".gif",), "image/gif", "com.compuserve.gif"),
    FileType("BMP image", (".bmp",), "image/bmp", "com.microsoft.bmp"),
    FileType(
        "Photoshop document",
        (".psd", ".psb"),
        "image/vnd.adobe.photoshop",
        "com.adobe.photoshop-image",
    ),
)
"""What the program opens besides; it never makes itself the first choice for these. HEIC is
missing: installers cannot bring what reads it."""
