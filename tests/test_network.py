"""The program opens no connection but for what the user wants from the network."""

import json
from pathlib import Path

from tests.library import released
from tests.library.faulty_server import FaultyServer, faulty_server
from tests.processes import python

WATCH = """
import asyncio, json, os, socket, sys
import psutil
connections, local = [], []

def watch(event, arguments):
    # in the file system, or elsewhere
    if event in ("socket.connect", "socket.bind") and arguments[0].family == socket.AF_UNIX:
        local.append([event, str(arguments[1])])
    elif event in (
        *("socket.connect", "socket.sendto", "socket.bind"),
        *("socket.getaddrinfo", "socket.gethostbyname"),
    ):
        where = arguments[:2] if event.startswith("socket.get") else arguments[1]
        connections.append([event, str(where)])

sys.addaudithook(watch)
"""

CODE = (
    WATCH
    + """

from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from glide_studio import app
from glide_studio.cli.main import main
from glide_studio.session.single_instance import SingleInstance, address

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
    # What libraries in C open, no hook of Python's sees.
    opened = psutil.Process().net_connections("inet")
    connections.extend(["inet", str(each)] for each in opened)

app.run([], visit, instance=SingleInstance.claim([]))
assert main(["generate", "a red apple", "-o", "a.png", "--base-only", "--steps", "2"]) == 0
batch = ["generate", "--prompts", "prompts.txt", "--out", "out", "--base-only", "--steps", "2"]
assert main(batch) == 0
assert main(["models", "list"]) == 0
silent = not connections
assert main(["models", "install", "--yes"]) == 0
unneeded = [name for name in ("PySide6.QtNetwork", "ray", "uvicorn") if name in sys.modules]
places = sorted({place for _, place in local} - {address()})
report = {"silent": silent, "unneeded": unneeded, "connections": connections, "places": places}
print(json.dumps(report))
"""
)

LOOK = (
    WATCH
    + """
from PySide6.QtWidgets import QLabel
from glide_studio import app
from glide_studio.session.preferences import Preferences

async def wait(editor, window):
    while not window.findChild(QLabel, "message_label").text().startswith("GLIDE Studio 999"):
        await asyncio.sleep(0.05)

def load():
    raise RuntimeError("the window does without an engine")

Preferences().look_for_updates = True
app.run([], wait, load)
print(json.dumps(connections))
"""
)


def test_only_what_the_user_wants_opens_a_connection(tmp_path: Path) -> None:
    """A real run of the window, with a picture, the Models window and the preferences, and of the
    command line; then an installation, which connects to the mirror and to nothing else.

    The window has one socket for later starts, in the file system, which no network reaches."""
    (tmp_path / "prompts.txt").write_text("a red apple\n")
    files = {name: released.save(name, tmp_path).read_bytes() for name in ("base", "upsample")}
    with faulty_server(**files) as server:
        addresses = {"MIRRORS": server.address, "UPDATES": f"{server.address}/newest"}
        variables = {f"GLIDE_STUDIO_{name}": address for name, address in addresses.items()}
        done = python("-c", CODE, folder=tmp_path, **variables)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout.splitlines()[-1])
    assert report["silent"], report["connections"]
    assert not report["unneeded"]
    assert report["places"] == []
    assert "/newest" not in server.paths
    assert _are_to(server, report["connections"])


def test_a_start_looks_for_updates_once_if_the_user_wants_it(tmp_path: Path) -> None:
    with faulty_server(newest=b'{"version": "999.0.0", "page": "https://example.org"}') as server:
        address = f"{server.address}/newest.pt"
        done = python("-c", LOOK, folder=tmp_path, GLIDE_STUDIO_UPDATES=address)
    assert done.returncode == 0, done.stderr
    assert server.paths == ["/newest.pt"]
    assert _are_to(server, json.loads(done.stdout.splitlines()[-1]))


def _are_to(server: FaultyServer, connections: list[list[str]]) -> bool:
    """Whether there are connections, and all are to this server."""
    port = server.address.rpartition(":")[2]
    return bool(connections) and all("127.0.0.1" in to and port in to for _, to in connections)
