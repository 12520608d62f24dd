"""How likely an ending with the words before it is a name."""

from geo.lexicon import words
from geo.model import PlaceKind
from geo.places.body import Body
from geo.places.cues import fills_item, speaks_of_water
from geo.places.endings import Ending, on_nature
from geo.places.trimming import RunNames, quality
from geo.text.vocabulary import GENERIC, NAME, NUMBER

_SCORES = {
    ("strong", "name"): 0.9,
    ("strong", "proper"): 0.84,
    ("strong", "unknown"): 0.82,
    ("strong", "doubtful"): 0.66,
    ("strong", "noun"): 0.3,
    ("weak", "name"): 0.72,
    ("weak", "proper"): 0.75,
    ("weak", "unknown"): 0.75,
    ("weak", "doubtful"): 0.52,
    ("weak", "noun"): 0.36,
    ("vague", "name"): 0.72,
    ("vague", "proper"): 0.56,
    ("vague", "unknown"): 0.42,
    ("brand", "proper"): 0.58,
    ("brand", "unknown"): 0.58,
}
# Sights, parks and roads are often called by one ordinary word: 凤凰古城, 和平大街.
_PLAIN_NAMES = frozenset(
    {PlaceKind.SCENIC_AREA, PlaceKind.PARK, PlaceKind.WETLAND, PlaceKind.ROAD, PlaceKind.MUSEUM}
)
_NATURE = frozenset({PlaceKind.LAKE, PlaceKind.MOUNTAIN, PlaceKind.RIVER, PlaceKind.VILLAGE, PlaceKind.OTHER})
_SORTS = (
    "景区",
    "旅游区",
    "温泉",
    "古镇",
    "古村落",
    "传统村落",
    "滑雪场",
    "花海",
    "高速公路",
    "铁路",
    "铁路专用线",
    "高铁",
)
_COUNTABLE = frozenset({PlaceKind.LAKE, PlaceKind.MOUNTAIN, PlaceKind.RIVER, PlaceKind.REGION})
_BASIN = "流域"
_ZONE = "园区"
_SHRINES = frozenset("寺庙祠陵")
_PLAIN_SCORE, _PLAIN_LONGEST, _PLAIN_WORDS = 0.62, 4, 3
_BARE_VAGUE, _BARE_FEATURE = 0.25, 0.72
_IN_TOWNSHIP = 0.8
_ONE_CHARACTER, _ITEM = 0.45, 0.1
_UNSURE_EDGE, _COUNTED = 0.38, 0.35
_WEAK_SHORTEST, _BRAND_LONGEST = 2, 3
_WATERS, _WATER = frozenset({PlaceKind.RIVER, PlaceKind.LAKE}), 0.56


def long_enough(body: Body, end: int, ending: Ending) -> bool:
    """Tell whether a body is long enough for a name with the ending that stops at ``end``."""
    last = body.tokens[-1]
    if last.sort == NUMBER and last.end - last.start == 1 and ending.kind in _COUNTABLE:
        return False  # a slogan's count: 两山一流域
    if ending.strength == "weak":
        return end - body.start >= _WEAK_SHORTEST
    length = end - len(ending.text) - body.start
    if ending.strength == "brand":
        return length > 1 and body.clean
    return length > 1 or body.tokens[0].sort == NAME


def score(text: str, body: Body, end: int, ending: Ending, names: RunNames) -> tuple[float, str]:
    """Return how likely a body and the ending that stops at ``end`` are a name, and why.

    Parameters
    ----------
    text
        The whole clean text.
    body
        Trimmed and not empty.
    names
        The known names around.
    """
    sort = quality(body.tokens)
    why = f"ending {ending.text} after a {sort}"
    if ending.kind is PlaceKind.VILLAGE and body.start in names.after:
        return _IN_TOWNSHIP, "village beside its township"
    value = min(_usual(text, body, end, ending, sort), _most(text, body, end, ending, names))
    if body.counted:
        value *= _COUNTED
    elif body.clean and sort != "generic" and ending.kind in _WATERS and speaks_of_water(text, end):
        value = max(value, _WATER)
    elif not body.clean and sort != "name":
        value *= _UNSURE_EDGE
    return value, why


def _usual(text: str, body: Body, end: int, ending: Ending, sort: str) -> float:
    """Return the score of a strength and a quality; sights and roads may be called by an ordinary word."""
    if ending.kind is PlaceKind.PROJECT and ending.strength == "vague" and sort != "name":
        return 0.0
    value = _SCORES.get((ending.strength, sort), 0.0)
    if value and on_nature(text, end - len(ending.text), ending):
        value = max(value, _PLAIN_SCORE)
    plain = text[body.start : end - len(ending.text)]
    if ending.strength == "brand" and len(body.tokens) == 1 and len(plain) > _BRAND_LONGEST:
        return 0.0  # a trade of two words (海洋生物科技)
    if sort == "noun" and ending.strength == "strong" and ending.kind in _PLAIN_NAMES:
        most = _PLAIN_WORDS if ending.kind is PlaceKind.MUSEUM else 1
        return _PLAIN_SCORE if len(body.tokens) <= most and len(plain) <= _PLAIN_LONGEST else value
    natural = ending.kind in _NATURE or ending.text in _SHRINES
    if sort == "noun" and ending.strength == "weak" and not natural:
        return 0.0
    if sort == "generic" and ending.kind is PlaceKind.ROAD and plain in words("place_road_names"):
        return _PLAIN_SCORE
    return value


def _most(text: str, body: Body, end: int, ending: Ending, names: RunNames) -> float:
    """Return the score that names of few words can reach at most."""
    if ending.strength == "vague" and _describes_only(body, ending):
        feature = ending.kind is PlaceKind.REGION and body.start not in names.divisions
        return _BARE_FEATURE if feature else _BARE_VAGUE
    if ending.kind is PlaceKind.PROJECT and _BASIN in {
        text[token.start : token.end] for token in body.tokens
    }:
        return _BARE_VAGUE  # 某江流域梯级电站: those of a whole river
    if ending.text.endswith(_SORTS) and _names_a_sort(body, ending, names):
        return _BARE_VAGUE
    short = ending.strength == "weak" and end - body.start == _WEAK_SHORTEST
    if short and quality(body.tokens) != "proper":
        return _ONE_CHARACTER + _ITEM * fills_item(text, body.start, end)
    return 1.0


def _names_a_sort(body: Body, ending: Ending, names: RunNames) -> bool:
    """Tell whether a division's things of a sort are meant: 某省高速公路, 某市A级旅游景区."""
    first, *others = body.tokens
    if first.start not in names.divisions:
        return False
    full = first.start in names.official and first.end in names.after
    if ending.kind is PlaceKind.VILLAGE:
        return not others
    if ending.kind is not PlaceKind.SCENIC_AREA:
        return full and not others
    return all(token.sort == GENERIC for token in others) and (full or bool(others))


def _describes_only(body: Body, ending: Ending) -> bool:
    """Tell whether a place is followed by describing words alone: 甲市乡村振兴项目 names no project."""
    last = body.tokens[1:]
    scheme = ending.kind is PlaceKind.PROJECT or ending.text == _ZONE
    return not last or (scheme and all(token.sort == GENERIC for token in last))
