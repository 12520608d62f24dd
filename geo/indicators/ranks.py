"""Ranks and runs: the metric of 第三位 and of 连续6年."""

import re

from geo.indicators.measures import headed
from geo.indicators.memory import Memory, Words
from geo.indicators.metrics import lexicon, phrase_before, without_verb

_SCOPE = re.compile(
    r"在?(?P<scope>全国|国内|我国|全球|世界|国际|全省|省内|我省|全市|全州|全区|西部|中部|东部"
    r"|(?:(?<=[居列位名持为占是到在至续升])|^)(?![居列位名全])[\u4e00-\u9fff]{2,3}[省市])(?P<more>[\u4e00-\u9fff]{0,12})$"
)
_AMONG = re.compile(
    r"(?:位列|位居|名列|稳居|排名|排在|[居列])[^,。;]{0,10}(?:各|同类|同)[\u4e00-\u9fff]{1,8}$"
)
_IN_A_GROUP = re.compile(r"在[^,。;]{2,14}?[中里内](?:位?居|排名?|位?列|名列)*$")
_SCOPES = {"国内": "全国", "我国": "全国", "世界": "全球", "国际": "全球", "省内": "全省", "我省": "全省"}
INDICATORS = re.compile(r"(?:[\d一二三四五六七八九十]{1,2}(?:项|个|大))?(?:[主核关][\u4e00-\u9fff]键?)?指标$")
_NOTHING = re.compile(r"[^,。;、!?]{0,12}")
_RUN = "连续"
_AT_MOST_JOINED = 4
_SHORTEST_TOPIC = 4
_RANKED_KINDS = ("市", "县", "区", "省", "州", "旗", "县份", "省份", "行业")


def rank_name(around: Words, memory: Memory) -> str:
    """Return the metric of a rank, with its scope (全省排名) where the text names it."""
    body = without_verb(around.left.removesuffix("第"))
    scope = scope_of(body)
    if match := _SCOPE.search(body):
        body = body[: match.start()]
    elif among := _AMONG.search(body) or _IN_A_GROUP.search(body):  # 列全市各县区第2位
        body = body[: among.start()]
    topic = phrase_before(without_verb(body).removesuffix("上"))
    topic = topic or _ranked_in(match["more"] if match else "") or phrase_before(around.further)
    if INDICATORS.match(topic):
        levels = [name for name in memory.topics if not name.startswith("指标")]
        topic = "、".join(levels[-_AT_MOST_JOINED:])
    elif topic in lexicon("metric_generic"):
        named = memory.latest or phrase_before(around.further)
        topic = named if headed(named) else named + topic
    return f"{topic or memory.latest.removesuffix('年数')}{scope}排名"


def scope_of(words: str) -> str:
    """Return the whole that something is ranked in (全省), as words before the rank name it; empty without one."""
    match = _SCOPE.search(without_verb(words.removesuffix("第")))
    if match is None:
        return ""
    return "全省" if match["scope"].endswith("省") else _SCOPES.get(match["scope"], match["scope"])


def _ranked_in(words: str) -> str:
    """Return what is ranked where it stands after the scope (全省重点项目考核第7位), nothing for 全省同类城市."""
    kind = words.startswith("同") or words.endswith(_RANKED_KINDS)
    return "" if kind or len(words) < _SHORTEST_TOPIC else without_verb(words)


def run_name(text: str, around: Words, memory: Memory) -> str:
    """Return the metric of a run of years (连续保持绿色年数)."""
    topic = phrase_before(around.left.removesuffix("第").removesuffix(_RUN)) or memory.latest
    what = _NOTHING.match(text, around.site.right.start, around.site.clause.end)
    return f"{topic}{_RUN}{what[0].strip('”') if what else ''}年数"
