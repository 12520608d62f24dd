"""The atlas: many readings as the tables of the data contract."""

from geo.atlas.build import Atlas, build_atlas
from geo.atlas.store import load_atlas, save_atlas

__all__ = ["Atlas", "build_atlas", "load_atlas", "save_atlas"]
