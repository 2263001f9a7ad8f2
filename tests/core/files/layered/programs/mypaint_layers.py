"""Run by Debian's Python: opens IN.ora with MyPaint's library, writes what it shows as OUT.png and
saves it again as AGAIN.ora; prints the page and the layers, bottom first, as JSON."""

import json
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

sys.path.insert(0, "/usr/lib/mypaint")
import lib.gibindings  # noqa: I001  (before the other imports of lib)
import lib.document
import lib.eotf
import lib.modes
import lib.mypaintlib

source, shown, again = sys.argv[1:]
image = ElementTree.fromstring(zipfile.ZipFile(source).read("stack.xml"))
# As MyPaint's window does for a file that names no eotf.
lib.eotf.set_eotf(1.0)
lib.modes.set_default_mode(lib.mypaintlib.CombineNormal)
with tempfile.TemporaryDirectory() as cache:
    document = lib.document.Document(cache_dir=cache)
    document.load_ora(source)
    size = {"width": int(image.get("w")), "height": int(image.get("h"))}
    document.update_frame(x=0, y=0, user_initiated=False, **size)
    document.set_frame_enabled(True, user_initiated=False)
    layers = [
        [
            layer.name,
            "pass-through"
            if layer.mode == lib.modes.PASS_THROUGH_MODE
            else lib.mypaintlib.combine_mode_get_info(layer.mode)["name"],
            layer.opacity,
            layer.visible,
            layer.locked,
        ]
        for _, layer in document.layer_stack.walk()
    ]
    print("JSON" + json.dumps([[size["width"], size["height"], document._xres], layers[::-1]]))
    document.layer_stack.background_visible = False
    document.save_png(shown, alpha=True)
    document.save_ora(again)
