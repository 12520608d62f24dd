"""Lists: figures that follow each other with a metric each, and one figure said of several metrics."""

import re
from collections.abc import Sequence

from geo.indicators.change import Change
from geo.indicators.keys import is_known
from geo.indicators.measures import headed, with_measure
from geo.indicators.memory import Memory, Words
from geo.indicators.metrics import parts, words_before
from geo.indicators.nouns import noun_after
from geo.indicators.quantity import RANK, RATIO
from geo.indicators.ranks import INDICATORS, scope_of
from geo.indicators.site import Site

_SPREADING = ("覆盖", "惠及", "通达")
_ALL = re.compile(
    r"(?P<subject>[^,。;]{0,60}?)(?:两项|三项|双双|(?<![人年平日户亩月])[均皆]|都)(?!衡|价|线|市|江|匀)"
)
_SEVERAL = re.compile("[、和与及]")
_NO_LIST = re.compile("等|其中|分别")
_MOST = 5
_SHARED = frozenset({RANK, RATIO})
_SUMMED_UP = re.compile(
    r"(?P<listed>[^。;,]{4,60}?)等?[两三四五六七八九十\d]{1,2}[项个大][^。;,、]{0,6}指标[^。;,、]{0,6},$"
)


def list_names(text: str, run: Sequence[Site], change: Change | None, memory: Memory) -> list[str]:
    """Return one metric for each number of a list (A、B分别增长3%和5%), or nothing where they don't pair up."""
    first, count = run[0], len(run)
    around = Words.around(text, first, change)
    subject, told, verb = around.left.partition("分别")
    if not told and change is None:
        return []
    phrase = words_before(subject) or words_before(text[first.back : first.left.start])
    phrase = INDICATORS.sub("", phrase)
    if not phrase and (len(memory.topics) >= count or len(memory.listed) == count):
        named = memory.topics[-count:] if len(memory.topics) >= count else memory.listed
        return _ranked(named, verb) if first.quantity.group == RANK else named
    named = parts(phrase, count)
    if not named:
        return []
    if first.quantity.group == RANK:
        return _ranked(named, verb)
    noun = noun_after(text[run[-1].right.start : run[-1].right.end])
    spread = next((word for word in _SPREADING if verb.startswith(word)), "")
    return [f"{name}{spread}{noun}" if spread else with_measure(name, first.quantity) for name in named]


def _ranked(names: Sequence[str], verb: str) -> list[str]:
    scope = scope_of(verb)
    return [f"{name}{scope}排名" for name in names]


def shared_names(text: str, site: Site, change: Change | None, memory: Memory) -> list[str]:
    """Return the metrics that one growth or rank is said of (A、B均增长5%), or nothing where it is of one alone."""
    ranked = site.quantity.group == RANK
    if change is None and site.quantity.group not in _SHARED:
        return []
    told = _ALL.match(text, site.named.start, site.left.end)
    if told is None or _NO_LIST.search(told["subject"]):
        return []
    before = _SUMMED_UP.search(text, site.sentence.start, site.named.start) if not told["subject"] else None
    names = _several(before["listed"] if before else told["subject"]) or _just_named(told["subject"], memory)
    return _ranked(names, text[told.end() : site.left.end]) if ranked else names


def _several(subject: str) -> list[str]:
    """Return the metrics of a list where each of its members is one."""
    phrase = words_before(subject)
    count = len(_SEVERAL.findall(phrase)) + 1
    named = parts(phrase, count) if 1 < count <= _MOST else []
    return named if all(headed(name) or is_known(name) for name in named) else []


def _just_named(subject: str, memory: Memory) -> list[str]:
    """Return the two metrics that the sentence has just given figures of (茶叶产量4吨,收入3万元,均增长5%)."""
    return [] if subject.removeprefix("同比") else list(dict.fromkeys(memory.topics[-2:]))
