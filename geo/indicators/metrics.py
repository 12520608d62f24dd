"""Metrics: what a number measures, as a short noun phrase cut out of the words around it."""

import re
from functools import cache

from geo.indicators.lexical import any_of, strip_head, strip_tail
from geo.indicators.quantity import Quantity
from geo.lexicon import rows, words

_LONGEST_WORD = 6
_VISITS = "接待游客人次"
_LONGEST_NOUN = 18
_SHORTEST_HEAD = 4
_LONG_PHRASE = 8
_SHORT_NOUN = 6  # 城镇新增就业: what stands before 新增 belongs to the name
_LAST_HARD = re.compile(r".*(?:[,;:。!?…|\n()]|—{2})", re.DOTALL)
_BRACKETS = re.compile(r"\([^()]{0,20}\)")
_WORD = re.compile(r"[\u4e00-\u9fff]|[A-Za-z]{2}")
_BASE = re.compile(
    r"(?:相较于?|[较比与同])(?:(?:19|20)\d\d年?|上年|去年|上年度)"
    r"(?:[^,。;]{0,6}同[期日月季])?(?:相比)?$"
)
_ASIDE = re.compile(r"(?:剔除|扣除)[^,。;]{1,10}?(?:因素|影响)后?")
_METHOD = re.compile(r"按[^,。;]{1,8}(?:口径|价格?)(?:计算)?")
_NOUN = re.compile(r"(?:\dA级)|(?!级|上下|[大整]关|[新大]?台阶|门槛|关口|高位|整)[\u4e00-\u9fffA-Za-z“《]")
_PARTS = re.compile(r"、|以及|和(?!谐|美|平)|(?<![普以涉波])及(?![其率时格早])|与(?!会)|(?<=”)(?=“)")
_ROAD = re.compile(r"(?:路|高速|国道|省道|干道|轨道)”?$")
_PRODUCED = re.compile(r"(?:年|日|月)?均?(?:产|生产|产出)(?!业|品|值|权|能|区|地|量)(?P<what>[^产]{2,})$")
_PERSONS = re.compile(r"[户人员者客生师民工众业司社]$")
_ALL_PERSONS = ("人员", "人口", "职工", "员工")
_DAYS_OF = re.compile(r"^(?:持续|连续)?(?:[一二三四五六七八九十两]{1,2}|\d{1,2})(?:天|日|个月)(?:共|累计)?")
_TOGETHER = re.compile("^共(?=[谋签引新实完接争培开办举有计发投吸安])")
_CORE = re.compile(r"(?:的|、[^、]{1,8}等)(?P<noun>[^的等、]{2,})$")  # 苹果、桃等水果; 在此越冬的丹顶鹤
_THINGS = frozenset("煤油电水气粮茶果糖钢肉奶蛋鱼")  # the single characters that name something by themselves
_SIGHT = re.compile(
    r"(?:[山沟洞湖峡谷寨寺]|瀑布|冰川|景[区点]|古[城镇村]|公园|石窟|草原|花海|度假区|梯田)$|^(?:进沟|入洞|入园|进园|进山|入景区)$"
)
_MARKS = re.compile(r"^[、和与及,一二两三四五六七八九十]*$")
_TOWN_AND_COUNTRY = re.compile("城乡(?=居民|常住)")
_NOT_NOMINAL = (  # 覆盖率 and 增加值 are nouns, whatever verb they begin with
    "(?![率值额量业区费度者员金力面]|投资|用地|面积|规模(?!以上|化)|资金|标准(?!化)|能力|水平|强度|收入|成本|指数|任务|项目(?!$))"
)
_NEXT_COUNT = re.compile(r"\d+[余多]?[个项条种类大家名处座]")
_AROUND = (("(", _BRACKETS),)
_WITHIN = (*((mark, _BASE) for mark in "较比与同"), ("按", _METHOD), ("除", _ASIDE))
_AT_HEAD = (("天", _DAYS_OF), ("日", _DAYS_OF), ("个月", _DAYS_OF), ("共", _TOGETHER))


@cache
def lexicon(name: str) -> frozenset[str]:
    """Return a word list as a set."""
    return frozenset(words(name))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of({*words('metric_verb'), *words('metric_keep')})}){_NOT_NOMINAL}")


@cache
def _noun_stops() -> re.Pattern[str]:
    return re.compile(any_of(words("metric_noun_stop")) + "|(?<![高初中平])等(?!级)|[,;:。!?、()…|\n]")


@cache
def _endless() -> frozenset[str]:
    """Return the verbs and particles that may end a phrase without being part of it."""
    return lexicon("metric_verb") | lexicon("metric_trailing")


def phrase_before(left: str) -> str:
    """Return `words_before` cut behind its last verb, and what leads up to a long noun cut off."""
    phrase = after_verb(words_before(left))
    if len(phrase) == 1 and phrase not in _THINGS:
        return ""
    if len(phrase) > _LONG_PHRASE and (core := _CORE.search(phrase)):
        return core["noun"]
    return phrase


def words_before(left: str) -> str:
    """Return the words at the end of a text that may name the number after it; empty where there are none.

    Parameters
    ----------
    left
        Clean text between the clause's beginning (or the number before) and the number.
    """
    phrase = _without(left, _AROUND).strip()
    if (opened := phrase.rfind("“")) > phrase.rfind("”"):
        phrase = phrase[opened + 1 :] or phrase[:opened]
    phrase = strip_tail(phrase, lexicon("metric_trailing"), _LONGEST_WORD)
    if hard := _LAST_HARD.match(phrase):
        phrase = phrase[hard.end() :]
    phrase = strip_head(_without(phrase, _WITHIN), lexicon("metric_leading"), _LONGEST_WORD)
    phrase = _without(phrase, _AT_HEAD)
    if not _WORD.search(phrase) or _MARKS.match(phrase):
        return ""
    return f"{phrase}”" if phrase.count("“") > phrase.count("”") else phrase


def _without(phrase: str, clutter: tuple[tuple[str, re.Pattern[str]], ...]) -> str:
    """Cut out what is no part of a name; the mark beside each pattern saves most searches."""
    for mark, pattern in clutter:
        if mark in phrase:
            phrase = pattern.sub("", phrase)
    return phrase


def after_verb(phrase: str) -> str:
    """Cut a phrase behind its last verb; 新增 and its like stay, for they tell figures of one thing apart."""
    start = 0
    for match in _verbs().finditer(phrase):
        if match.end() < len(phrase):
            kept = match[0] in lexicon("metric_keep")
            if not kept or match.start() - start > _SHORT_NOUN:
                start = match.start() if kept else match.end()
    return strip_head(phrase[start:], lexicon("metric_leading"), _LONGEST_WORD)


def without_verb(phrase: str) -> str:
    """Return a phrase without the verbs that end it (安排2000万元资金: nothing is left of 安排)."""
    return strip_tail(phrase, _endless(), _LONGEST_WORD)


def verb_at_end(left: str) -> str:
    """Return the telling verb (新增, 引进) that stands right before a number, or nothing."""
    phrase = left.removesuffix("了")
    return next((verb for verb in lexicon("metric_keep") if phrase.endswith(verb)), "")


def noun_after(right: str) -> str:
    """Return the noun phrase that begins a text after a number; empty where none does."""
    text = right.removeprefix("以上").removeprefix("左右").removeprefix("的")
    text = _NEXT_COUNT.sub("", text, count=1) if text[:1].isdigit() else text
    if not _NOUN.match(text):
        return ""
    stop = _noun_stops().search(text)
    noun = (
        text[: min(stop.start() if stop else len(text), _LONGEST_NOUN)]
        .removesuffix("的")
        .rstrip("了《“上中内")
    )
    return noun.rstrip("”") if noun.count("”") > noun.count("“") else noun


def parts(phrase: str, wanted: int) -> list[str]:
    """Return the members of a list of metrics, as many as there are numbers; empty where they don't fit.

    A head that only the last member carries belongs to all (煤炭、焦化行业先进产能).
    """
    if wanted == 2 and _TOWN_AND_COUNTRY.search(phrase):  # noqa: PLR2004 - town and country are two
        return [_TOWN_AND_COUNTRY.sub(kind, phrase) for kind in ("城镇", "农村")]
    members = [member for member in _PARTS.split(phrase) if member]
    if len(members) < wanted:
        return []
    members = members[-wanted:]
    members[0] = after_verb(members[0])
    last = members[-1]
    return [_with_head(member, last) for member in members[:-1]] + [last]


def _with_head(member: str, last: str) -> str:
    if headed(member) or len(last) <= len(member) + 1:
        return member
    shared = member[-2:]
    if len(member) > len(shared) and shared in last:  # 城镇和农村居民收入: 城镇居民收入
        return member + last.split(shared, 1)[1]
    tail = last[len(member) :]
    return member + tail if len(tail) >= _SHORTEST_HEAD else member


@cache
def _heads() -> tuple[str, ...]:
    return words("metric_head")


def headed(phrase: str) -> bool:
    """Tell whether a phrase itself says what is measured (率, 收入, 面积)."""
    return phrase.endswith(_heads())


@cache
def _measures() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("metric_measure")}


@cache
def _actions() -> tuple[tuple[str, dict[str, str]], ...]:
    return tuple((row[0], dict(zip(row[1::2], row[2::2], strict=True))) for row in rows("metric_action"))


@cache
def _action_words() -> tuple[str, ...]:
    return tuple(action for action, _ in _actions())


def _by_action(phrase: str, quantity: Quantity) -> str:
    """Return the metric that the action at a phrase's end stands for (发电 of energy), or nothing."""
    for action, names in _actions() if phrase.endswith(_action_words()) else ():
        if phrase.endswith(action) and (name := names.get(quantity.base) or names.get(quantity.group)):
            return phrase.removesuffix(action) + name
    if quantity.base == "人次" and _SIGHT.search(phrase):
        return _VISITS
    made = _PRODUCED.match(phrase)
    return f"{made['what']}产量" if made else ""


def with_measure(phrase: str, quantity: Quantity) -> str:
    """Return a phrase with the word for what is measured added where it lacks one (公路 + 里程)."""
    if not phrase or headed(phrase):
        return phrase
    if done := _by_action(phrase, quantity):
        return done
    if quantity.group == "length" and _ROAD.search(phrase):
        return phrase + "里程"
    if quantity.group in {"people", "household"} and _PERSONS.search(phrase):
        return phrase if phrase.endswith(_ALL_PERSONS) else phrase + "数"
    measures = _measures()
    return phrase + measures.get(quantity.base, measures.get(quantity.group, ""))
