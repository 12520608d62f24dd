"""Keys: the normal form by which the same metric in two articles meets."""

import re
from functools import cache, lru_cache

from geo.lexicon import rows, words
from geo.text.vocabulary import vocabulary

_CLUTTER = re.compile(r"[“”‘’《》\s,、()]|全市|全县|全省|全区|我市|我县|该市")
# A longer phrase is a piece of the sentence, not the name of a metric.
_OF_PEOPLE = ("每千人", "每万人", "每十万人", "人均预期寿命", "居民", "空气")
_LONGEST_NAME = 16
_LONGEST_SHARE = 26
_LONG = re.compile("占[^占]{2,14}比重$|业增加值$")
_JOINT = re.compile(r"[、“”《》,和与及的]|以及")
_LEAD = re.compile(
    r"^(?:共|(?:[一二三四五六七八九十]|\d)天|[长小]?假期?间?|节日期间)(?:共|累计)?(?=接待|旅游|游客)"
)
_CHANGE = re.compile(r"(?:增速|增幅|增长率)$")


@cache
def _canonical() -> dict[str, str]:
    return {name: row[0] for row in rows("metric_key") for name in row}


def is_known(metric: str) -> bool:
    """Tell whether a metric is one that articles everywhere speak of."""
    return metric_key(metric) in _canonical()


@cache
def _of_economy() -> frozenset[str]:
    return frozenset(words("metric_economy"))


def of_economy(metric: str) -> bool:
    """Tell whether a metric is one of a whole economy, population or air, which no road, firm or sight has."""
    return metric.startswith(_OF_PEOPLE) or metric_key(metric) in _of_economy()


def short_name(metric: str) -> str:
    """Return the last part of a phrase that is too long for a name, from a joint on where there is one."""
    longest = _LONGEST_SHARE if _LONG.search(metric) else _LONGEST_NAME
    if len(metric) <= longest:
        return metric
    words_of = vocabulary().cut(metric, 0, len(metric))
    tail = next(
        (metric[word.start :] for word in words_of if len(metric) - word.start <= longest), metric[-longest:]
    )
    joint = _JOINT.search(tail, 0, longest // 2)
    return (tail[joint.end() :] if joint else tail).removeprefix("等")


@lru_cache(maxsize=4096)
def metric_key(metric: str) -> str:
    """Return the key of a metric.

    Parameters
    ----------
    metric
        The metric's name as read.

    Returns
    -------
    str
        The canonical name where the metric is a known one, else the name without marks and places.
    """
    bare = _LEAD.sub("", _CLUTTER.sub("", metric))
    level = _CHANGE.sub("", bare)
    known = _canonical()
    if name := known.get(bare) or known.get(level) or known.get(level.removesuffix("数")):
        return name
    plain = _plain(level or bare)
    return known.get(plain) or plain


def _plain(name: str) -> str:
    """Return a name with one word of several for what is measured, and without what says nothing (行业)."""
    for filler in words("metric_key_filler"):
        inner = name.replace(filler, "", 1)
        if len(inner) < len(name) and len(inner) > len(filler):
            name = inner
    tail = max(filter(name.endswith, _tails()), key=len, default="")
    return name.removesuffix(tail) + _tails()[tail] if tail and len(name) > len(tail) else name


@cache
def _tails() -> dict[str, str]:
    return {other: row[0] for row in rows("metric_key_tail") for other in row[1:]}
