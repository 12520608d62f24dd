"""Memory: what a text has spoken of so far, and the words around a number that may name its metric."""

import re
from dataclasses import dataclass, field

from geo.indicators.change import Change
from geo.indicators.measures import headed, is_action
from geo.indicators.metrics import phrase_before
from geo.indicators.nouns import subject_of
from geo.indicators.quantity import Quantity
from geo.indicators.site import Site
from geo.indicators.units import COUNT
from geo.text.vocabulary import vocabulary

_RUN = "连续"
_PASSING = ("排名", "年数", "贡献率")
_PULL = ("拉动", "上拉", "下拉")
_BEYOND = 24
_SECTOR_ENDS = ("业", "门类", "产业")
_OF_SECTORS = ("增加值", "投资")
_SHORTEST_OWNER = 3
_NAME_END = re.compile(r"[\u4e00-\u9fff]{2,12}$")
_UNITS = (
    "省",
    "市",
    "县",
    "区",
    "州",
    "盟",
    "旗",
    "镇",
    "乡",
    "村",
    "年",
    "月",
    "日",
    "度",
    "期",
    "底",
    "末",
    "中",
)


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
    base
        The base unit of the figure right before.
    alike
        The latest metric for each base unit, from the sentences before too.
    listed
        The metrics of the latest list of figures.
    """

    running_on: bool = False
    topics: list[str] = field(default_factory=list)
    latest: str = ""
    previous: str = ""
    share: str = ""
    base: str = ""
    alike: dict[str, str] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)

    def add(self, metric: str, quantity: Quantity, *, level: bool) -> None:
        """Note a metric; a share or a rank of something is not what the text goes on about."""
        self.previous, self.base = metric, quantity.base
        if level and quantity.base == "%":
            self.share = metric
        if _RUN in metric and metric.endswith("年数"):
            self.latest = metric.split(_RUN, maxsplit=1)[0] or self.latest
        if metric.endswith(_PASSING) or metric.startswith(_PULL) or "占" in metric:
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
    apart: bool = False

    @classmethod
    def around(cls, text: str, site: Site, change: Change | None) -> "Words":
        """Cut the words out: what the change says of itself (同比增长) is no part of them."""
        start = site.named.start
        end = max(start, change.start) if change else site.named.end
        apart = 0 if site.gap is None else text.rfind(";", site.gap.start, site.left.start) + 1
        further = text[max(site.back, apart) : site.left.start] if apart or site.gap is None else ""
        right = text[site.right.start : site.right.end]
        if site.quantity.group == COUNT:  # 26条条道路: a slip of the keyboard
            right = right.removeprefix(site.quantity.unit)
        beyond = text[site.right.end : min(site.clause.end, site.right.end + _BEYOND)]
        return cls(text[start:end], text[site.left.start : end], right, further, beyond, site, apart > 0)

    def owner(self) -> str:
        """Return the last words of the name that opens the words, where they are a thing's and no unit's."""
        name = _NAME_END.search(self.whole.removesuffix(self.left).rstrip("的“”"))
        if name is None or name[0].endswith(_UNITS):
            return ""
        tokens = vocabulary().cut(name[0], 0, len(name[0]))
        start = max(
            (token.start for token in tokens if len(name[0]) - token.start >= _SHORTEST_OWNER), default=0
        )
        return name[0][start:]

    def phrase(self) -> str:
        """Return the phrase before the number, else that of the clauses before which have no number."""
        return phrase_before(self.left) or subject_of(self.further)


def _sector_head(phrase: str, memory: Memory) -> str | None:
    """Return what a sector alone grows in: that of the whole before it (采矿业 after 工业增加值)."""
    if not phrase.endswith(_SECTOR_ENDS):
        return None
    return next(filter(memory.latest.endswith, _OF_SECTORS), None)


def completed(phrase: str, memory: Memory) -> str:
    """Return a phrase with what it leaves out because the one before has it (农村居民 after 城镇居民收入)."""
    if (head := _sector_head(phrase, memory)) is not None:
        return phrase + head
    shared = phrase[-2:]
    whole = headed(phrase) or is_action(phrase)
    if len(shared) < 2 or whole or shared not in memory.latest:  # noqa: PLR2004 - a word
        return phrase
    rest = memory.latest.split(shared, 1)[1]
    return phrase + rest if headed(rest) else phrase
