"""From the text to mentions: candidates of several sources compete, the best set of them wins."""

from collections.abc import Iterable, Iterator
from math import log

from geo.gazetteer import CombinedGazetteer
from geo.lexicon import words
from geo.model import Mention, Span
from geo.places.abbreviations import abbreviation_candidates
from geo.places.context import stated
from geo.places.dotted import dotted_candidates
from geo.places.firms import firm_candidates
from geo.places.grammar import find_endings, grammar_candidates
from geo.places.lattice import LEAST_SCORE, Candidate, best
from geo.places.listed import listed_candidates
from geo.places.named import Hit, named_candidates
from geo.places.neighbours import kin
from geo.places.organisations import in_organisation
from geo.places.people import people
from geo.places.quoted import hits_across_quotes, quoted_candidates
from geo.places.roads import road_candidates
from geo.places.runs import Run, runs
from geo.places.shortened import short_forms, short_uses
from geo.places.support import Catalogue, Support, catalogue, is_division, is_township
from geo.places.vocabulary import EDGE, GENERIC, NAME, WEAK_NAME, Token, vocabulary
from geo.text import Document

_NAME_COST, _NAME_GAIN, _LEAST_NAME = log(100 / 6.0e7), 4.0, 0.1
_STRADDLED = 0.35
_QUOTES = str.maketrans("", "", "“”\n")


class Recogniser:
    """Finds place names; made once for a gazetteer, used for any number of documents."""

    def __init__(self, gazetteer: CombinedGazetteer) -> None:
        self._catalogue = catalogue(gazetteer)
        vocabulary()

    def recognise(self, document: Document) -> tuple[Mention, ...]:
        """Return the mentions of a document, in order and without overlap."""
        text = document.text
        candidates = list(self._candidates(document))
        candidates = _without_people(candidates, text)
        chosen = best(candidates)
        short = [*short_uses(text, short_forms(text, chosen, self._catalogue.index))]
        fulls = {each: text[full.start : full.end] for each, full in short}
        chosen = best([*candidates, *fulls]) if short else chosen
        return tuple(self._mention(document, each, fulls.get(each, "")) for each in chosen)

    def _candidates(self, document: Document) -> Iterator[Candidate]:
        text, table = document.text, self._catalogue
        hits = list(table.index.find(text))
        about = stated(document.article.about, table)
        support = Support(sure_divisions(hits, table), about.adcode if about else "")
        endings = find_endings(text)
        short_starts = {hit[1]: hit[0] for hit in hits if self._is_division(hit)}
        for run in runs(text, hits, endings):
            yield from self._of_run(text, run, support)
        yield from named_candidates(text, hits_across_quotes(text, table.index), support, table)
        yield from quoted_candidates(text, endings, short_starts)
        yield from abbreviation_candidates(text)
        yield from road_candidates(text, table.index)
        yield from firm_candidates(text)
        yield from listed_candidates(text)

    def _of_run(self, text: str, run: Run, support: Support) -> Iterator[Candidate]:
        hits = run.hits
        near = kin(hits, self._catalogue)
        named = list(named_candidates(text, hits, support, self._catalogue, near))
        tokens = _cut(text, run, named)
        edges = {token.start for token in tokens} | {run.end}
        yield from (_checked(each, edges, text) for each in named)
        divisions = [hit for hit in run.hits if self._is_division(hit)]
        official = frozenset(hit[0] for hit in run.hits if self._is_unit(hit))
        yield from grammar_candidates(text, tokens, run.endings, official)
        yield from dotted_candidates(text, tokens, (hit[:2] for hit in divisions))

    def _is_division(self, hit: Hit) -> bool:
        return any(is_division(self._catalogue.place(place_id)) for place_id in hit[2].place_ids)

    def _is_unit(self, hit: Hit) -> bool:
        """Tell whether a hit is the full name of a division or a township."""
        places = (self._catalogue.place(place_id) for place_id in hit[2].official)
        return any(is_division(place) or is_township(place) for place in places)

    def _mention(self, document: Document, candidate: Candidate, full: str) -> Mention:
        clean = Span(candidate.start, candidate.end)
        name = (full or document.text[candidate.start : candidate.end]).translate(_QUOTES)
        spelling = self._catalogue.index.get(name)
        return Mention(
            span=document.source(clean),
            clean=clean,
            surface=document.surface(clean),
            name=name,
            kind=candidate.kind,
            candidates=candidate.place_ids or (spelling.place_ids if spelling else ()),
            in_org=in_organisation(document.text, candidate.end),
            score=round(candidate.score, 3),
            why=candidate.why,
        )


def sure_divisions(hits: Iterable[Hit], table: Catalogue) -> Iterator[str]:
    """Yield the adcodes of divisions that are named in full, or as a prefecture, and can be no other."""
    for _, _, spelling in hits:
        if len(spelling.place_ids) == 1:
            place = table.place(spelling.place_ids[0])
            if is_division(place) and (place.id in spelling.official or place.adcode.endswith("00")):
                yield place.adcode


def _cut(text: str, run: Run, named: list[Candidate]) -> list[Token]:
    names = [
        (
            each.start,
            each.end,
            _NAME_COST + _NAME_GAIN * each.score * (each.end - each.start - 1),
            NAME if each.score >= LEAST_SCORE else WEAK_NAME,
        )
        for each in named
        if each.score > _LEAST_NAME and (each.score >= LEAST_SCORE or not _plain(text[each.start : each.end]))
    ]
    return vocabulary().cut(text, run.start, run.end, names)


def _plain(word: str) -> bool:
    return vocabulary().sort(word) in {EDGE, GENERIC}


def _checked(candidate: Candidate, edges: set[int], text: str) -> Candidate:
    if candidate.start in edges and candidate.end in edges and not _split(text, candidate.end):
        return candidate
    return candidate._replace(score=candidate.score * _STRADDLED)


def _split(text: str, end: int) -> bool:
    """Tell whether the last character of a name is rather the first of the next word (县 in 县城)."""
    return text[end - 1 : end + 1] in words("place_splits")


def _without_people(candidates: Iterable[Candidate], text: str) -> list[Candidate]:
    """Leave out short names within names of people."""
    spans = sorted((span.start, span.end) for span in people(text))
    if not spans:
        return list(candidates)
    taken = {at for start, end in spans for at in range(start, end)}
    return [each for each in candidates if each.start not in taken or each.end - 1 not in taken]
