"""The server and its client over real connections, before a pool that makes no pictures."""

import datetime
import ipaddress
import socket
import time
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import httpx
import numpy as np
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from glide_studio import compute
from glide_studio.compute import ChosenEngine, look_at_cluster
from glide_studio.core.request.request import GenerationRequest, Notice, Preview, Result
from glide_studio.core.request.settings import RequestError
from glide_studio.core.sentence import ArtistError, Paragraph, Sentence
from glide_studio.pool import client as pooling
from glide_studio.pool import server as serving
from glide_studio.pool.client import PoolAddress, PoolClient, PoolError, PoolLost
from glide_studio.pool.messages import (
    MAX_REQUEST,
    RUNS,
    Failed,
    Made,
    Message,
    MessageError,
    Messages,
    Picture,
    Said,
    Step,
    Told,
    Waiting,
    encoded,
    framed,
)
from glide_studio.session.preferences import Preferences
from tests.fakes import FakeEngine, text_request
from tests.pool.stand_in import StandInPool, is_colour, standing_in

TOKEN = "a token for the tests"


def client_of(port: int, token: str = "", certificate: str = "") -> "closing[PoolClient]":
    scheme = "https" if certificate else "http"
    address = PoolAddress.parsed(f"{scheme}://127.0.0.1:{port}", token, certificate)
    return closing(PoolClient(address))


def test_a_run_brings_its_previews_and_results() -> None:
    request = text_request(count=3, seed=40)
    with standing_in(StandInPool()) as (_, port), client_of(port) as client:
        events = list(client(request))
        state = client.state()
    assert [type(event) for event in events] == [Preview, Result] * 3
    for number, result in enumerate(events[1::2]):
        assert isinstance(result, Result)
        assert (result.sample, result.request.settings.seed) == (number, 40 + number)
        assert is_colour(result.picture, number)
    assert (state.engines, state.busy, state.queued) == (2, 1, 3)
    assert state.models == ("starter",)


@pytest.mark.parametrize("token", ["", "another token than that"])
def test_a_client_without_the_token_is_refused(token: str) -> None:
    with standing_in(StandInPool(), TOKEN) as (_, port):
        with client_of(port, token) as client:
            with pytest.raises(PoolError, match="does not accept the token"):
                client.state()
            with pytest.raises(PoolError, match="does not accept the token"):
                list(client(text_request()))
        with client_of(port, TOKEN) as client:
            assert client.state().engines == 2


def test_a_client_of_another_version_is_told_both(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = StandInPool()
    with standing_in(pool) as (server, port), client_of(port) as client:
        server.version = "9.9.9"
        with pytest.raises(PoolError, match=r"runs GLIDE Studio 9\.9\.9, this computer 0\.1\.0"):
            list(client(text_request()))
        plain = httpx.post(f"http://127.0.0.1:{port}{RUNS}", content=b"{}")
    assert plain.status_code == 409
    assert not pool.runs


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"settings": {"count": 1000000}}'])
def test_a_request_that_is_none_reaches_no_engine(body: bytes) -> None:
    pool = StandInPool()
    with standing_in(pool) as (server, port):
        headers = {"glide-version": serving.version_header(server.version)}
        answer = httpx.post(f"http://127.0.0.1:{port}{RUNS}", content=body, headers=headers)
    assert answer.status_code in (400, 413)
    assert not pool.runs


def test_sizes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = StandInPool()
    with standing_in(pool) as (_, port), client_of(port) as client:
        monkeypatch.setattr(serving, "MAX_REQUEST", 10)
        with pytest.raises(RequestError, match="too large for the cluster"):
            list(client(text_request()))
        monkeypatch.setattr(serving, "MAX_REQUEST", MAX_REQUEST)
        monkeypatch.setattr(serving, "MAX_WAITING", 10)
        with pytest.raises(PoolError, match="queue is full"):
            list(client(text_request()))
        monkeypatch.setattr(serving, "MAX_WAITING", 2000)
        for _ in range(20):  # what has run no longer counts
            assert len(list(client(text_request()))) == 2
        monkeypatch.setattr(pooling, "MAX_REQUEST", 10)
        with pytest.raises(PoolError, match="too large for a cluster"):
            list(client(text_request()))
    assert len(pool.runs) == 20


def test_a_request_that_does_not_arrive_makes_room_for_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither one that stops half-way, nor one whose client hangs up meanwhile."""
    pool = StandInPool()
    monkeypatch.setattr(serving, "BODY_SECONDS", 0.05)
    monkeypatch.setattr(serving, "MAX_WAITING", 1500)
    with standing_in(pool) as (server, port):
        version = f"glide-version: {serving.version_header(server.version)}"
        head = (f"POST {RUNS} HTTP/1.1", "host: x", version, "content-length: 99", "", "{")
        for hangs_up in (True, False) * 10:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                connection.sendall("\r\n".join(head).encode())
                if not hangs_up:
                    assert b" 408 " in connection.recv(1000)
        with client_of(port) as client:
            assert len(list(client(text_request()))) == 2
    assert len(pool.runs) == 1


def test_a_cancelled_run_is_given_up_by_the_server() -> None:
    pool = StandInPool(seconds=60)
    with standing_in(pool) as (_, port), client_of(port) as client:
        client.is_cancelled = lambda: bool(pool.runs)
        assert list(client(text_request())) == []
        assert pool.closed.wait(5)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for loopback with its key, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "render.studio")])
    now, loopback = datetime.datetime.now(datetime.UTC), ipaddress.ip_address("127.0.0.1")
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(loopback)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "studio.pem"
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    private = key.private_bytes(*form, serialization.NoEncryption())
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


def test_the_connection_is_encrypted_and_the_server_known(
    certificate: Path, tmp_path: Path
) -> None:
    with standing_in(StandInPool(), TOKEN, certificate) as (_, port):
        with client_of(port, TOKEN, str(certificate)) as client:
            assert len(list(client(text_request()))) == 2
        unknown = PoolAddress.parsed(f"https://127.0.0.1:{port}", TOKEN)
        with (
            closing(PoolClient(unknown)) as client,
            pytest.raises(PoolError, match="is not trusted: choose its file"),
        ):
            client.state()
        with client_of(port, TOKEN) as client, pytest.raises(PoolLost):  # without encryption
            client.state()
        with (
            client_of(port, TOKEN, str(tmp_path / "absent.pem")) as client,
            pytest.raises(PoolError, match=r"absent\.pem"),
        ):
            client.state()


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("render.studio", "https://render.studio:7421"),
        ("render.studio:80", "https://render.studio:80"),
        ("https://render.studio:80/", "https://render.studio:80"),
        ("localhost:5", "http://localhost:5"),
        ("127.0.0.1", "http://127.0.0.1:7421"),
        ("https://127.0.0.1:5", "https://127.0.0.1:5"),
        ("[::1]:5", "http://[::1]:5"),
        ("[2001:db8::1]", "https://[2001:db8::1]:7421"),
    ],
)
def test_beyond_this_computer_every_address_is_encrypted(text: str, url: str) -> None:
    assert PoolAddress.parsed(text).url == url


@pytest.mark.parametrize(
    "text", ["", ":5", "a b", "http://render.studio", "ftp://a", "a:70000", "a:b", "a/b", "a?b:1"]
)
def test_what_is_no_address_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(PoolError, match=r"^[^\n]+\.$"):
        PoolAddress.parsed(text)


def previews() -> st.SearchStrategy[Step]:
    sides = st.integers(1, 5)
    shapes = st.tuples(sides, sides) | st.tuples(sides, sides, st.just(3))
    pictures = shapes.map(lambda shape: Picture.of(np.full(shape, 7, np.uint8)))
    numbers = st.integers(0, 2**31)
    return st.builds(Step, st.text(), numbers, numbers, numbers, pictures)


MESSAGES = st.one_of(
    previews(),
    st.builds(Waiting, st.integers(0, 9)),
    st.builds(
        Made,
        st.integers(0, 7),
        previews().map(lambda step: step.picture),
        st.none(),
        st.none() | st.floats(-1, 1),
        st.lists(previews(), max_size=2).map(tuple),
    ),
)


@settings(max_examples=30)
@given(st.lists(MESSAGES, max_size=5), st.integers(1, 40))
def test_messages_arrive_in_pieces_of_any_size(sent: list[Message], size: int) -> None:
    data, received = b"".join(framed(encoded(message)) for message in sent), Messages()
    pieces = [data[i : i + size] for i in range(0, len(data), size)]
    assert [message for piece in pieces for message in received.feed(piece)] == sent


@given(st.binary(max_size=60))
def test_other_bytes_are_no_messages(data: bytes) -> None:
    for sent in (data, framed(data)):
        with suppress(MessageError):
            for message in Messages().feed(sent):
                assert framed(encoded(message)) == sent[: len(framed(encoded(message)))]


def test_sentences_keep_their_values_and_can_still_be_translated() -> None:
    said = Paragraph([Sentence("Seed {seed}.", seed=7), Sentence("Model {name}.", name="starter")])
    notice = Told(Said.all_of(said)).notice
    assert str(notice.sentence) == "Seed 7. Model starter."
    assert isinstance(notice.sentence, Paragraph)
    assert [each.template for each in notice.sentence.sentences] == [
        "Seed {seed}.",
        "Model {name}.",
    ]
    with pytest.raises(MessageError):
        _ = Told((Said("{a.b}", {"a": 1}),)).notice
    assert "(ValueError)" in str(Failed.of(ValueError("odd")).error)


@pytest.fixture
def chosen() -> Preferences:
    preferences = Preferences()
    preferences.compute = "cluster"
    return preferences


def ran(here: FakeEngine, preferences: Preferences) -> tuple[list[str], list[int]]:
    """The notices of a run of three pictures, and the samples of its results."""
    request: GenerationRequest = replace(text_request(count=3))
    notices, samples = [], []
    for event in ChosenEngine(here, preferences)(request):
        if isinstance(event, Notice):
            notices.append(str(event.sentence))
        elif isinstance(event, Result):
            samples.append(event.sample)
    return notices, samples


def test_a_broken_connection_is_made_again(
    chosen: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compute, "RETRY_SECONDS", 0.1)
    here, pool = FakeEngine(), StandInPool(breaks=1)
    with standing_in(pool) as (_, port):
        chosen.cluster_address = f"127.0.0.1:{port}"
        assert look_at_cluster().engines == 2
        notices, samples = ran(here, chosen)
    assert len(pool.runs) == 2
    assert sorted(samples) == [0, 1, 2]
    (notice,) = notices
    assert "The connection to the cluster" in notice
    assert not here.requests


def test_a_cluster_that_is_gone_keeps_the_run_or_moves_it_if_the_artist_said_so(
    chosen: Preferences,
) -> None:
    here = FakeEngine()
    with standing_in(StandInPool()) as (_, port):
        chosen.cluster_address = f"127.0.0.1:{port}"
    with pytest.raises(ArtistError, match=r"cannot be reached\. The run is kept: retry it"):
        ran(here, chosen)
    assert not here.requests
    chosen.cluster_fallback = True
    notices, samples = ran(here, chosen)
    assert "cannot be reached. This computer runs the request instead." in notices[0]
    assert samples == [0, 1, 2]
    chosen.compute, chosen.cluster_fallback = "here", False
    assert ran(here, chosen) == ([], [0, 1, 2])


def test_what_waits_for_the_cluster_to_come_back_can_be_cancelled(chosen: Preferences) -> None:
    engine = ChosenEngine(FakeEngine(), chosen)
    with standing_in(StandInPool(breaks=1)) as (_, port):
        chosen.cluster_address = f"127.0.0.1:{port}"
        events = engine(text_request(count=2))
        assert isinstance([next(events) for _ in range(3)][-1], Notice)
    engine.is_cancelled = lambda: True
    started = time.monotonic()
    assert list(events) == []
    assert time.monotonic() - started < 1.0
