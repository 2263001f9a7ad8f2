"""Computing on a cluster: the page of the preferences, and what the status bar says."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from glide_studio.core.request.cluster import ClusterState
from glide_studio.core.sentence import ArtistError
from glide_studio.session import cluster
from glide_studio.session.preferences import Preferences
from tests.ui.studio import Studio


@pytest.fixture
def quick_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "LOOK_EVERY", 200)


@pytest.fixture(autouse=True)
def page(quick_looks: None, app: QApplication, studio: Studio) -> None:
    studio.editor.cluster.look = lambda: look(Preferences().cluster_address)
    studio.press("Ctrl+,")
    studio.wait_for("preferences_dialog")
    studio.show_page("preferences_tabs", "Compute")


def look(address: str) -> ClusterState:
    """A cluster with two engines, if that is its address."""
    if address != "render.studio":
        raise ArtistError("The cluster {name} cannot be reached.", name=address)
    return ClusterState("0.1.0", 2, 1, 3, ("NVIDIA H100",) * 2, ("model", "starter"))


def says(studio: Studio, text: str) -> None:
    status, shown = studio.find("cluster_label"), studio.find("cluster_state_label")
    studio.qtbot.waitUntil(lambda: status.text() == shown.text().partition("\n")[0] == text)
    assert status.toolTip() == shown.text().partition("\n")[2]


def test_this_computer_needs_no_address_and_the_status_bar_says_nothing(studio: Studio) -> None:
    assert studio.find("compute_combo").currentText() == "This computer"
    assert not studio.find("cluster_address_edit").isEnabled()
    assert not studio.find("cluster_label").isVisible()


def test_a_cluster_says_what_it_does(studio: Studio) -> None:
    studio.choose("compute_combo", "Cluster")
    studio.type("cluster_address_edit", "render.stud")
    studio.find("cluster_token_edit").setFocus()  # which ends the entry
    says(studio, "Cluster: not available")
    assert "render.stud cannot be reached" in studio.find("cluster_label").toolTip()
    studio.type("cluster_address_edit", "render.studio")
    studio.type("cluster_token_edit", "0123456789abcdef")
    studio.click("cluster_fallback_check")
    assert Preferences().cluster_token == ""  # it is not complete before the field is left
    studio.find("cluster_certificate_edit").setFocus()
    says(studio, "Cluster: 1 of 2 busy, 3 waiting")
    assert studio.find("cluster_label").isVisible()
    assert "NVIDIA H100 (2)" in studio.find("cluster_label").toolTip()
    kept = Preferences()
    assert (kept.compute, kept.cluster_address) == ("cluster", "render.studio")
    assert (kept.cluster_token, kept.cluster_fallback) == ("0123456789abcdef", True)
    assert "0123" not in studio.find("cluster_token_edit").displayText()
    studio.choose("compute_combo", "This computer")
    says(studio, "")
    assert not studio.find("cluster_label").isVisible()


def test_a_cluster_without_the_chosen_model_says_so(studio: Studio) -> None:
    poor = replace(look("render.studio"), models=("another",))
    studio.editor.cluster.look = lambda: poor
    studio.choose("compute_combo", "Cluster")
    says(studio, f"Cluster: no model {studio.editor.models.model.title}")


def test_a_cluster_that_comes_back_is_noticed(studio: Studio) -> None:
    studio.choose("compute_combo", "Cluster")
    studio.type("cluster_address_edit", "render.studio")
    studio.find("cluster_token_edit").setFocus()
    answers = iter([ArtistError("The cluster {name} cannot be reached.", name="x")])

    def recovering() -> ClusterState:
        for error in answers:
            raise error
        return look("render.studio")

    studio.editor.cluster.look = recovering
    studio.editor.cluster.refresh()
    says(studio, "Cluster: not available")
    studio.qtbot.waitUntil(
        lambda: studio.find("cluster_label").text().startswith("Cluster: 1 of 2")
    )
