"""Base maps of tiles: archives on this machine, and addresses of services."""

from geo.tiles.address import leaflet_template
from geo.tiles.archive import About, Archive, media_type
from geo.tiles.archives import Opened, open_archives

__all__ = ["About", "Archive", "Opened", "leaflet_template", "media_type", "open_archives"]
