"""What the whole article tells: the place that "our city" means, and the day it speaks from."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from geo.gazetteer import CombinedGazetteer
from geo.gazetteer.index import Spelling
from geo.model import ADMIN_KINDS, Context, Mention, Place
from geo.places.named import Hit
from geo.places.priors import prior
from geo.places.support import Catalogue, Support, catalogue, is_division, is_township
from geo.text import Document
from geo.text.particulars import as_of, title_of

# What begins a clause, perhaps behind a time, is said of oneself; 居全省第一, 高于全省平均, 我省唯一 by those within.
_OWN_WORDS = re.compile(
    r"(?:^|(?<=[\s，。；：、！？,;:“（(年月日时来前后底末间]))[全我本](?P<unit>[省市县区旗州盟])(?![第首平最前唯])"
)
# Start, end, division, weight of its vote.
_Naming = tuple[int, int, Place, float]
_LEVEL_PRIOR = (1.0, 2.0, 0.5)
_TITLE, _OPENING, _AUTHORITY, _OWN_LEVEL, _INNER = 5.0, 2.0, 1.0, 0.5, 0.8
_PARENT_SHARE = 0.3
_OPENING_REACH = 200
_LEAST, _TRUSTED, _EQUAL = 2.0, 0.45, 0.97


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
        title, its opening, the divisions it names most, and whether it says 全省, 全市 or 全县; None where that
        leaves no clear answer.
    """
    table = catalogue(gazetteer)
    about = stated(document.article.about, table) or _inferred(document, mentions, table)
    return Context(about=about, as_of=as_of(document))


def stated(about: str, table: Catalogue) -> Place | None:
    """Return the division an index calls an article's own: the last of 山西省晋城市, the highest of a name."""
    hits = [hit for hit in table.index.find(about) if _divisions(hit, table)]
    if not hits:
        return None
    last = max(hits, key=lambda hit: (hit[1], hit[1] - hit[0]))
    before = [hit for hit in hits if hit[1] <= last[0]]
    above = Support(division.adcode for hit in before for division in _divisions(hit, table))
    return max(_divisions(last, table), key=lambda place: (above.of(place.adcode), _level(place)))


def _divisions(hit: Hit, table: Catalogue) -> list[Place]:
    places = (table.place(place_id) for place_id in hit[2].place_ids)
    return [place for place in places if is_division(place)]


def _level(place: Place) -> int:
    """Return how high a division stands: 2 province, 1 prefecture, 0 county."""
    return place.adcode.endswith("00") + place.adcode.endswith("0000")


def _inferred(document: Document, mentions: Sequence[Mention], table: Catalogue) -> Place | None:
    votes: defaultdict[str, float] = defaultdict(float)
    for place, share in _ballots(document, mentions, table):
        votes[place.id] += share
    for place_id in [*votes]:
        for above in table.gazetteer.admin.chain(place_id)[:-1]:
            votes[above] += (
                _PARENT_SHARE * votes[place_id] * (above in votes or _level(table.place(above)) == 1)
            )
    if not votes:
        return None
    own = _own_words(document.text)
    rated = {key: vote * (_OWN_LEVEL + _fits(table.place(key), own)) for key, vote in votes.items()}
    top = max(rated, key=lambda place_id: (rated[place_id], place_id))
    if votes[top] < _LEAST:
        return None
    equals = [key for key, value in rated.items() if value >= _EQUAL * rated[top]]
    return table.place(top) if len(equals) == 1 else _common(equals, table)


def _common(place_ids: Sequence[str], table: Catalogue) -> Place | None:
    """Return the lowest division that is or holds all of some, none of which stands out: a list's 甲、乙、丙三市."""
    chains = [table.gazetteer.admin.chain(place_id) for place_id in place_ids]
    shared = set(chains[0]).intersection(*chains[1:])
    return table.place(max(shared, key=chains[0].index)) if shared else None


def _ballots(
    document: Document, mentions: Sequence[Mention], table: Catalogue
) -> Iterator[tuple[Place, float]]:
    """Yield the divisions the article names, each with what the naming counts for."""
    yield from _last_of_chains([*_named_in_text(mentions, table)])
    titled = [
        (hit[0], hit[1], place, _TITLE)
        for hit in table.index.find(title_of(document))
        for place in _trusted(hit[2], table)
    ]
    yield from _last_of_chains(titled)


def _named_in_text(mentions: Sequence[Mention], table: Catalogue) -> Iterator[_Naming]:
    for mention in mentions:
        start, end = mention.clean.start, mention.clean.end
        place = _division_of(mention, table)
        opening = _OPENING * (end <= _OPENING_REACH)
        if place is not None:
            yield start, end, place, mention.score * (1.0 + opening + _AUTHORITY * mention.in_org)
        elif not mention.candidates:
            for first in _first_division(mention.name, table):
                yield start, end, first, _INNER * (1.0 + opening)


def _last_of_chains(named: Sequence[_Naming]) -> Iterator[tuple[Place, float]]:
    """Yield each division with its weight, but not 安徽 in 安徽黄山: the last of a chain is what is spoken of."""
    begun = {(start, place.adcode[:length]) for start, _, place, _ in named for length in (2, 4)}
    for _, end, place, weight in named:
        if (end, place.adcode.removesuffix("00").removesuffix("00")) not in begun:
            yield place, weight


def _foremost(place_ids: Sequence[str], table: Catalogue) -> Place | None:
    """Return the only division of some places, or the only one of the highest rank."""
    divisions = [place for place in map(table.place, place_ids) if is_division(place)]
    top = max(map(_level, divisions), default=0)
    highest = [place for place in divisions if _level(place) == top]
    return highest[0] if len(highest) == 1 else None


def _division_of(mention: Mention, table: Catalogue) -> Place | None:
    """Return the division a mention votes for; 太湖 the lake does not vote for 太湖 the county."""
    if mention.kind in ADMIN_KINDS:
        return _foremost(mention.candidates, table)
    return _county_of_township(mention.candidates, table)


def _county_of_township(place_ids: Sequence[str], table: Catalogue) -> Place | None:
    """Return the county of a township that can be no other."""
    if len(place_ids) != 1:
        return None
    place = table.place(place_ids[0])
    return table.division(place.adcode) if is_township(place) else None


def _first_division(name: str, table: Catalogue) -> Iterator[Place]:
    """Yield the division a longer name begins with (江陵经济开发区)."""
    hits = [hit[2] for hit in table.index.find(name) if hit[0] == 0]
    if hits:
        spelling = max(hits, key=lambda spelling: len(spelling.text))
        yield from _trusted(spelling, table)


def _trusted(spelling: Spelling, table: Catalogue) -> Iterator[Place]:
    """Yield the division a spelling means, unless it mostly means something else."""
    place = _foremost(spelling.place_ids, table)
    if place is not None:
        weak = (spelling.text, place.id) in table.weak
        if prior(spelling, place, weak=weak) >= _TRUSTED:
            yield place


def _own_words(text: str) -> Counter[str]:
    """Count what the text calls its own: 市 of 全市 and 我市, 县 of 全县."""
    return Counter(match["unit"] for match in _OWN_WORDS.finditer(text))


def _fits(place: Place, own: Counter[str]) -> float:
    """Return how well the article's 全市, 全县, 全省 fit a division, 0 to 1; without any, prefectures fit best."""
    return (_LEVEL_PRIOR[_level(place)] + own[place.name[-1]]) / (sum(_LEVEL_PRIOR) + own.total())
