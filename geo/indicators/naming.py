"""Naming: the metric of each quantity of a sentence, with the memory of what the sentence spoke of before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.indicators.comparison import Change
from geo.indicators.metrics import (
    headed,
    lexicon,
    noun_after,
    parts,
    phrase_before,
    verb_at_end,
    with_measure,
    without_verb,
)
from geo.indicators.quantity import RANK, RATIO
from geo.indicators.site import Site
from geo.indicators.units import COUNT

_SCOPE = re.compile(
    r"(?:在)?(?P<scope>全国|国内|我国|全球|世界|国际|全省|省内|我省|全市|全州|全区|西部|中部|东部|[\u4e00-\u9fff]{2,3}[省市])"
    r"(?P<more>[\u4e00-\u9fff]{0,8})$"
)
_SCOPES = {"国内": "全国", "我国": "全国", "世界": "全球", "国际": "全球", "省内": "全省", "我省": "全省"}
_SHARE = re.compile(r"占(?:到了?|了|据)?(?P<whole>[^,。;占]{0,24})$")
_EMPTY_WHOLE = frozenset({"", "比", "比达", "比为", "比约", "比达到"})
_ALL_OF = re.compile(r"^(?:这|上述)?[\d一二三四五六七八九十]{1,3}(?:项|个|大)(?:[主核关]\w键?)?指标")
_SHARE_USE = re.compile(r"(?:以上|左右)?(?P<use>[\u4e00-\u9fff]{2,14})")
_RUN = "连续"
_ALL_INDICATORS = re.compile(r"[0-9一二三四五六七八九十]{1,2}(?:项|个|大)[^,、]{0,4}指标$")
_PEOPLE_COUNTS = frozenset({COUNT, "people", "household"})


@dataclass(slots=True)
class Memory:
    """What a sentence has spoken of so far: the metrics of its levels; whether it goes on with the sentence before."""

    running_on: bool = False
    topics: list[str] = field(default_factory=list)

    @property
    def last(self) -> str:
        """The latest topic, or nothing."""
        return self.topics[-1] if self.topics else ""


def name_metric(text: str, site: Site, change: Change | None, memory: Memory) -> str:
    """Return the metric of one quantity.

    Parameters
    ----------
    text
        Clean text.
    site
        The quantity in its surroundings.
    change
        The change it states, if any.
    memory
        What the sentence spoke of before; not altered here.
    """
    quantity = site.quantity
    left = text[site.left.start : change.start if change else site.left.end]
    right = text[site.right.start : site.right.end]
    if quantity.group == RANK:
        return _rank_name(text, site, memory)
    if quantity.base == "年":
        return _run_name(text, site, memory)
    if change is not None:
        return _own_phrase(text, site, left) or memory.last or noun_after(right)
    if quantity.group == RATIO:
        return _ratio_name(text, site, left, right, memory)
    return _amount_name(text, site, left, right, memory)


def _own_phrase(text: str, site: Site, left: str) -> str:
    """Return the phrase before the number, looked for in the clause and then in those before it without numbers."""
    phrase = phrase_before(left)
    if phrase or site.back >= site.left.start or site.gap is not None:
        return phrase
    return phrase_before(text[site.back : site.left.start] + left)


def _rank_name(text: str, site: Site, memory: Memory) -> str:
    left = text[site.left.start : site.left.end].rstrip("第")
    body = phrase_end(left)
    scope = ""
    if match := _SCOPE.search(body):
        scope = _SCOPES.get(match["scope"], match["scope"])
        scope = "全省" if scope.endswith("省") else scope
        body = body[: match.start()]
    topic = phrase_before(body)
    if not topic and site.gap is None:
        topic = phrase_before(text[site.back : site.left.start])
    if topic in lexicon("metric_generic") or _ALL_OF.match(topic):
        topic = (
            _joined(memory) if _ALL_OF.match(topic) else memory.last + ("" if headed(memory.last) else topic)
        )
    return f"{topic or memory.last}{scope}排名"


def phrase_end(left: str) -> str:
    """Return a text without the verbs of ranking and reaching at its end."""
    return without_verb(left)


def _joined(memory: Memory) -> str:
    return "、".join(memory.topics[-4:])


def _run_name(text: str, site: Site, memory: Memory) -> str:
    topic = (
        phrase_before(text[site.left.start : site.left.end].rstrip("第").removesuffix(_RUN)) or memory.last
    )
    what = re.match(r"[^,。;、!?]{0,12}", text[site.right.start : site.clause.end])
    return f"{topic}{_RUN}{what[0] if what else ''}年数"


def _ratio_name(text: str, site: Site, left: str, right: str, memory: Memory) -> str:
    share = _SHARE.search(left)
    if share and share["whole"] not in _EMPTY_WHOLE:
        topic = phrase_before(left[: share.start()]) or memory.last
        return f"{topic}占{phrase_before(share['whole'])}比重"
    if share:
        return (phrase_before(left[: share.start()]) or memory.last) + "占比"
    noun = noun_after(right)
    if left.endswith("的") and (use := _SHARE_USE.match(right)):
        return f"{phrase_before(left)}{use['use']}比重"
    phrase = _own_phrase(text, site, left)
    bare = without_verb(phrase)
    if bare:
        return phrase
    return f"{phrase}{noun}比例" if noun else phrase or memory.last


def _amount_name(text: str, site: Site, left: str, right: str, memory: Memory) -> str:
    group = site.quantity.group
    phrase = phrase_before(left)
    bare = without_verb(phrase)
    noun = noun_after(right)
    if noun and (group in _PEOPLE_COUNTS or not headed(bare)):
        front = bare if left.endswith("的") else verb_at_end(left)
        return with_measure(front + noun, group)
    if bare in lexicon("metric_generic"):
        return (memory.last if not headed(memory.last) else "") + phrase
    if bare:
        return with_measure(phrase, group)
    wider = _own_phrase(text, site, left)
    return with_measure(wider if without_verb(wider) else memory.last + phrase, group)


def list_names(text: str, run: Sequence[Site], change: Change | None, memory: Memory) -> list[str]:
    """Return one metric for each number of a list (A、B分别增长3%和5%), or nothing where they don't pair up."""
    first, count = run[0], len(run)
    left = text[first.left.start : change.start if change else first.left.end]
    phrase = phrase_before(left) or (
        phrase_before(text[first.back : first.left.start]) if first.gap is None else ""
    )
    phrase = _ALL_INDICATORS.sub("", phrase)
    told = "分别" in text[first.left.start : first.left.end] or "各" in left
    if not phrase and len(memory.topics) >= count and (told or change):
        return memory.topics[-count:]
    named = parts(phrase, count) if told or change else []
    if not named:
        return []
    noun = noun_after(text[run[-1].right.start : run[-1].right.end])
    verb = next((verb for verb in ("覆盖", "惠及", "通达") if verb in left), "")
    return [f"{name}{verb}{noun}" for name in named] if verb else named
