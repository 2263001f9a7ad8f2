"""What the status bar says of the model and the memory."""

from glide_studio.core.request.devices import Device, MemoryUse
from glide_studio.ui.window import status_bar
from tests.ui.studio import Studio

GB = 10**9


def test_the_gauge_follows_the_memory_and_says_whose_it_is(
    studio: Studio,
) -> None:
    studio.window.resize(1600, 900)
    label = studio.find("memory_label")
    assert not label.isVisible()
    use = [MemoryUse(Device("cpu", "AMD EPYC"), 1_440_000_000, 25 * GB)]
    studio.window.findChild(status_bar.StatusBar)._gauge.setInterval(10)
    studio.window.set_memory_gauge(lambda: use[-1])
    assert label.isVisible()
    assert label.text() == "1.4 GB"
    assert label.toolTip() == (
        "Memory of GLIDE Studio: 1.4 GB of the 25 GB of this computer (AMD EPYC)"
    )
    use.append(MemoryUse(Device("cuda", "NVIDIA H100"), 3 * GB, 80 * GB))
    studio.qtbot.waitUntil(lambda: label.text() == "3.0 GB")
    assert label.toolTip() == (
        "Memory of GLIDE Studio on the graphics card: 3.0 GB of the 80 GB of NVIDIA H100"
    )


def test_a_narrow_window_leaves_the_room_to_the_sentence_about_the_tool(studio: Studio) -> None:
    memory, model, tool = (studio.find(f"{name}_label") for name in ("memory", "model", "tool"))
    studio.window.set_memory_gauge(lambda: MemoryUse(Device("cpu", "AMD EPYC"), GB, 25 * GB))
    for width, shown in ((1600, (True, True)), (1280, (False, True)), (1000, (False, False))):
        studio.window.resize(width, 800)
        studio.qtbot.waitUntil(lambda shown=shown: (memory.isVisible(), model.isVisible()) == shown)
    assert tool.width() > 0


def test_the_model_is_named_with_its_state(studio: Studio) -> None:
    studio.window.show_model("starter", "loading")
    assert studio.find("model_label").text() == "starter · loading…"
    studio.window.show_model("starter", "ready")
    assert studio.find("model_label").text() == "starter"
