"""The nouns of Jintu: article, span, mention, place, indicator, reading.

Frozen dataclasses of the standard library only. Dictionaries and frames begin at the border (`geo.atlas`).
Two offset systems exist and are never mixed: a *source* span counts code points of the article file as it
stands; a *clean* span counts characters of the normalised text (`geo.text.Document.text`).
"""

from dataclasses import dataclass, field
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    SCENIC_AREA = "scenic_area"
    INDUSTRIAL_PARK = "industrial_park"
    ENTERPRISE = "enterprise"
    RIVER = "river"
    LAKE = "lake"
    RESERVOIR = "reservoir"
    MOUNTAIN = "mountain"
    BASIN = "basin"
    PARK = "park"
    WETLAND = "wetland"
    RESERVE = "reserve"
    HIGHWAY = "highway"
    RAILWAY = "railway"
    AIRPORT = "airport"
    ROAD = "road"
    SCHOOL = "school"
    HOSPITAL = "hospital"
    MUSEUM = "museum"
    PROJECT = "project"
    REGION = "region"
    OTHER = "other"


ADMIN_KINDS = frozenset({PlaceKind.PROVINCE, PlaceKind.PREFECTURE, PlaceKind.COUNTY})


class Theme(StrEnum):
    """What an indicator speaks of; the order is the order of the layer list."""

    ECOLOGY = "ecology"
    TOURISM = "tourism"
    INDUSTRY = "industry"
    ENERGY = "energy"
    TRANSPORT = "transport"
    AGRICULTURE_RURAL = "agriculture_rural"
    URBAN = "urban"
    LIVELIHOOD = "livelihood"
    EDUCATION_SCIENCE = "education_science"
    OPENNESS_REFORM = "openness_reform"
    ECONOMY = "economy"
    CULTURE = "culture"


class Status(StrEnum):
    """Whether a figure was reached, is being arranged, or is aimed at."""

    ACTUAL = "actual"
    PLANNED = "planned"
    TARGET = "target"


class Qualifier(StrEnum):
    """How the text hedges a figure."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    APPROX = "approx"


class Precision(StrEnum):
    """How a geometry relates to the true place."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    SCHEMATIC = "schematic"
    ADMIN = "admin"
    UNLOCATED = "unlocated"


class Relation(StrEnum):
    """Whether an indicator is about a place or stands beside its name."""

    ABOUT = "about"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``text[start:end]``."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether the other range lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came: the text untouched, the particulars where known.

    Parameters
    ----------
    id
        The file's stem, or another stable name.
    text
        The text exactly as read, no newline translated.
    title, publisher
        Empty where unknown.
    published
        ISO 8601 date, month or year; empty where unknown.
    about
        Name of the city, county or province that "our city" means; empty where unknown.
    sha256
        Hex digest of the file's bytes.
    """

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    about: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in an article, not yet tied to a place.

    Parameters
    ----------
    span
        Source offsets: ``article.text[span.start:span.end] == surface``.
    clean
        The same range in the normalised text.
    surface
        As written.
    name
        Simplified script, without quotation marks and line breaks.
    kind
        What the recogniser takes it for.
    candidates
        Ids of the gazetteer's places of that name, in its order; empty for a name no gazetteer knows.
    in_org
        The name is part of an organisation's name (晋城 in 晋城市委).
    score
        0 to 1, how sure the recogniser is that this is a place.
    why
        One short phrase for people: what gave it away.
    """

    span: Span
    clean: Span
    surface: str
    name: str
    kind: PlaceKind
    candidates: tuple[str, ...] = ()
    in_org: bool = False
    score: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with what is known of where it is; its geometry is the gazetteer's to give.

    Parameters
    ----------
    id
        Stable string.
    name, aliases
        Simplified script.
    admin
        Chain of names from the province down, without the place itself.
    adcode
        Six digits of the unit the place is or lies in; empty where it crosses several or is unknown.
    lon, lat
        WGS84 degrees of a point that lies on or in the place; None where unlocated.
    uncertainty_m
        Radius in metres within which the truth lies; None where unlocated.
    source, licence
        Where the location comes from and on what terms; empty where unlocated.
    date
        ISO 8601 date of the source, empty where it has none.
    along
        Id of the river, lake or road that the place goes along, whose geometry stands in; empty for all else.
    """

    id: str
    name: str
    kind: PlaceKind
    aliases: tuple[str, ...] = ()
    admin: tuple[str, ...] = ()
    adcode: str = ""
    precision: Precision = Precision.UNLOCATED
    lon: float | None = None
    lat: float | None = None
    uncertainty_m: float | None = None
    source: str = ""
    licence: str = ""
    date: str = ""
    along: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A mention tied to its place, with the reason."""

    mention: Mention
    place: Place
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole article tells about each of its sentences.

    Parameters
    ----------
    about
        The place that 全市, 我市, 全县 and a missing subject mean; None where there is no such place.
    as_of
        ISO 8601 date, month or year the article speaks from; empty where unknown.
    """

    about: Place | None = None
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One quantitative statement.

    Parameters
    ----------
    span, clean, surface
        As in `Mention`: the shortest range that holds number and unit.
    paragraph
        Index of the paragraph in the article, from 0.
    metric, metric_key
        What is measured as a short simplified noun phrase, and its normal form by which two articles meet.
    value, value_to
        As written; ``value_to`` is the upper end of a range.
    unit
        As written, simplified.
    normalized, base_unit
        Value in the base unit with 百, 千, 万, 亿 multiplied out; negative for a decline.
    comparison
        Empty for a level; ``yoy``, ``mom`` (环比), ``annual_average``, ``cumulative_change``, ``vs_...`` where the
        number is a change.
    period
        ISO 8601 (``2024``, ``2024-01/2024-09``, ``P4Y``); empty where the text does not say.
    place_id
        The place it is about; empty where the article has none.
    confidence
        0 to 1.
    """

    span: Span
    clean: Span
    surface: str
    paragraph: int
    metric: str
    metric_key: str
    value: float
    unit: str
    normalized: float
    base_unit: str
    theme: Theme
    value_to: float | None = None
    comparison: str = ""
    qualifier: Qualifier | None = None
    period: str = ""
    status: Status = Status.ACTUAL
    place_id: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one article; places are those mentioned or spoken of, each once, by first use."""

    article: Article
    context: Context
    resolutions: tuple[Resolution, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    places: tuple[Place, ...] = field(default=())
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
