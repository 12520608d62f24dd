"""Nouns: the thing counted, as a phrase that begins behind its number."""

import re
from functools import cache

from geo.indicators.measures import headed
from geo.indicators.metrics import lexicon, phrase_before
from geo.lexicon import any_of, words
from geo.text.vocabulary import EDGE, GENERIC, NOUN, UNKNOWN, VERB, vocabulary

_LONGEST_NOUN = 18
_SHORTEST_NOUN = 2
_LONG_SUBJECT = 6
_PLACES = frozenset("村镇县区市州户校院站厂园馆店")
_WORD = re.compile(r"[\u4e00-\u9fff]|[A-Za-z]{2}")
_NOUN = re.compile(
    r"(?:\dA级)|\d{1,5}[千万]?(?:吨|千瓦|千伏|兆瓦)级|(?!级|上下|[大整]关|[新大]?台阶|门槛|关口|高位|整)[\u4e00-\u9fffA-Za-z“《]"
)
_NOUN_STOPS = (
    r"一[条座家个处所]|(?<!国家)和|(?<!农)户均|总(?=[投产面装罐建库规])|[日年](?=[处净加输接发吞储运]|[供产](?!业|品))"
    r"|(?<![高初中平])等(?!级)|[,;:。!?、()…|\n]"
)
_NEXT_COUNT = re.compile(r"\d+[余多]?[个项条种类大家名处座]")
_NOUNS = frozenset({NOUN, GENERIC})
_DEEDS = frozenset({VERB, EDGE})
_SHORT = 4
_DESCRIBED = re.compile(r"[^,。;!?:()\d]{2,20}的(?P<thing>[^的、,。;!?:()]{2,8})(?=$|[,。;!?:()])")
_PERSONS = re.compile(r"[者员户师生民]$")


@cache
def _noun_stops() -> re.Pattern[str]:
    return re.compile(f"{any_of(words('metric_noun_stop'))}|{_NOUN_STOPS}")


def subject_of(clause: str) -> str:
    """Return what a clause without a number of its own speaks of (经济总量 of 经济总量连续跨越台阶)."""
    phrase = phrase_before(clause)
    end = _noun_end(phrase)
    return phrase[:end] if _SHORTEST_NOUN <= end < len(phrase) and len(phrase) > _LONG_SUBJECT else phrase


def noun_after(right: str) -> str:
    """Return the noun phrase that begins a text after a number; empty where none does."""
    text = right.removeprefix("以上").removeprefix("左右").removeprefix("的")
    listed = not right.startswith("的")
    text = _NEXT_COUNT.sub("", text, count=1) if text[:1].isdigit() else text
    if not _NOUN.match(text):
        return ""
    end = _noun_end(text)
    if (not end or (listed and text[end : end + 1] == "、")) and (thing := _described(text, end)):
        return thing
    whose = text.find("的", 0, end)
    if whose > 0 and headed(text[:whose]):  # 480毫米年蒸发量的地方
        end = whose
    noun = _without_deed(text[: min(end, _LONGEST_NOUN)].removesuffix("的").rstrip("了《“上中内近超约逾"))
    if noun.count("”") < noun.count("“"):  # 33家企业“组团落户”
        noun = noun[: noun.rfind("“")]
    return noun.rstrip("”") if noun.count("”") > noun.count("“") else noun


def _described(text: str, end: int) -> str:
    """Return the thing at the end of a clause that only tells what it is like before (26条宽敞、通向田间的道路)."""
    if is_thing(text[:end]):
        return ""
    found = _DESCRIBED.match(text)
    return text[found.start("thing") : found.start("thing") + _noun_end(found["thing"])] if found else ""


def is_thing(text: str) -> bool:
    """Tell whether a text ends with a thing that is counted one by one."""
    return text.endswith(words("metric_counted")) or _PERSONS.search(text) is not None


def _without_deed(noun: str) -> str:
    """Cut what things or people do off behind them (40处站点全天在线); nothing where a thing follows the deed."""
    if len(noun) <= _SHORT:
        return noun
    for token in vocabulary().cut(noun, 0, len(noun))[1:]:
        rest = noun[token.start :]
        deed = token.sort in _DEEDS and token.end - token.start >= _SHORTEST_NOUN
        if deed and is_thing(noun[: token.start]) and not _names_something(rest):
            return noun[: token.start]
    return noun


def _names_something(text: str) -> bool:
    return is_thing(text) or headed(text)


def _noun_end(text: str) -> int:
    """Return where the first word that ends a noun phrase begins; 签约 and its like may begin one themselves."""
    begun = 0
    for stop in _noun_stops().finditer(text, 0, _LONGEST_NOUN + 1):
        if stop.start() == begun and stop[0] in lexicon("metric_noun_verb"):
            begun = stop.end()
        elif _ends(text, stop):
            named = text[begun : stop.start()]
            return stop.start() if not begun or len(named) >= _SHORTEST_NOUN or named in _PLACES else 0
    return len(text)


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a word ends a noun phrase and is no part of another word."""
    start, word = stop.start(), stop[0]
    if not _WORD.match(word):
        return True
    known = vocabulary()
    longer = (text[start : start + length] for length in (len(word) + 1, len(word) + 2))
    begins = any(known.sort(other) in _NOUNS for other in longer)
    least = 1 if known.sort(word) == UNKNOWN else len(word)
    return not begins and not known.splits(text, start, least)
