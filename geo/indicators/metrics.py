"""Metrics: what a number measures, as a short noun phrase cut out of the words around it."""

import re
from functools import cache

from geo.indicators.lexical import any_of, strip_head, strip_tail
from geo.indicators.units import COUNT
from geo.lexicon import words

_LONGEST_WORD = 6
_LONGEST_NOUN = 18
_LONGEST_NAME = 24
_LAST_HARD = re.compile(r".*[,;:。!?…|\n()]", re.DOTALL)
_NOUN = re.compile(r"[\u4e00-\u9fffA-Za-z“《]")
_NOT_A_NOUN = re.compile(r"[\u4e00-\u9fff]{0,1}$")
_PARTS = re.compile(r"、|以及|和(?!谐|美)|及(?!其)|与")
_SUFFIXES = {"length": "长度", "area": "面积", "people": "人数", "household": "户数", COUNT: "数量"}
_ROAD = re.compile(r"(?:路|公路|高速|铁路|国道|省道|干道|通道|廊道|管网|管道|环|线)$")
_TOWN_AND_COUNTRY = re.compile("城乡(?=居民|常住)")


@cache
def lexicon(name: str) -> frozenset[str]:
    """Return a word list as a set."""
    return frozenset(words(name))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(any_of(words("metric_verb")))


@cache
def _noun_stops() -> re.Pattern[str]:
    return re.compile(any_of(words("metric_noun_stop")) + "|[,;:。!?、()…|\n]")


def phrase_before(left: str) -> str:
    """Return the noun phrase at the end of a text that stands before a number; empty where there is none.

    Parameters
    ----------
    left
        Clean text between the clause's beginning (or the number before) and the number.
    """
    phrase = strip_tail(left, lexicon("metric_trailing"), _LONGEST_WORD)
    if hard := _LAST_HARD.match(phrase):
        phrase = phrase[hard.end() :]
    return after_verb(strip_head(phrase, lexicon("metric_leading"), _LONGEST_WORD))


def after_verb(phrase: str) -> str:
    """Cut a phrase behind its last verb; 新增 and its like stay, for they tell figures of one thing apart."""
    start = 0
    for match in _verbs().finditer(phrase):
        if match.end() < len(phrase):
            start = match.start() if match[0] in lexicon("metric_keep") else match.end()
    return strip_head(phrase[start:], lexicon("metric_leading"), _LONGEST_WORD)


def without_verb(phrase: str) -> str:
    """Return a phrase without the verbs that end it (安排2000万元资金: nothing is left of 安排)."""
    return strip_tail(phrase, lexicon("metric_verb") | lexicon("metric_trailing"), _LONGEST_WORD)


def verb_at_end(left: str) -> str:
    """Return the telling verb (新增, 引进) that stands right before a number, or nothing."""
    phrase = left.removesuffix("了")
    return next((verb for verb in lexicon("metric_keep") if phrase.endswith(verb)), "")


def noun_after(right: str) -> str:
    """Return the noun phrase that begins a text after a number; empty where none does."""
    text = right.removeprefix("以上").removeprefix("左右").removeprefix("的")
    if not _NOUN.match(text):
        return ""
    stop = _noun_stops().search(text)
    noun = text[: min(stop.start() if stop else len(text), _LONGEST_NOUN)]
    return noun.removesuffix("的").rstrip("了《“")


def parts(phrase: str, wanted: int) -> list[str]:
    """Return the members of a list of metrics, as many as there are numbers; empty where they don't fit.

    A head that only the last member carries belongs to all (煤炭、焦化行业先进产能).
    """
    if wanted == 2 and _TOWN_AND_COUNTRY.search(phrase):  # noqa: PLR2004 - town and country are two
        return [_TOWN_AND_COUNTRY.sub(kind, phrase) for kind in ("城镇", "农村")]
    members = [member for member in _PARTS.split(phrase) if member]
    if len(members) < wanted:
        return []
    members = members[-wanted:]
    last = members[-1]
    return [_with_head(member, last) for member in members[:-1]] + [last]


def _with_head(member: str, last: str) -> str:
    if headed(member) or len(last) <= len(member) + 1:
        return member
    return member + last[len(member) :]


@cache
def _heads() -> tuple[str, ...]:
    return words("metric_head")


def headed(phrase: str) -> bool:
    """Tell whether a phrase itself says what is measured (率, 收入, 面积)."""
    return phrase.endswith(_heads())


def with_measure(phrase: str, group: str) -> str:
    """Return a phrase with the word for what is measured added where it lacks one (公路 + 里程)."""
    if not phrase or headed(phrase):
        return phrase
    if group == "length" and _ROAD.search(phrase):
        return phrase + "里程"
    return phrase + _SUFFIXES.get(group, "")
