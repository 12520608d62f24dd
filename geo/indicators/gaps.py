"""Gaps: how far a number lies above or below that of others (高于全国平均2个百分点), one by one or listed."""

import re
from collections.abc import Sequence
from functools import cache

from geo.indicators.change import Change
from geo.indicators.site import Site
from geo.lexicon import rows

_GAP = re.compile(
    r"(?:(?P<above>高于|高出|快于|超出|优于|多于|领先)|(?P<below>低于|慢于|少于|落后))(?P<who>[^,。;、(]{2,16})$"
    r"|(?:(?<![同环占可])比(?![率例重值分])|较(?![大小高低快慢多少好]))(?P<than>[^,。;、]{2,14}?)(?:(?P<more>高|快|多)|(?P<less>低|慢|少))(?:出|了|达)?$"
    r"|[与同和跟](?P<beside>[^,。;、]{2,16}?)相比,?(?:高|快|多|(?P<lower>低|慢|少))(?:出|了|达)?$"
)
_LISTED = re.compile(r"分别(?P<way>高|快|多|低|慢|少)(?:出|于|了)?$")
# 分别高于全国(4.1%)、全省(3.9%) before the numbers, and 高于全国0.6、全省 before the second of them.
_TO_LIST = re.compile(r"分别(?P<way>高|快|多|低|慢|少)[于出](?P<who>[^。;]{1,36})$")
_GOING_ON = re.compile(r"(?P<way>高|快|多|低|慢|少)于[^,。;、]{2,10}[、和](?P<who>[^,。;、\d]{2,8})$")
_ASIDE = re.compile(r"\([^()]{1,12}\)|\d{1,4}(?:\.\d{1,3})?个?(?:百分点|%)?")
_SHORT_GROUPS = {"国": "vs_national", "省": "vs_province", "市": "vs_prefecture"}
_LEVEL_OF_OTHERS = re.compile(r"的(?:平均)?(?:水平|均值)")
_OTHERS = "vs_"
_LISTED_REACH = 40
_LESS = frozenset("低慢少")
_LONGEST = 24


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return rows("comparison_group")


def read_gap(text: str, site: Site) -> Change | None:
    """Return the gap that a quantity states by itself, or None."""
    low = max(site.left.start, site.left.end - _LONGEST)
    if _LEVEL_OF_OTHERS.match(text, site.right.start):  # 高于全省1.3%的水平
        return None
    if gap := _GAP.search(text, low, site.left.end):
        sign = -1 if gap["below"] or gap["less"] or gap["lower"] else 1
        return Change(
            _group((gap["who"] or gap["than"] or gap["beside"]).removeprefix("同期")), sign, gap.start()
        )
    return _further(text, site)


def _further(text: str, site: Site) -> Change | None:
    """Read the second number of 高于全国0.6、全省1.9个百分点."""
    if site.gap is None or text[site.gap.start : site.gap.start + 1] not in {"、", "和"}:
        return None
    gap = _GOING_ON.search(_ASIDE.sub("", _before(text, site)))
    group = _member(gap["who"]) if gap else ""
    return Change(group, _sign(gap["way"]), site.left.start) if gap and group else None


def read_gaps(text: str, run: Sequence[Site]) -> list[Change]:
    """Read 比全省(7.4%)和全国(6.3%)分别高1.7、2.8个百分点: one gap for each number, or nothing.

    Parameters
    ----------
    text
        Clean text.
    run
        Quantities that only list marks stand between.
    """
    first, before = run[0], _before(text, run[0])
    if listed := _TO_LIST.search(before):
        values = [_member(who) for who in re.split("[、和]", _ASIDE.sub("", listed["who"]))]
    elif listed := _LISTED.search(text, first.left.start, first.left.end):
        found = sorted((before.rfind(word), value) for word, value in _groups() if word in before)
        values = [value for _, value in found if value.startswith(_OTHERS)][-len(run) :]
    if listed is None or len(values) != len(run) or not all(values):
        return []
    return [Change(value, _sign(listed["way"]), first.left.start) for value in values]


def _before(text: str, site: Site) -> str:
    """Return the words of the sentence before a quantity, as far as a list of others reaches."""
    return text[max(site.sentence.start, site.left.start - _LISTED_REACH) : site.left.end]


def _sign(way: str) -> int:
    return -1 if way in _LESS else 1


def _member(who: str) -> str:
    """Return whom one member of 全国、全省 or of 国、省 means; empty where none is known."""
    return _SHORT_GROUPS.get(who) or next((value for word, value in _groups() if word in who), "")


def _group(who: str) -> str:
    if year := re.search(r"(?:19|20)\d\d", who):
        return f"vs_{year[0]}"
    return next((value for word, value in _groups() if word in who), "vs_group")
