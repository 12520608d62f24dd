"""Shares: the metric of a percentage or fraction that is no change."""

import re

from geo.indicators.memory import Memory, Words, completed
from geo.indicators.metrics import phrase_before, without_verb
from geo.indicators.nouns import noun_after
from geo.indicators.site import rises

_SHARE = re.compile(r"占(?!有率|地|用)(?:到了?|了|据|[近约超]过?)?(?P<whole>[^,。;占]{0,24})$")
_NEXT_WHOLE = re.compile(r"[,、]?(?:约?占)?(?P<whole>[^,。;、]{2,12})的近?")
_GIVEN = re.compile(r"对(?P<whole>[^,。;]{2,14}?)的?贡献率[^,。;]{0,3}$")
_TASK = re.compile(r"(?:完成|占)[^,。;]{0,12}(?:任务|计划|目标)(?:数|量)?的$")
_SHARE_WORD = re.compile(r"的?(?:比重|比例|份额|总量的?)$")
_WHOLE = re.compile(r"(?:全国|全省|全球|世界|全市|全州|全县)$")
_INSIDE = re.compile(
    r"(?P<topic>[^,。;]{2,20})在(?P<whole>[^,。;在]{2,16})中的?(?:占比|比重|比例)[^,。;\d]{0,4}$"
)
COUNT_WORD = re.compile(r"(?:[人户]|(?<!品)种)?数$")
_CALLED = re.compile(r"\((?P<name>[\u4e00-\u9fff]{2,12}率)\)[为达到约]{0,2}$")
_NO_WHOLE = re.compile(r"(?:比例?|达到?|为|约|近|超过?|了|到)*$")
_USE = re.compile(r"(?:以上|左右)?(?P<use>[\u4e00-\u9fff]{2,14})")
_REST = re.compile(r"(?:以上|左右)?的?(?P<rest>[^,。;、!?]{4,18})")


def ratio_name(text: str, around: Words, memory: Memory) -> str:
    """Return the metric of a share; text is the clean text, memory what was spoken of before."""
    if called := _CALLED.search(around.left):  # 占总人口比重(城镇化率)为45%
        return called["name"]
    return (
        _of_a_whole(around, memory) or _of_the_next_whole(around, memory) or _rate_name(text, around, memory)
    )


def _of_a_whole(around: Words, memory: Memory) -> str:
    """Return the metric of a share that names its whole (占全市的三成); empty for other percentages."""
    left = around.left
    if inside := _INSIDE.search(left):
        return f"{phrase_before(inside['topic'])}占{inside['whole']}比重"
    if (given := _GIVEN.search(left)) and memory.latest:
        return f"{memory.latest}对{given['whole']}贡献率"
    if _TASK.search(around.whole):
        return f"{COUNT_WORD.sub('', memory.latest)}任务完成率"
    if share := _SHARE.search(left):
        topic = phrase_before(left[: share.start()]) or phrase_before(around.further) or memory.latest
        topic = COUNT_WORD.sub("", topic)
        whole = _SHARE_WORD.sub("", without_verb(share["whole"].partition("(")[0]))
        return f"{topic}占比" if _NO_WHOLE.match(whole) else f"{topic}占{whole}比重"
    return ""


def _of_the_next_whole(around: Words, memory: Memory) -> str:
    """Return the metric of a second share of the same thing (占全省的1/3,全国的1/5); empty for others."""
    whole = _NEXT_WHOLE.fullmatch(around.whole)
    topic, told, _ = memory.share.partition("占")
    on = whole and told and not noun_after(around.right)
    return f"{topic}占{whole['whole']}比重" if on and whole else ""


def _rate_name(text: str, around: Words, memory: Memory) -> str:
    left, right = around.left, around.right
    noun = "" if rises(right, 0) else noun_after(right)
    if noun and (area := _WHOLE.search(left.rstrip("近超约"))):  # 拥有全国1/3的古建筑, 全省近三成产值
        return f"{noun}占{area[0]}比重"
    if left.endswith("的") and noun and (use := _USE.match(right)):
        return f"{phrase_before(left)}{use['use']}比重"
    phrase = around.phrase()
    if noun and left.endswith("中") and right.startswith("的"):  # 农户中70%的家庭
        return f"{noun}占{phrase.removesuffix('中')}比重"
    if without_verb(phrase):
        return completed(phrase, memory)
    if noun:
        rest = _REST.match(text, around.site.right.start, around.site.clause.end)
        return f"{phrase}{noun if phrase or not rest else rest['rest']}比例"
    return memory.latest or phrase
