"""Naming: the metric of each quantity of a sentence, with the memory of what the text spoke of before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.indicators.comparison import Change
from geo.indicators.measures import headed, is_action, with_measure
from geo.indicators.metrics import (
    lexicon,
    noun_after,
    parts,
    phrase_before,
    verb_at_end,
    without_verb,
    words_before,
)
from geo.indicators.quantity import RANK, RATIO, Quantity
from geo.indicators.site import Site, rises
from geo.indicators.units import COUNT

_SCOPE = re.compile(
    r"在?(?P<scope>全国|国内|我国|全球|世界|国际|全省|省内|我省|全市|全州|全区|西部|中部|东部"
    r"|(?:(?<=[居列位名持为占是到在至续升])|^)(?![居列位名全])[\u4e00-\u9fff]{2,3}[省市])(?P<more>[\u4e00-\u9fff]{0,8})$"
)
_AMONG = re.compile(
    r"(?:位列|位居|名列|稳居|排名|排在|[居列])[^,。;]{0,10}(?:各|同类|同)[\u4e00-\u9fff]{1,8}$"
)
_SCOPES = {"国内": "全国", "我国": "全国", "世界": "全球", "国际": "全球", "省内": "全省", "我省": "全省"}
_SHARE = re.compile(r"占(?:到了?|了|据|[近约超]过?)?(?P<whole>[^,。;占]{0,24})$")
_SHARE_WORD = re.compile(r"的?(?:比重|比例|份额|总量的?)$")
_WHOLE = re.compile(r"(?:全国|全省|全球|世界|全市|全州|全县)$")
_COUNT_WORD = re.compile(r"[人户种]?数$")
_NO_WHOLE = re.compile(r"(?:比例?|达到?|为|约|近|超过?|了|到)*$")
_INDICATORS = re.compile(
    r"(?:[\d一二三四五六七八九十]{1,2}(?:项|个|大))?(?:[主核关][\u4e00-\u9fff]键?)?指标$"
)
_USE = re.compile(r"(?:以上|左右)?(?P<use>[\u4e00-\u9fff]{2,14})")
_REST = re.compile(r"的?(?P<rest>[^,。;、!?]{4,18})")
_NOTHING = re.compile(r"[^,。;、!?]{0,12}")
_OTHERS = re.compile(r"(?:全省|全国|全市|全州)(?:平均)?(?:水平|增速)?\($")  # 比全省(7.4%)高
_UNSAID = {"人次": "接待游客人次"}
_NAMELESS = {
    "money": "金额",
    "people": "人数",
    COUNT: "数量",
    RATIO: "比例",
    "area": "面积",
    "length": "长度",
}
_PACE = re.compile(r"(?P<pace>日均|单日|每日|每天|月均)(?:峰值|最高|达到?|[约近为有]|超过?)*$")
_RUN = "连续"
_PASSING = ("排名", "年数")
_SPREADING = ("覆盖", "惠及", "通达")
_AT_MOST_JOINED = 4
_BEYOND = 24
_SHORTEST_TOPIC = 4
_RANKED_KINDS = ("市", "县", "区", "省", "城市", "地区", "行业", "省份", "景区", "园区")
_EXTENTS = frozenset({"length", "area"})
_PERSONS = frozenset({"people", "household"})
_PEOPLE_COUNTS = frozenset({COUNT, "people", "household"})


@dataclass(slots=True)
class Memory:
    """What has been spoken of so far.

    Parameters
    ----------
    running_on
        The sentence goes on with the one before.
    topics
        The metrics of the levels so far, in order.
    latest
        The metric of the latest figure that the text may go on about: no share, no rank.
    previous
        The metric of the figure right before.
    share
        The metric of the latest percentage that is no change.
    alike
        The latest metric for each base unit, from the sentences before too.
    """

    running_on: bool = False
    topics: list[str] = field(default_factory=list)
    latest: str = ""
    previous: str = ""
    share: str = ""
    alike: dict[str, str] = field(default_factory=dict)

    def add(self, metric: str, quantity: Quantity, *, level: bool) -> None:
        """Note a metric; a share or a rank of something is not what the text goes on about."""
        self.previous = metric
        if level and quantity.base == "%":
            self.share = metric
        if _RUN in metric and metric.endswith("年数"):
            self.latest = metric.split(_RUN, maxsplit=1)[0] or self.latest
        if metric.endswith(_PASSING) or "占" in metric:
            return
        self.latest = metric
        if level:
            self.topics.append(metric)
            self.alike[quantity.base] = metric


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a number that may name its metric."""

    left: str
    whole: str
    right: str
    further: str
    beyond: str
    site: Site

    @classmethod
    def around(cls, text: str, site: Site, change: Change | None) -> "Words":
        """Cut the words out: what the change says of itself (同比增长) is no part of them."""
        start = site.named.start
        end = max(start, change.start) if change else site.named.end
        further = text[site.back : site.left.start] if site.gap is None else ""
        right = text[site.right.start : site.right.end]
        if site.quantity.group == COUNT:  # 26条条道路: a slip of the keyboard
            right = right.removeprefix(site.quantity.unit)
        beyond = text[site.right.end : min(site.clause.end, site.right.end + _BEYOND)]
        return cls(text[start:end], text[site.left.start : end], right, further, beyond, site)

    def phrase(self) -> str:
        """Return the phrase before the number, else that of the clauses before which have no number."""
        return phrase_before(self.left) or phrase_before(self.further)


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
        return _rank_name(around, memory)
    if site.quantity.base == "年":
        return _run_name(text, around, memory)
    if change is not None:
        points = memory.share if site.quantity.base == "百分点" else ""
        return _completed(around.phrase(), memory) or points or memory.latest or noun_after(around.right)
    if site.quantity.group == RATIO:
        return _ratio_name(text, around, memory)
    return _at_pace(around.left, _amount_name(around, memory))


def _at_pace(left: str, metric: str) -> str:
    """Return a metric with the 日均 or 单日 that stands right before its number."""
    found = _PACE.search(left)
    return f"{found['pace']}{metric}" if found and metric and found["pace"] not in metric else metric


def _of_the_same(text: str, site: Site, change: Change | None, memory: Memory) -> str:
    """Return the metric that a number shares with the one before: 比全省(7.4%)高, 由19%升至24%."""
    if _OTHERS.search(text, max(0, site.left.start - 1), site.left.end):
        return memory.latest
    return memory.previous if change is None and rises(text, site.left.start) else ""


def _completed(phrase: str, memory: Memory) -> str:
    """Return a phrase with what it leaves out because the one before has it (农村居民 after 城镇居民收入)."""
    shared = phrase[-2:]
    whole = headed(phrase) or is_action(phrase)
    if len(shared) < 2 or whole or shared not in memory.latest:  # noqa: PLR2004 - a word
        return phrase
    rest = memory.latest.split(shared, 1)[1]
    return phrase + rest if headed(rest) else phrase


def _rank_name(around: Words, memory: Memory) -> str:
    body, scope = without_verb(around.left.removesuffix("第")), ""
    if match := _SCOPE.search(body):
        scope = "全省" if match["scope"].endswith("省") else _SCOPES.get(match["scope"], match["scope"])
        body = body[: match.start()]
    elif among := _AMONG.search(body):  # 列全市各县区第2位
        body = body[: among.start()]
    topic = phrase_before(without_verb(body).removesuffix("上"))
    topic = topic or _ranked_in(match["more"] if match else "") or phrase_before(around.further)
    if _INDICATORS.match(topic):
        levels = [name for name in memory.topics if not name.startswith("指标")]
        topic = "、".join(levels[-_AT_MOST_JOINED:])
    elif topic in lexicon("metric_generic"):
        named = memory.latest or phrase_before(around.further)
        topic = named if headed(named) else named + topic
    return f"{topic or memory.latest.removesuffix('年数')}{scope}排名"


def _ranked_in(words: str) -> str:
    """Return what is ranked where it stands after the scope (全省重点项目考核第7位), nothing for 全省同类城市."""
    kind = words.startswith("同") or words.endswith(_RANKED_KINDS)
    return "" if kind or len(words) < _SHORTEST_TOPIC else without_verb(words)


def _run_name(text: str, around: Words, memory: Memory) -> str:
    topic = phrase_before(around.left.removesuffix("第").removesuffix(_RUN)) or memory.latest
    what = _NOTHING.match(text, around.site.right.start, around.site.clause.end)
    return f"{topic}{_RUN}{what[0] if what else ''}年数"


def _ratio_name(text: str, around: Words, memory: Memory) -> str:
    left, right = around.left, around.right
    if share := _SHARE.search(left):
        topic = phrase_before(left[: share.start()]) or phrase_before(around.further) or memory.latest
        topic = _COUNT_WORD.sub("", topic)
        whole = _SHARE_WORD.sub("", without_verb(share["whole"]))
        return f"{topic}占比" if _NO_WHOLE.match(whole) else f"{topic}占{whole}比重"
    noun = "" if rises(right, 0) else noun_after(right)
    if noun and right.startswith("的") and (area := _WHOLE.search(left)):  # 拥有全国1/3的古建筑
        return f"{noun}占{area[0]}比重"
    if left.endswith("的") and noun and (use := _USE.match(right)):
        return f"{phrase_before(left)}{use['use']}比重"
    phrase = around.phrase()
    if without_verb(phrase):
        return _completed(phrase, memory)
    if noun:
        rest = _REST.match(text, around.site.right.start, around.site.clause.end)
        return f"{phrase}{noun if phrase or not rest else rest['rest']}比例"
    return memory.latest or phrase


def _amount_name(around: Words, memory: Memory) -> str:
    quantity = around.site.quantity
    phrase = phrase_before(around.left).removesuffix("中")
    bare = without_verb(phrase)
    noun = "" if rises(around.right, 0) else noun_after(around.right or around.beyond)
    if bare and headed(noun) and around.right.startswith(noun) and without_verb(around.right) == noun:
        noun = ""  # 职工90人参保率达100%: the name of the next number
    if noun and (quantity.group in _PEOPLE_COUNTS or not headed(bare)):
        front = bare if around.left.endswith("的") else verb_at_end(around.left)
        return with_measure(front + noun, quantity)
    if bare in lexicon("metric_generic"):
        after = around.beyond if around.right == "的" else around.right
        if around.right.startswith("的") and (thing := noun_after(after)):  # 总投资30亿元的5个项目
            return thing + phrase
        before = memory.topics[-1] if memory.topics else ""
        return ("" if headed(_COUNT_WORD.sub("", before)) else _COUNT_WORD.sub("", before)) + phrase
    if bare:
        return with_measure(_completed(phrase, memory), quantity)
    return with_measure(_borrowed(around, phrase, memory), quantity)


def _borrowed(around: Words, phrase: str, memory: Memory) -> str:
    """Return the name of a number whose own words hold no noun: from clauses before, or what was spoken of last."""
    group = around.site.quantity.group
    done = words_before(around.left) or verb_at_end(around.left)
    if group in _PERSONS and is_action(done):  # 累计培训3万人次
        return done
    wider = around.phrase()
    if without_verb(wider):
        return wider
    if group == COUNT and phrase and memory.latest:  # 建设项目11个,竣工1个
        return memory.latest.removesuffix("数") + words_before(around.left)
    name = phrase_before(around.whole)
    if group in _EXTENTS and name:
        return name
    base = around.site.quantity.base
    return memory.alike.get(base) or _UNSAID.get(base) or memory.latest or name or phrase


def list_names(text: str, run: Sequence[Site], change: Change | None, memory: Memory) -> list[str]:
    """Return one metric for each number of a list (A、B分别增长3%和5%), or nothing where they don't pair up."""
    first, count = run[0], len(run)
    around = Words.around(text, first, change)
    subject, told, verb = around.left.partition("分别")
    if not told and change is None:
        return []
    phrase = words_before(subject) or words_before(text[first.back : first.left.start])
    phrase = _INDICATORS.sub("", phrase)
    if not phrase and len(memory.topics) >= count:
        return memory.topics[-count:]
    named = parts(phrase, count)
    if not named:
        return []
    noun = noun_after(text[run[-1].right.start : run[-1].right.end])
    spread = next((word for word in _SPREADING if verb.startswith(word)), "")
    return [f"{name}{spread}{noun}" if spread else with_measure(name, first.quantity) for name in named]
