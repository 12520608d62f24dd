"""The address of a service of tiles: XYZ, or WMTS in either of its forms, as Leaflet wants it."""

import re
from urllib.parse import urlsplit

from geo.errors import TilesError

_WMTS = {"tilematrix": "z", "tilecol": "x", "tilerow": "y"}
_KNOWN = ("z", "x", "y", "-y", "s")
_FIELD = re.compile(r"\{([^{}]*)\}")
_UNSAFE = re.compile(r"[\s\"'<>\\`\x00-\x1f]")
_EXAMPLE = "https://example.org/{z}/{x}/{y}.png"


def leaflet_template(address: str) -> str:
    """Return an address of tiles with Leaflet's placeholders.

    Parameters
    ----------
    address
        XYZ with ``{z}``, ``{x}`` and ``{y}`` (``{-y}`` where rows count from the south), or WMTS with
        ``{TileMatrix}``, ``{TileCol}`` and ``{TileRow}`` in path or query; ``{s}`` stands for a to c. WMTS has to be of
        a matrix set in Web Mercator, such as GoogleMapsCompatible.

    Raises
    ------
    TilesError
        It is not such an address.
    """
    given = address.strip()
    template = _FIELD.sub(lambda found: "{" + _WMTS.get(found[1].lower(), found[1]) + "}", given)
    fields = _FIELD.findall(template)
    _check_web(template)
    if unknown := [name for name in fields if name not in _KNOWN]:
        raise TilesError(
            f"The address of tiles has {{{unknown[0]}}} in it; fill that in, only {{z}}, {{x}}, {{y}} and {{s}} are"
            " replaced."
        )
    if not {"z", "x"} <= set(fields) or not {"y", "-y"} & set(fields):
        raise TilesError(f"The address of tiles lacks {{z}}, {{x}} or {{y}}; write it like {_EXAMPLE}.")
    return template


def _check_web(template: str) -> None:
    try:
        parts = urlsplit(template)
    except ValueError as error:
        raise TilesError(
            f"The address of tiles cannot be read ({error}); write it like {_EXAMPLE}."
        ) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or _UNSAFE.search(template):
        raise TilesError(f"The address of tiles is not one of the web; write it like {_EXAMPLE}.")
    if parts.username is not None:
        raise TilesError(
            "The address of tiles holds a user name; browsers do not send one, use a key instead."
        )
    if "{" in _FIELD.sub("", template) or "}" in _FIELD.sub("", template):
        raise TilesError(f"The address of tiles has a brace too many; write it like {_EXAMPLE}.")
