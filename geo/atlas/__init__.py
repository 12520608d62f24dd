"""The atlas: many readings as the tables of the data contract."""

from geo.atlas.build import Atlas, build_atlas
from geo.atlas.restrict import of_themes, restrict
from geo.atlas.store import atlas_files, load_atlas, save_atlas

__all__ = ["Atlas", "atlas_files", "build_atlas", "load_atlas", "of_themes", "restrict", "save_atlas"]
