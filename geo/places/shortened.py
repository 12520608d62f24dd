"""Names given in full once and used for short later: 某某一号旅游公路, then 某某一号."""

import re
from collections.abc import Iterable, Iterator, Sequence

from daachorse import CharwiseDoubleArrayAhoCorasick

from geo.gazetteer.index import NameIndex
from geo.model import ADMIN_KINDS, PlaceKind
from geo.places.endings import find_endings
from geo.places.lattice import Candidate
from geo.text.vocabulary import NUMBER, PARTICLE, UNKNOWN, vocabulary

_SCORE, _STATED_SCORE = 0.7, 0.85
_SHORTEST, _SHORTEST_TOWN = 3, 2
_TOWN = re.compile("(?:镇|乡|街道)$")
_MOST = 2000
_STATED = re.compile(r"(?:以下简称|下称|又称|简称)[:为]?“(?P<short>[^“”\n]{2,12})”")
_WHOLE = frozenset({PlaceKind.SCHOOL, PlaceKind.HOSPITAL, PlaceKind.PROJECT, PlaceKind.MUSEUM})


def short_forms(text: str, chosen: Sequence[Candidate], index: NameIndex) -> dict[str, Candidate]:
    """Return the short form of each name that may be used for short, with the name in full."""
    forms: dict[str, Candidate] = {}
    for each in chosen[:_MOST]:
        name = text[each.start : each.end].replace("“", "").replace("”", "")
        for short in _forms(name, each):
            if index.get(short) is None:
                forms.setdefault(short, each)
    forms.update(_stated(text, chosen))
    return forms


def short_uses(text: str, forms: dict[str, Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Yield each use of a short form as a candidate, with the name in full that it stands for."""
    if not forms:
        return
    listed = [*forms]
    automaton = CharwiseDoubleArrayAhoCorasick(listed)
    for start, end, number in automaton.find_overlapping(text):
        full = forms[listed[number]]
        if not full.start <= start < full.end and not vocabulary().crossed(text, start, end):
            why = f"short for {text[full.start : full.end]}"
            yield Candidate(start, end, full.kind, _SCORE, why, full.place_ids), full


def _forms(name: str, full: Candidate) -> Iterator[str]:
    """Yield the name itself where no gazetteer knows it, and what may stand for it later."""
    if full.kind in ADMIN_KINDS:
        return
    if not full.place_ids and (len(name) >= _SHORTEST or vocabulary().sort(name) == UNKNOWN):
        yield name
    if full.kind is PlaceKind.TOWNSHIP:
        town = _TOWN.sub("", name)
        if len(town) >= _SHORTEST_TOWN and vocabulary().sort(town) == UNKNOWN:
            yield town
    elif full.kind not in _WHOLE:
        short = _without_ending(name)
        if len(short) >= _SHORTEST and _is_name(short):
            yield short


def _without_ending(name: str) -> str:
    while True:
        shorter = next((name[:start] for start, end, _ in find_endings(name) if end == len(name)), name)
        if shorter == name or len(shorter) < _SHORTEST:
            return shorter if len(shorter) >= _SHORTEST else name
        name = shorter


def _is_name(short: str) -> bool:
    """Tell whether a short form is more than ordinary words."""
    tokens = vocabulary().cut(short, 0, len(short))
    sorts = {token.sort for token in tokens}
    return len(tokens) > 1 and bool(sorts & {UNKNOWN, PARTICLE, NUMBER})


def _stated(text: str, chosen: Iterable[Candidate]) -> Iterator[tuple[str, Candidate]]:
    ends = {each.end: each for each in chosen}
    for match in _STATED.finditer(text):
        before = (ends.get(at) for at in range(match.start(), max(0, match.start() - 4), -1))
        full = next((each for each in before if each), None)
        if full:
            yield match["short"], full
