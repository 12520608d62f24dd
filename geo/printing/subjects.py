"""Which places a printed map shows, in which theme's colour, and how much of the world that takes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.atlas import Atlas
from geo.layers import OWN_WEIGHT, main_theme
from geo.model import ADMIN_KINDS, PlaceKind, Relation, Theme
from geo.printing.frame import union
from geo.printing.options import COVERED, Bounds
from geo.printing.symbols import LOOKS, NEUTRAL_LOOK, Look

_MARGIN = 0.08
_LEAST_SPAN_DEG = 0.12
# Where nothing is located: the whole country.
NOWHERE: Bounds = (73.0, 17.0, 135.5, 54.0)


@dataclass(frozen=True, eq=False, slots=True)
class Subject:
    """A place to be shown.

    Parameters
    ----------
    place
        Its row of the atlas.
    look
        Colours of its main theme.
    figures
        Ids of its indicators of the themes shown.
    own
        Some of them are about the place itself.
    weight
        Importance for labels.
    """

    place: Mapping[str, Any]
    look: Look
    figures: frozenset[str]
    own: bool
    weight: int

    @property
    def geometry(self) -> BaseGeometry | None:
        """WGS84 geometry; None where the place is not located."""
        found = self.place["geometry"]
        return found if isinstance(found, BaseGeometry) and not found.is_empty else None

    @property
    def unit(self) -> bool:
        """Whether the place is a province, prefecture or county."""
        return self.place["kind"] in ADMIN_KINDS

    @property
    def uncertainty_m(self) -> float:
        """Radius of the uncertainty, 0 where none is known."""
        value = self.place["uncertainty_m"]
        return 0.0 if pd.isna(value) else float(value)


def subjects(atlas: Atlas, themes: Iterable[Theme]) -> list[Subject]:
    """Return the places to be shown, the most important first.

    Left out is a place that has figures, but none of these themes.
    """
    wanted = [theme for theme in Theme if theme in set(themes)]
    found = [_subject(place, wanted) for place in atlas.places.to_dict("records")]
    shown = [each for each in found if each.figures or not len(each.place["indicators"])]
    return sorted(shown, key=lambda each: (-each.weight, each.place["id"]))


def _subject(place: Mapping[Any, Any], themes: Sequence[Theme]) -> Subject:
    rows = [row for row in place["indicators"] if row["theme"] in themes]
    about = sum(row["relation"] == Relation.ABOUT for row in rows)
    main = main_theme(rows)
    return Subject(
        place=place,
        look=LOOKS[main] if main else NEUTRAL_LOOK,
        figures=frozenset(row["id"] for row in rows),
        own=about > 0,
        weight=OWN_WEIGHT * about + len(rows) - about,
    )


def fitted(shown: Sequence[Subject]) -> Bounds:
    """Return bounds around the places shown, with a margin, within what the base map covers.

    Provinces, regions, lines, and units merely named beside a figure stretch nothing, unless there is nothing else.
    """
    located = [each for each in shown if each.geometry is not None]
    shapes = [each.geometry for each in located if _compact(each)] or [each.geometry for each in located]
    bounds = [shape.bounds for shape in shapely.clip_by_rect(shapes, *COVERED) if not shape.is_empty]
    return _widened(union(bounds)) if bounds else NOWHERE


def _compact(subject: Subject) -> bool:
    wide = subject.place["kind"] in (PlaceKind.PROVINCE, PlaceKind.REGION)
    line = shapely.get_dimensions(subject.geometry) == 1
    return not (wide or line or (subject.unit and not subject.own))


def _widened(bounds: Bounds) -> Bounds:
    low, high = np.array(bounds[:2]), np.array(bounds[2:])
    half = np.maximum((high - low) * (1 + 2 * _MARGIN), _LEAST_SPAN_DEG) / 2
    middle = (low + high) / 2
    west, south = np.maximum(middle - half, COVERED[:2])
    east, north = np.minimum(middle + half, COVERED[2:])
    return float(west), float(south), float(east), float(north)
