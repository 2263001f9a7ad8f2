"""What goes into the installers, and what stays out: the one table for all platforms.

Names of files are patterns of `fnmatch`, below the folder of the program's libraries, with forward
slashes. `*` also matches a slash.
"""

from fnmatch import fnmatchcase
from pathlib import PurePosixPath

EXTRAS = ("credentials",)
"""The optional parts that installers bring: an artist has no pip. The one for HEIC is not among
them, since its library contains x265, which is under the GPL."""

LEFT_OUT_MODULES = (
    "glide_studio.bench",  # tools of contributors, with the commands for them
    "glide_studio.training",
    # the server of a cluster, and what it needs; installers have the client
    *("glide_studio.pool.engines", "glide_studio.pool.queueing", "glide_studio.pool.server"),
    *("ray", "starlette", "uvicorn", "msgpack", "google"),
    *("IPython", "PIL.ImageTk", "_tkinter", "tkinter", "turtle"),
    *("PySide6.QtNetwork", "PySide6.QtTest", "PySide6.QtOpenGL", "PySide6.QtQml"),
    *("pillow_heif", "matplotlib", "cv2", "OpenEXR", "vtk", "vtkmodules", "resvg_py", "pyora"),
    *("pytest", "_pytest", "hypothesis", "mypy", "importlinter", "grimp", "atheris", "build"),
    *("setuptools", "pkg_resources", "_distutils_hack", "pip", "PyInstaller", "cyclonedx"),
    *("huggingface_hub", "hf_xet", "httpx2", "httpcore2", "requests", "urllib3", "fsspec"),
    # what torch needs to compile and export networks
    *("sympy", "mpmath", "networkx", "jinja2", "markupsafe", "yaml", "onnx", "tensorboard"),
    *("pygments", "rich", "markdown_it", "mdurl", "mpl_toolkits", "pydoc_data", "pycparser"),
    *("scipy.io", "scipy.cluster", "scipy.datasets", "scipy.misc", "scipy.odr"),
)
"""Modules that something imports, but nothing that the program does needs. None is of torch: it
imports its parts crosswise, and does not start without them."""

NEEDED_MODULES = (
    *("c2pa", "cryptography", "isal.igzip_lib", "scipy.ndimage"),
    *("unittest.mock", "PySide6.QtSvg"),
)
"""Modules that are imported where PyInstaller does not see it."""

LEFT_OUT_FILES = (
    # Qt: of its plugins what shows a window and the pictures of the interface.
    "PySide6/*plugins/platforms/*eglfs*",
    "PySide6/*plugins/platforms/*linuxfb*",
    "PySide6/*plugins/platforms/*minimalegl*",
    "PySide6/*plugins/platforms/*vnc*",
    "PySide6/*plugins/platforms/*vkkhrdisplay*",
    "PySide6/*plugins/platforms/*direct2d*",
    "PySide6/*plugins/egldeviceintegrations/*",
    "PySide6/*plugins/xcbglintegrations/*",
    "PySide6/*plugins/wayland-graphics-integration-*",
    "PySide6/*plugins/generic/*",
    "PySide6/*plugins/networkinformation/*",
    "PySide6/*plugins/tls/*",
    "PySide6/*plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/*plugins/platformthemes/*gtk3*",
    "PySide6/*plugins/imageformats/*tga*",
    "PySide6/*plugins/imageformats/*icns*",
    "PySide6/*plugins/imageformats/*pdf*",
    "PySide6/*plugins/imageformats/*tiff*",
    "PySide6/*plugins/imageformats/*wbmp*",
    "PySide6/opengl32sw.dll",
    "*Qt6Network*",
    "*Qt6OpenGL*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*Qt6Pdf*",
    "*Qt6VirtualKeyboard*",
    "*Qt6EglF[sS]*",
    # what the plugins above alone load
    *("libgtk-3.*", "libgdk*", "libgio-*", "libgobject-*", "libgmodule-*", "libatk*", "libatspi.*"),
    *("libcairo*", "libpango*", "libepoxy.*", "libpixman-*", "libharfbuzz.so*", "libgraphite2.*"),
    *("libfribidi.*", "libthai.*", "libdatrie.*", "libxcb-glx.*", "libjpeg.so*", "libmount.*"),
    *("libblkid.*", "libselinux.*", "libX[a-z]*.so.[0-9]"),
    *("libgssapi_krb5.*", "libkrb5*", "libk5crypto.*", "libkeyutils.*", "libcom_err.*"),
    *("libbsd.*", "libmd.*"),
    # torch: its tests, compilers and headers.
    "torch/test/*",
    "torch/bin/*",
    "torch/include/*",
    "torch/share/*",
    "torch/utils/benchmark/*",
    "torch/utils/model_dump/*",
    "torch/_inductor/kernel/*.jinja",
    "torchgen/*",
    "functorch/*",
    # What is there for compilers and debuggers, and tests.
    *("*.lib", "*.a", "*.pdb", "*.rlib", "c2pa/libs/*.d"),
    "*.h",
    "*.pxd",
    "*.pyi",
    "*/tests/*",
    "hypothesis-*.dist-info/*",
    "markupsafe-*.dist-info/*",
)

KEPT_FILES = ("torch/bin/torch_shm_manager*",)
"""Files that are kept although a pattern leaves them out: `import torch` looks for them."""

QT_TRANSLATIONS = ("qtbase_de.qm", "qtbase_fr.qm")
"""Of Qt's own texts, those in the languages of the program."""

STRIPPED = ("libtorch_cpu.so*", "libtorch_python.so*", "libpython3*.so*")
"""Libraries for Linux that keep working without their symbols; OpenBLAS does not."""


def is_shipped(name: str) -> bool:
    """Whether the file `name` goes in: a path below the folder of libraries."""
    name = name.replace("\\", "/")
    if "translations" in PurePosixPath(name).parts and name.endswith(".qm"):
        return PurePosixPath(name).name in QT_TRANSLATIONS
    if any(fnmatchcase(name, pattern) for pattern in KEPT_FILES):
        return True
    return not any(fnmatchcase(name, pattern) for pattern in LEFT_OUT_FILES)
