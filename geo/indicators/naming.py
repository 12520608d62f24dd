"""Naming: the metric of each quantity of a sentence, with the memory of what the text spoke of before."""

import re

from geo.indicators.capacity import capacity_name
from geo.indicators.change import Change
from geo.indicators.extents import extent_name
from geo.indicators.keys import of_economy
from geo.indicators.measures import headed, is_action, with_measure
from geo.indicators.memory import Memory, Words, completed
from geo.indicators.metrics import (
    lexicon,
    phrase_before,
    thing_of,
    verb_at_end,
    verb_at_head,
    without_verb,
    words_before,
)
from geo.indicators.nouns import is_thing, noun_after
from geo.indicators.quantity import FELLOWS, RANK, RATIO
from geo.indicators.ranks import rank_name, run_name
from geo.indicators.shares import COUNT_WORD, ratio_name
from geo.indicators.site import Site, rises
from geo.indicators.units import COUNT
from geo.lexicon import words

_OTHERS = re.compile(r"(?:全省|全国|全市|全州)(?:平均)?(?:水平|增速)?\($")  # 比全省(7.4%)高
_AGAIN = re.compile(r"(?:以上|左右)?[、,](?:已|均|共)?(?:达到?|为)$")  # 超过九成、达91%
_UNSAID = {"人次": "接待游客人次"}
_NAMELESS = {
    "money": "金额",
    "people": "人数",
    "household": "户数",
    COUNT: "数量",
    RATIO: "比例",
    "area": "面积",
    "length": "长度",
}
_SHARE_ALONE = frozenset({"占比", "比重", "所占比重"})
_POPULATION = "人口"
_TOTALS = frozenset({"总数", "总量"})
_LONGEST_THING = 6
_LONGEST_TOPIC = 24
_LONGEST_DEED = 4
_PACE = re.compile(r"(?P<pace>日均|单日|每日|每天|月均)(?:峰值|最高|达到?|[约近为有]|超过?)*$")
# The reach of a city in hours, which is no place of its own: what lies in it is not the city's.
_REACH = re.compile(
    r"(?P<reach>[半一二两三四\d]{1,2}个?小时(?:经济|交通|生活|都市|通勤|旅游)圈)内?[^。;]{0,24}$"
)
_REACH_BACK = 40
_BUILT = re.compile(r",?(?:倾力|全力|着力)?(?:建设|新建|兴建|建成|打造|修建|实施|改造|建起)了?")
_SETTLEMENTS = frozenset({"村民小组", "自然村", "行政村", "村", "社区", "农户", "家庭"})
_EXTENTS = frozenset({"length", "area"})
_PERSONS = frozenset({"people", "household"})
_PEOPLE_COUNTS = frozenset({COUNT, "people", "household"})


def name_metric(text: str, site: Site, change: Change | None, memory: Memory) -> str:
    """Return the metric of one quantity, never empty; parameters as of `_name`."""
    return _name(text, site, change, memory) or _NAMELESS.get(site.quantity.group, "数值")


def _name(text: str, site: Site, change: Change | None, memory: Memory) -> str:
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
        What was spoken of before; not altered here.
    """
    around = Words.around(text, site, change)
    if same := _of_the_same(text, site, change, memory):
        return same
    if site.quantity.group == RANK:
        return rank_name(around, memory)
    if site.quantity.base == "年":
        return run_name(text, around, memory)
    if change is not None:
        return _changed(around, memory)
    if site.quantity.group == RATIO:
        return ratio_name(text, around, memory)
    return _measured(text, around, memory) or _in_reach(
        text, site, _at_pace(around.left, _amount_name(around, memory))
    )


def _measured(text: str, around: Words, memory: Memory) -> str:
    """Return the metric that the kind of the number and its words tell: lengths, capacities, a place's people."""
    if around.site.quantity.group == "people" and FELLOWS.match(around.right):
        return _POPULATION
    if around.site.quantity.group == "length":
        return extent_name(text, around, memory)
    return capacity_name(around)


def _changed(around: Words, memory: Memory) -> str:
    """Return the metric of a change; points that name none are of the share before (占12.4%,占比上升2.1个百分点)."""
    points = memory.share if around.site.quantity.base == "百分点" else ""
    phrase = around.phrase()
    if points and phrase in _SHARE_ALONE:
        return points
    return completed(phrase, memory) or points or memory.latest or noun_after(around.right)


def _in_reach(text: str, site: Site, metric: str) -> str:
    """Return a metric of a whole economy or population with the 一小时经济圈 that it is of."""
    low = max(site.sentence.start, site.left.end - _REACH_BACK)
    found = _REACH.search(text, low, site.left.end) if of_economy(metric) else None
    return f"{found['reach']}{metric}" if found else metric


def _at_pace(left: str, metric: str) -> str:
    """Return a metric with the 日均 or 单日 that stands right before its number."""
    found = _PACE.search(left)
    return f"{found['pace']}{metric}" if found and metric and found["pace"] not in metric else metric


def _of_the_same(text: str, site: Site, change: Change | None, memory: Memory) -> str:
    """Return the metric that a number shares with the one before: 比全省(7.4%)高, 由19%升至24%."""
    if _OTHERS.search(text, max(0, site.left.start - 1), site.left.end):
        return memory.latest
    if change is not None:
        return ""
    again = site.quantity.base == memory.base and _AGAIN.match(text, site.left.start, site.left.end)
    return memory.previous if again or rises(text, site.left.start) else ""


def _amount_name(around: Words, memory: Memory) -> str:
    quantity = around.site.quantity
    phrase = phrase_before(around.left).removesuffix("中")
    bare = without_verb(phrase)
    if quantity.group == "people" and _lives_there(around.site, bare):
        return "人口"
    if memory.previous and _beside(around.site):  # 水鸟47种7.7万只
        return with_measure(COUNT_WORD.sub("", memory.previous), quantity)
    water = quantity.group == "class"  # 水质达到Ⅲ类标准
    noun = (
        ""
        if water or rises(around.right, 0)
        else noun_after(around.right.removesuffix("、") or around.beyond)
    )
    if quantity.group == COUNT and headed(noun):
        noun = _counted(noun) or noun
    if headed(noun) and around.right.startswith(noun) and without_verb(around.right) == noun:
        noun = _counted(noun) or ("" if bare and not around.left.endswith("的") else noun)
    counted = quantity.group in _PEOPLE_COUNTS and not (
        quantity.group == "people" and headed(bare) and not is_thing(noun)
    )
    if noun and (counted or bare == memory.previous or not headed(bare)):
        front = bare if around.left.endswith("的") else verb_at_end(around.left)
        return with_measure(front + noun, quantity)
    if bare in lexicon("metric_generic"):
        return _generic_name(around, phrase, memory)
    if bare:
        alike = memory.alike.get(quantity.base) == memory.latest
        return with_measure(completed(phrase, memory) if alike else phrase, quantity)
    return with_measure(_borrowed(around, phrase, memory), quantity)


def _generic_name(around: Words, phrase: str, memory: Memory) -> str:
    """Return a metric that says nothing by itself (总投资) with the thing it is of."""
    after = around.beyond if around.right == "的" else around.right
    if around.right.startswith("的") and (thing := noun_after(after)):  # 总投资30亿元的5个项目
        return thing + phrase
    ahead = around.right or around.beyond
    if phrase.endswith("投资") and (built := _BUILT.match(ahead)):  # 投资3亿元建设智能工厂
        return noun_after(ahead[built.end() :]) + phrase
    if phrase in lexicon("metric_of_place") and (owner := around.owner()):
        return owner + phrase
    subject = without_verb(words_before(around.left).removesuffix(phrase))  # 农业实现总产值
    other = around.apart and phrase not in lexicon("metric_of_thing")  # 新增学位9个;总投资3亿元
    topic = "" if other else _topic(memory, phrase)
    return (subject if len(subject) > 1 else topic or _thing_before(around)) + phrase


def _thing_before(around: Words) -> str:
    """Return the clause before where it is nothing but a thing (新材料生产线项目,总投资3亿元)."""
    clause = around.further.removesuffix(",")
    return clause if is_thing(clause) and noun_after(clause) == clause else ""


def _lives_there(site: Site, between: str) -> bool:
    """Tell whether the figure counts who lives in the households or villages right before it (210户630人)."""
    return _beside(site) or (site.gap is not None and between in _SETTLEMENTS)


def _beside(site: Site) -> bool:
    """Tell whether nothing stands between the figure and the one before."""
    return site.gap is not None and site.gap.start == site.gap.end


def _counted(noun: str) -> str:
    """Return the thing counted in a noun that names the next number too (12家企业产值达3亿元); empty without one."""
    found = [
        end for thing in words("metric_counted") if (end := noun.rfind(thing) + len(thing)) >= len(thing)
    ]
    return noun[: max(found)] if found else ""


def _topic(memory: Memory, generic: str) -> str:
    """Return the thing that a generic metric is of (产值 after 苹果种植面积: 苹果)."""
    before = without_verb(COUNT_WORD.sub("", memory.topics[-1])) if memory.topics else ""
    if generic in _TOTALS:
        return before.removeprefix(verb_at_head(before))
    if not headed(before):
        return before
    thing = thing_of(before) if generic in lexicon("metric_of_thing") else ""
    listed = len(memory.topics) > 1 and memory.topics[-2].endswith(before.removeprefix(thing))
    return "" if listed or len(thing) > _LONGEST_THING else thing


def _done_to(thing: str, done: str) -> str:
    """Return a thing with what was done to it; what goes on and on (入驻3家,占5%,入驻2家,占4%) adds no more."""
    return thing if thing.endswith(done) or len(thing) > _LONGEST_TOPIC else thing + done


def _borrowed(around: Words, phrase: str, memory: Memory) -> str:
    """Return the name of a number whose own words hold no noun: from clauses before, or what was spoken of last."""
    group = around.site.quantity.group
    done = words_before(around.left) or verb_at_end(around.left)
    if group in _PERSONS and is_action(done):  # 累计培训3万人次
        return done
    wider = around.phrase()
    if without_verb(wider):
        return wider
    if group == COUNT and phrase and memory.latest and len(done) <= _LONGEST_DEED:  # 建设项目11个,竣工1个
        return _done_to(memory.latest.removesuffix("数"), words_before(around.left))
    name = phrase_before(around.whole)
    if group in _EXTENTS and name:
        return name
    base = around.site.quantity.base
    return memory.alike.get(base) or _UNSAID.get(base) or memory.latest or name or phrase
