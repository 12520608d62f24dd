"""Enterprises with their town in brackets: 某某新能源(甲市)有限公司."""

import re
from collections.abc import Iterator

from geo.model import PlaceKind
from geo.places.lattice import Candidate
from geo.text.vocabulary import EDGE, NUMBER, vocabulary

_BRACKETED = re.compile(
    r"[(][\u3400-\u9fff]{2,8}[)]"
    r"[\u3400-\u9fff]{0,14}?(?:有限责任公司|股份有限公司|有限公司|集团公司|集团|分公司|公司)"
    r"|[(][\u3400-\u9fff]{2,4}[)][\u3400-\u9fff]{0,4}?(?:研究中心|数据中心|中心|研究院|产业园|基地)"
)
_BEFORE = re.compile(r"[\u3400-\u9fffA-Za-z0-9]{2,20}\Z")
_REACH = 20
_SCORE = 0.93


def firm_candidates(text: str) -> Iterator[Candidate]:
    """Yield the firms whose name holds brackets."""
    for match in _BRACKETED.finditer(text):
        end = match.start()
        before = _BEFORE.search(text, max(0, end - _REACH), end)
        if before is None:
            continue
        left, start = before.start(), end
        for token in reversed(vocabulary().cut(text, left, end)):
            if token.sort == EDGE or (token.sort == NUMBER and text[token.start].isdigit()):
                break
            start = token.start
        if start < end:
            yield Candidate(
                start, match.end(), PlaceKind.ENTERPRISE, _SCORE, "firm with its town in brackets"
            )
