"""The program opens no connection but for downloads that the user started."""

import json
from pathlib import Path

from tests.library import released
from tests.library.faulty_server import faulty_server
from tests.processes import python

CODE = """
import asyncio, json, os, sys
connections = []

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        where = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[:2]
        connections.append([event, str(where)])

sys.addaudithook(watch)

from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from glide_studio import app
from glide_studio.cli.main import main

async def visit(editor, window):
    await editor.runs.preload()
    find = lambda name: window.findChild(QWidget, name)
    QTest.keyClicks(find("prompt_edit"), "a red apple")
    QTest.mouseClick(find("generate_button"), Qt.MouseButton.LeftButton)
    while editor.document.is_blank:
        await asyncio.sleep(0.05)
    actions = {action.objectName(): action for action in window.actions()}
    actions["manage_models_action"].trigger()
    actions["preferences_action"].trigger()
    await asyncio.sleep(0.2)
    while QApplication.activeModalWidget() is not None:
        QApplication.activeModalWidget().close()
    editor.new()

app.run([], visit)
assert main(["generate", "a red apple", "-o", "a.png", "--base-only", "--steps", "2"]) == 0
assert main(["models", "list"]) == 0
silent = not connections
assert main(["models", "install", "--yes"]) == 0
qt = "PySide6.QtNetwork" in sys.modules
print(json.dumps({"silent": silent, "qt": qt, "connections": connections}))
"""


def test_only_a_download_that_the_user_starts_opens_a_connection(tmp_path: Path) -> None:
    """A real run of the window, with a picture, the Models window and the preferences, and of the
    command line; then an installation, which connects to the mirror and to nothing else."""
    files = {name: released.save(name, tmp_path).read_bytes() for name in ("base", "upsample")}
    with faulty_server(**files) as server:
        done = python("-c", CODE, folder=tmp_path, GLIDE_STUDIO_MIRRORS=server.address)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout.splitlines()[-1])
    port = server.address.rpartition(":")[2]
    assert report["silent"], report["connections"]
    assert not report["qt"]
    assert report["connections"]
    for _event, where in report["connections"]:
        assert "127.0.0.1" in where
        assert port in where
