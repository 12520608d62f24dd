"""Where the name itself begins among the words before an ending, and how much of a name they are."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from geo.lexicon import words
from geo.model import PlaceKind
from geo.places.body import Body
from geo.places.endings import Ending
from geo.text.vocabulary import (
    GENERIC,
    NAME,
    NOUN,
    NUMBER,
    PARTICLE,
    PROPER,
    UNKNOWN,
    WEAK_NAME,
    Token,
    vocabulary,
)

_NAMES = frozenset({NAME, PROPER, WEAK_NAME})
_PLAIN = frozenset({GENERIC, NUMBER})
_ROUND = frozenset("环沿")
_STRANGE = frozenset({UNKNOWN, PARTICLE})
_VILLAGE_REACH = 6
_RARE, _PAIR, _SIDES = 1000.0, 2, frozenset("东西南北")
_UNITS = frozenset("省市县区州旗镇乡村")
_COMPANY, _SORTS = (
    "公司",
    ("企业", "公司", "单位", "国企", "央企", "民企", "国有", "民营", "外资", "级", "型"),
)
_NATIONAL = frozenset({"中国", "国家", "中央"})
_BODIES = frozenset({PlaceKind.MUSEUM, PlaceKind.SCHOOL, PlaceKind.HOSPITAL, PlaceKind.ENTERPRISE})
# What has a name of its own, without the city's before it: 新余|仙女湖景区.
_SIGHTS = frozenset({PlaceKind.SCENIC_AREA, PlaceKind.MOUNTAIN})
_LINES = frozenset({PlaceKind.HIGHWAY, PlaceKind.RAILWAY, PlaceKind.ROAD, PlaceKind.PROJECT})


class RunNames(NamedTuple):
    """The known names of one run of words.

    Parameters
    ----------
    official
        Starts of the official names of divisions and townships.
    divisions
        Starts of all names of divisions.
    after
        Ends of the official names.
    kin
        Starts of the names right beside a division above or below them.
    spans
        Ranges of all names.
    firms
        Starts of the enterprises.
    """

    official: Collection[int]
    divisions: Collection[int]
    after: Collection[int]
    kin: Collection[int]
    spans: Collection[tuple[int, int]]
    firms: Collection[int]


class Site(NamedTuple):
    """Where a body stands: the whole clean text, the ending after it and where that stops, the known names."""

    text: str
    ending: Ending
    end: int
    names: RunNames


def trim(body: Body, site: Site) -> Body:
    """Cut off what stands before the name itself.

    Parameters
    ----------
    body
        From `geo.places.body.find_body`; not empty.
    site
        Where it stands.
    """
    body = _after_village(body, site)
    first = next((index for index, token in enumerate(body.tokens) if token.sort == NAME), -1)
    return _from_name(body, first, site) if first >= 0 else _without_descriptions(body, site)


def _after_village(body: Body, site: Site) -> Body:
    """Cut off the village between its township and a thing in it (某镇某村某水电站)."""
    stop = site.end - len(site.ending.text)
    village = site.text.find("村", body.start + 1, min(body.start + _VILLAGE_REACH, stop))
    if body.start not in site.names.after or village < 0:
        return body
    first = next((index for index, token in enumerate(body.tokens) if token.start == village + 1), 0)
    return _from(body, first, clean=True, counted=False) if _proper(body.tokens[first:]) else body


def _from_name(body: Body, first: int, site: Site) -> Body:
    tokens, kind = body.tokens, site.ending.kind
    if kind is PlaceKind.ENTERPRISE and any(token.sort not in _PLAIN for token in tokens[:first]):
        return body  # 国能某市化工有限公司
    if not body.counted and tokens[first].start not in site.names.official:
        first = _with_strangers(tokens, first, site.text)
    first = _after_divisions(tokens, first, site)
    if first and kind in _LINES and site.text[tokens[first - 1].start] in _ROUND:
        first -= tokens[first - 1].end - tokens[first - 1].start == 1
    return _from(body, first, clean=True, counted=body.counted and not first)


def _with_strangers(tokens: Sequence[Token], first: int, text: str) -> int:
    """Return where a name begins that has a known one inside: what stands before is no word (漳|江口, 邦普|宜昌)."""
    begin = first
    while begin and tokens[begin - 1].sort in _STRANGE:
        begin -= 1
    before = text[tokens[begin].start : tokens[first].start]
    rare = len(before) == 1 and vocabulary().frequency(before) < _RARE
    pair = len(before) == _PAIR and tokens[begin].sort == UNKNOWN and before[0] not in _SIDES
    return begin if rare or pair else first


def _without_descriptions(body: Body, site: Site) -> Body:
    tokens, text = body.tokens, site.text
    opening = text[tokens[0].start : tokens[0].end]
    if opening in _NATIONAL and site.ending.kind in _BODIES:
        return body
    if site.ending.text.endswith(_COMPANY):
        return _from(body, _after_sort(tokens, text), clean=body.clean, counted=body.counted)
    first = 0
    while first < len(tokens) and _describes(tokens[first], text) and _proper(tokens[first + 1 :]):
        first += 1
    if not first and len(tokens) > 1 and opening in _UNITS:
        first = 1  # the city's own: 市精细化工产业园
    return _from(body, first, clean=body.clean or first > 0, counted=body.counted)


def _after_sort(tokens: Sequence[Token], text: str) -> int:
    """Return where a company's name begins, which may begin with everyday words: after 龙头企业, 国有 and the like."""
    return max(
        (n for n, token in enumerate(tokens, 1) if text[token.start : token.end].endswith(_SORTS)), default=0
    )


def _describes(token: Token, text: str) -> bool:
    """Tell whether a word describes what follows; a single 老 or 大 belongs to the name."""
    return token.sort == GENERIC and (token.end - token.start > 1 or text[token.start] in _UNITS)


def _after_divisions(tokens: Sequence[Token], first: int, site: Site) -> int:
    """Return the first word of the name: a division before a name of its own, or before another, stands apart."""
    names, ending = site.names, site.ending
    while first + 1 < len(tokens):
        start, following = tokens[first].start, tokens[first + 1].start
        division = start in names.divisions
        named = start in names.official or (division and ending.strength == "weak")
        own = _own(tokens[first + 1 :], ending) or _is_street(following, site)
        apart = named and ending.kind not in _BODIES and own
        kin = division and following in names.kin and (named or ending.kind not in _BODIES)
        sight = division and ending.kind in _SIGHTS and _proper(tokens[first + 1 :])
        known = kin or sight or (following, site.end) in names.spans
        firm = (
            ending.kind is PlaceKind.ENTERPRISE and start in names.official and following in names.divisions
        )
        if not apart and not known and not firm and following not in names.official:
            break
        first += 1
    return first


def _is_street(start: int, site: Site) -> bool:
    """Tell whether an ordinary word is a street's name of its own (人民路)."""
    body = site.text[start : site.end - len(site.ending.text)]
    return site.ending.kind is PlaceKind.ROAD and body in words("place_road_names")


def _own(tokens: Sequence[Token], ending: Ending) -> bool:
    """Tell whether some words before an ending make a name of their own."""
    if ending.strength == "weak":
        return any(token.sort not in {GENERIC, NUMBER} for token in tokens)
    return _proper(tokens)


def _proper(tokens: Sequence[Token]) -> bool:
    """Tell whether some words hold more than ordinary ones."""
    return any(token.sort in _NAMES for token in tokens) or _unknown(tokens) > 1


def _unknown(tokens: Sequence[Token]) -> int:
    return sum(token.sort in _STRANGE for token in tokens)


def _from(body: Body, first: int, *, clean: bool, counted: bool) -> Body:
    tokens = body.tokens[first:]
    return Body(tokens[0].start if tokens else -1, tokens, clean, counted)


def quality(tokens: Sequence[Token]) -> str:
    """Return how much of a name some words are.

    Returns
    -------
    str
        ``name`` (holds a known place), ``proper`` (a word known as a name), ``unknown`` (no words at all),
        ``doubtful`` (may begin with a verb, or has one strange character), ``noun`` or ``generic``.
    """
    sorts = {token.sort for token in tokens}
    if NAME in sorts:
        return "name"
    if sorts & {PROPER, WEAK_NAME}:
        return "proper"
    strange = _unknown(tokens)
    if strange:
        strange += sum(token.sort in {GENERIC, NUMBER} and token.end - token.start == 1 for token in tokens)
    if not strange or (strange == 1 < len(tokens) and NOUN not in sorts):
        return "noun" if NOUN in sorts else "generic"
    if tokens[0].sort == PARTICLE or (strange == 1 < len(tokens)):
        return "doubtful"
    return "unknown"
