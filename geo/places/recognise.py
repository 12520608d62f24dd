"""From the text to mentions: candidates of several sources compete, the best set of them wins."""

from collections.abc import Iterable, Iterator
from math import log

from geo.gazetteer import CombinedGazetteer
from geo.lexicon import words
from geo.model import ADMIN_KINDS, Mention, PlaceKind, Span
from geo.places.abbreviations import abbreviation_candidates
from geo.places.body import is_countryside, tails
from geo.places.context import stated
from geo.places.dotted import dotted_candidates
from geo.places.endings import find_endings
from geo.places.firms import firm_candidates
from geo.places.grammar import grammar_candidates
from geo.places.lattice import LEAST_SCORE, Candidate, best
from geo.places.listed import leading_candidates, listed_candidates, receiving_candidates
from geo.places.named import NameRater
from geo.places.neighbours import kin, siblings, strange
from geo.places.organisations import in_organisation
from geo.places.people import people
from geo.places.priors import sure_units
from geo.places.quoted import hits_across_quotes, quoted_candidates
from geo.places.repeated import encouraged
from geo.places.roads import range_candidates, road_candidates
from geo.places.runs import Run, runs
from geo.places.shortened import short_forms, short_uses
from geo.places.stations import station_candidates
from geo.places.support import Support, catalogue, is_division
from geo.places.trimming import RunNames
from geo.places.works import transfer_candidates
from geo.text import Document
from geo.text.vocabulary import EDGE, GENERIC, NAME, NOUN, WEAK_NAME, Token, vocabulary

_NAME_COST, _NAME_GAIN, _LEAST_NAME = log(100 / 6.0e7), 4.0, 0.1
_TIE = 0.01
_PARALLEL = ("东西", "南北", "左右")
_COUNTY_TOWN, _DISTRICT = "县城", "区"
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
        candidates = _without_people(encouraged(self._candidates(document), text), text)
        chosen = best(candidates)
        short = [*short_uses(text, short_forms(text, chosen, self._catalogue.index))]
        fulls = {each: text[full.start : full.end] for each, full in short}
        chosen = best([*candidates, *fulls]) if short else chosen
        return tuple(self._mention(document, each, fulls.get(each, "")) for each in chosen)

    def _candidates(self, document: Document) -> Iterator[Candidate]:
        text, table = document.text, self._catalogue
        hits = list(table.index.find(text))
        about = stated(document.article.about, table)
        support = Support(sure_units((hit[2] for hit in hits), table), about.adcode if about else "")
        rater = NameRater(support, table, siblings(text, hits, table))
        endings = find_endings(text)
        short_starts = {hit[1]: hit[0] for hit in hits if table.is_division(hit[2])}
        for run in runs(text, hits, endings):
            yield from self._of_run(text, run, rater)
        yield from rater.candidates(text, hits_across_quotes(text, table.index))
        yield from quoted_candidates(text, endings, short_starts)
        yield from abbreviation_candidates(text)
        yield from road_candidates(text, table.index, short_starts)
        yield from range_candidates(text, hits)
        yield from firm_candidates(text)
        yield from station_candidates(text, short_starts)
        yield from transfer_candidates(text)
        yield from listed_candidates(text, table)
        yield from leading_candidates(text)
        yield from receiving_candidates(text, table)

    def _of_run(self, text: str, run: Run, rater: NameRater) -> Iterator[Candidate]:
        table, hits = self._catalogue, run.hits
        near = kin(hits, table) if len(hits) > 1 else ()
        named = list(rater.candidates(text, hits, near, strange(hits, near, table) if len(hits) > 1 else ()))
        if not run.endings and not any(vocabulary().crossed(text, hit[0], hit[1]) for hit in hits):
            yield from named
            return
        tokens = _cut(text, run, named)
        edges = {token.start for token in tokens} | {run.end}
        yield from (_checked(each, edges, text) for each in named)
        names = RunNames(
            {hit[0] for hit in hits if table.is_unit(hit[2])},
            {hit[0] for hit in hits if table.is_division(hit[2])},
            {hit[1] for hit in hits if table.is_unit(hit[2])},
            {start for start, _ in near},
            {hit[:2] for hit in hits},
            {hit[0] for hit in hits if table.is_firm(hit[2])},
        )
        yield from grammar_candidates(text, tokens, run.endings, names)
        yield from dotted_candidates(text, tokens, hits, names.divisions)

    def _mention(self, document: Document, candidate: Candidate, full: str) -> Mention:
        clean = Span(candidate.start, candidate.end)
        name = (full or document.text[candidate.start : candidate.end]).translate(_QUOTES)
        place_ids = candidate.place_ids or tuple(self._alike(name, candidate.kind))
        return Mention(
            span=document.source(clean),
            clean=clean,
            surface=document.surface(clean),
            name=name,
            kind=candidate.kind,
            candidates=place_ids,
            in_org=in_organisation(document.text, candidate.end),
            score=round(candidate.score, 3),
            why=candidate.why,
        )

    def _alike(self, name: str, kind: PlaceKind) -> Iterator[str]:
        """Yield the places of a name that was found by its form: a mountain is no district of its name."""
        spelling = self._catalogue.index.get(name)
        if spelling is None:
            return
        for place_id in spelling.place_ids:
            if (
                place_id in spelling.official
                or not is_division(self._catalogue.place(place_id))
                or kind in ADMIN_KINDS
            ):
                yield place_id


def _cut(text: str, run: Run, named: list[Candidate]) -> list[Token]:
    return vocabulary().cut(text, run.start, run.end, [*_arcs(text, named)])


def _arcs(text: str, named: Iterable[Candidate]) -> Iterator[tuple[int, int, float, str]]:
    """Yield the known names as words; a doubtful one that is an everyday word stays that word."""
    known = vocabulary()
    for each in named:
        word = text[each.start : each.end]
        sure = each.score >= LEAST_SCORE
        if (sure or (each.score > _LEAST_NAME and not _plain(word))) and not _split(
            text, each.start, each.end
        ):
            cost = _NAME_COST + _NAME_GAIN * each.score * (each.end - each.start - 1)
            yield each.start, each.end, max(cost, known.cost(word) + _TIE), NAME if sure else WEAK_NAME


def _plain(word: str) -> bool:
    return vocabulary().sort(word) in {EDGE, GENERIC}


def _checked(candidate: Candidate, edges: set[int], text: str) -> Candidate:
    end = candidate.end
    if candidate.start in edges and _ends(text, end, edges) and not _split(text, candidate.start, end):
        return candidate
    return candidate._replace(score=candidate.score * _STRADDLED)


def _ends(text: str, end: int, edges: set[int]) -> bool:
    """Tell whether a word ends here, or one begins that a longer name would cut (太行 in 太行山水, 长江 in 长江边)."""
    return end in edges or text[end : end + 2] in words("place_splits") or text[end - 1 : end + 1] in tails()


def _split(text: str, start: int, end: int) -> bool:
    """Tell whether a name's last character is rather the first of the next word, or its first the last of one."""
    if text[end - 1 : end + 1] in words("place_splits") or is_countryside(text, end):
        return True  # 县 in 县城
    if text[max(0, start - 1) : start + 1] == _COUNTY_TOWN and text[end - 1] == _DISTRICT:
        return True  # 城 in 县城西区
    if text[end - 3 : end - 2] + text[end - 1] in _PARALLEL:
        return True  # 东山西水 speaks of no 山西
    return vocabulary().sort(text[max(0, start - 1) : start + 1]) == EDGE and _goes_on(text, start + 1, end)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether an everyday word stands here that reaches the end of a name: 城镇 of 中城镇 in 其中城镇人口."""
    sort = vocabulary().sort
    return any(sort(text[start:stop]) in {GENERIC, NOUN} for stop in (end, end + 1) if stop > start + 1)


def _without_people(candidates: Iterable[Candidate], text: str) -> list[Candidate]:
    """Leave out short names within names of people."""
    spans = sorted({(span.start, span.end) for span in people(text)})
    if not spans:
        return list(candidates)
    taken = {at for start, end in spans for at in range(start, end)}
    return [each for each in candidates if each.start not in taken or each.end - 1 not in taken]
