import pytest

from geo.errors import TilesError
from geo.tiles import leaflet_template

KVP = (
    "https://maps.example.org/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=img&STYLE=default"
    "&TILEMATRIXSET=GoogleMapsCompatible&FORMAT=image/png&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}"
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://t.example.org/{z}/{x}/{y}.png", "https://t.example.org/{z}/{x}/{y}.png"),
        (" http://127.0.0.1:8080/{z}/{x}/{-y}.png?v=1 ", "http://127.0.0.1:8080/{z}/{x}/{-y}.png?v=1"),
        ("https://{s}.t.example.org/{z}/{y}/{x}", "https://{s}.t.example.org/{z}/{y}/{x}"),
        (
            "https://e.org/wmts/img/default/w/{TileMatrix}/{TileRow}/{TileCol}.png",
            "https://e.org/wmts/img/default/w/{z}/{y}/{x}.png",
        ),
        (
            "https://e.org/wmts/img/w/{tilematrix}/{tilerow}/{tilecol}",
            "https://e.org/wmts/img/w/{z}/{y}/{x}",
        ),
        (
            KVP,
            KVP.replace("{TileMatrix}", "{z}").replace("{TileRow}", "{y}").replace("{TileCol}", "{x}"),
        ),
    ],
)
def test_xyz_and_both_forms_of_wmts_become_leaflets_template(address, expected):
    assert leaflet_template(address) == expected


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("javascript:alert(1)//{z}{x}{y}", "not one of the web"),
        ("file:///tiles/{z}/{x}/{y}.png", "not one of the web"),
        ("//e.org/{z}/{x}/{y}", "not one of the web"),
        ("https:///{z}/{x}/{y}", "not one of the web"),
        ('https://e.org/{z}/{x}/{y}"onerror=1', "not one of the web"),
        ("https://e.org/ {z}/{x}/{y}", "not one of the web"),
        ("https://[e.org/{z}/{x}/{y}", "cannot be read"),
        ("https://me:secret@e.org/{z}/{x}/{y}", "user name"),
        ("https://e.org/{z}/{x}", "lacks"),
        ("https://e.org/tiles.png", "lacks"),
        ("https://e.org/{z}/{x}/{y}?k={key}", "{key}"),
        ("https://e.org/{Style}/{TileMatrix}/{TileRow}/{TileCol}", "{Style}"),
        ("https://e.org/{z}/{x}/{y}}", "brace"),
        ("https://e.org/{{z}}/{x}/{y}", "brace"),
    ],
)
def test_anything_else_is_refused_with_a_reason(address, said):
    with pytest.raises(TilesError) as refused:
        leaflet_template(address)
    assert said in str(refused.value)
    assert "secret" not in str(refused.value)
