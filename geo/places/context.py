"""What the whole article tells: the place that "our city" means, and the day it speaks from."""

from collections import defaultdict
from collections.abc import Sequence

from geo.gazetteer import CombinedGazetteer
from geo.model import Context, Mention, Place
from geo.places.named import Hit
from geo.places.support import Catalogue, Support, catalogue, is_division
from geo.text import Document

_TITLE_WEIGHT, _OPENING_WEIGHT = 6.0, 2.0
_OPENING = 300
_LEAST = 2.0


def article_context(document: Document, mentions: Sequence[Mention], gazetteer: CombinedGazetteer) -> Context:
    """Return what the article is about and when it was written.

    Parameters
    ----------
    document
        From `geo.text.open_document`.
    mentions
        The document's mentions.
    gazetteer
        Holds the divisions.

    Returns
    -------
    Context
        ``about`` is the article's own statement where it has one that names a division, else inferred from its
        title, opening and the divisions it names most; None where that leaves no clear answer.
    """
    table = catalogue(gazetteer)
    about = stated(document.article.about, table) or _inferred(document, mentions, table)
    return Context(about=about, as_of=document.article.published)


def stated(about: str, table: Catalogue) -> Place | None:
    """Return the division an index calls an article's own: the last one of 山西省晋城市, the highest of a name."""
    hits = [hit for hit in table.index.find(about) if _divisions(hit, table)]
    if not hits:
        return None
    last = max(hits, key=lambda hit: (hit[1], hit[1] - hit[0]))
    above = Support(division.adcode for hit in hits if hit is not last for division in _divisions(hit, table))
    return max(_divisions(last, table), key=lambda place: (above.of(place.adcode), _level(place)))


def _divisions(hit: Hit, table: Catalogue) -> list[Place]:
    places = (table.place(place_id) for place_id in hit[2].place_ids)
    return [place for place in places if is_division(place)]


def _level(place: Place) -> int:
    """Return how high a division stands: 2 province, 1 prefecture, 0 county."""
    return place.adcode.endswith("00") + place.adcode.endswith("0000")


def _inferred(document: Document, mentions: Sequence[Mention], table: Catalogue) -> Place | None:
    votes: defaultdict[str, float] = defaultdict(float)
    title = document.article.title
    for mention in mentions:
        place = _single_division(mention, table)
        if place is not None:
            votes[place.id] += 1.0 + _OPENING_WEIGHT * (mention.clean.end <= _OPENING)
    for hit in table.index.find(title):
        for place in _divisions(hit, table):
            votes[place.id] += _TITLE_WEIGHT * (place.id in votes or len(hit[2].place_ids) == 1)
    if not votes:
        return None
    top = max(votes, key=lambda place_id: (votes[place_id], place_id))
    return table.place(top) if votes[top] >= _LEAST else None


def _single_division(mention: Mention, table: Catalogue) -> Place | None:
    """Return the division a mention means, where only one comes into question."""
    places = [table.place(place_id) for place_id in mention.candidates]
    divisions = [place for place in places if is_division(place)]
    return divisions[0] if len(divisions) == 1 and len(places) == 1 else None
