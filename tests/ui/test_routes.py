import asyncio
import gzip
import json
from dataclasses import dataclass
from urllib.parse import unquote

import pytest
from starlette.applications import Starlette

from geo.ui import routes
from geo.ui.features import FIELDS
from geo.ui.handover import Handover
from geo.ui.shelf import handovers, shelf


@dataclass
class Answer:
    status_code: int
    headers: dict
    body: bytes

    @property
    def text(self):
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()

    def json(self):
        return json.loads(self.text)


class Client:
    """Ask an ASGI application for a path, without a network."""

    def __init__(self, app):
        self.app = app

    def get(self, path):
        return asyncio.run(self._ask("GET", path))

    def post(self, path):
        return asyncio.run(self._ask("POST", path))

    async def _ask(self, method, path):
        sent = []

        asked = []

        async def receive():
            if asked:
                await asyncio.Event().wait()  # the client stays and says nothing more
            asked.append(True)
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            sent.append(message)

        scope = {"type": "http", "method": method, "path": unquote(path), "raw_path": path.encode(), "root_path": "",
                 "query_string": b"", "headers": [], "scheme": "http", "server": ("test", 80)}  # fmt: skip
        await self.app(scope, receive, send)
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:]))


@pytest.fixture(scope="module")
def client():
    return Client(Starlette(routes=routes.routes()))


def test_places_are_fetched_by_token_alone(client, dataset):
    answer = client.get(f"/jintu/atlas/{shelf().put(dataset)}/places.json")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"].startswith("private")
    assert len(answer.json()["rows"]) == 16


def test_the_script_reads_every_field_of_a_place():
    script = routes.script().decode()
    assert [name for name in FIELDS if f"{name}: row[at.{name}]" not in script] == []


def test_a_drawn_map_ends_the_wait_of_its_own_session(client):
    mine, other = Handover(), Handover()
    token = handovers().put(mine)
    handovers().put(other)
    assert client.post(f"/jintu/drawn/{token}").status_code == 204
    assert client.post("/jintu/drawn/x").status_code == 204
    assert client.get(f"/jintu/drawn/{token}").status_code == 405
    assert (mine.told, other.told) == (True, False)


@pytest.mark.parametrize("path", ["places.json", "details/0"])
@pytest.mark.parametrize("token", ["x", "..", "0" * 32])
def test_an_unknown_token_finds_nothing(client, token, path):
    answer = client.get(f"/jintu/atlas/{token}/{path}")
    assert answer.status_code == 404


def test_details_end_with_the_places(client, dataset):
    token = shelf().put(dataset)
    assert "s-1" in client.get(f"/jintu/atlas/{token}/details/0").json()
    assert client.get(f"/jintu/atlas/{token}/details/1").status_code == 404


@pytest.mark.parametrize("path", ["../SOURCES.md", "SOURCES.md", "..%2f..%2fpyproject.toml", "/etc/passwd"])
def test_only_the_base_maps_own_files_are_served(client, path):
    assert client.get(f"/jintu/basemap/x/{path}").status_code == 404


def test_the_base_map_is_served(client):
    answer = client.get("/jintu/basemap/x/borders.json")
    layers = {feature["properties"]["layer"] for feature in answer.json()["features"]}
    assert layers == {"prefecture", "province", "national"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_client_knows_twelve_themes(client, language):
    answer = client.get(f"/jintu/map/x/client-{language}.json").json()
    assert len(answer["themes"]) == 12


def test_leaflet_comes_from_its_package(client):
    assert "Leaflet 1.9" in client.get("/jintu/leaflet/leaflet.js").text


def test_data_is_marked_as_data(client):
    headers = client.get("/jintu/basemap/x/labels.json").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "default-src 'none'"


def test_the_script_writes_no_html():
    script = routes.script().decode()
    for way in (
        "innerHTML",
        "insertAdjacentHTML",
        "outerHTML",
        "document.write",
        "eval(",
        "new Function",
        ".html(",
    ):
        assert way not in script.replace("writes innerHTML", "").replace("as HTML", "")


def test_the_clients_captions_are_json():
    assert json.loads(routes.client("en"))["captions"]["legend.title"] == "Legend"
