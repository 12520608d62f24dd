"""Metrics: what a number measures, as a short noun phrase cut out of the words around it."""

import re
from functools import cache

from geo.indicators.lexical import strip_head, strip_tail
from geo.indicators.measures import head_of, headed
from geo.lexicon import any_of, words
from geo.text.vocabulary import vocabulary

_LONGEST_WORD = 6
_SHORTEST_HEAD = 4
_LONG_PHRASE = 8
_SHARE_WORD = "占比"
_SHORT_NOUN = 6  # 城镇新增就业: what stands before 新增 belongs to the name
_LAST_HARD = re.compile(r".*(?:[,;:。!?…|\n()]|—{2})", re.DOTALL)
_BRACKETS = re.compile(r"\([^()]{0,20}\)")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_WORD = re.compile(r"[\u4e00-\u9fff]|[A-Za-z]{2}")
_BASE = re.compile(
    r"(?:相较于?|[较比与同])(?:(?:19|20)\d\d年?|上年|去年|上年度)"
    r"(?:[^,。;]{0,6}同[期日月季])?(?:同基数|同口径|可比口径)?(?:相比|比较)?$"
    r"|[较比](?:“?十[一二三四五]五”?时?期?末?|(?:今|本)?年初|期初)$"
    r"|(?:[与同和跟较]|相较于?)[^,。;]{2,16}?相比$"
)
_ASIDE = re.compile(r"(?:剔除|扣除)[^,。;]{1,10}?(?:因素|影响)后?")
_YEAR_LAST = re.compile(r"(?<![\d较比与同于])20\d\d年?(?:\d{1,2}(?:[—~-]\d{1,2})?月份?)?$")
_METHOD = re.compile(r"按[^,。;]{1,8}?(?:(?:口径|价格?)(?:计算)?|计算)")
_COMMAS = re.compile("、")
_JOINTS = ("和", "与", "及")
_SHARED_HEADS = (
    "面积",
    "产量",
    "产值",
    "收入",
    "增加值",
    "价格",
    "投资",
    "营收",
    "销售额",
    "占比",
    "比重",
    "总值",
    "总额",
    "出栏",
    "存栏",
    "出栏量",
    "存栏量",
)
_SUMMED = re.compile(
    r"(?P<listed>.{3,60}?)等?[两三四五六七八九十]{1,2}[大个类种项地市县家][^、]{0,8}?"
    rf"(?P<head>{'|'.join(_SHARED_HEADS)})$"
)
_PARTS = re.compile(r"、|以及|和(?!谐|美|平)|(?<![普以涉波])及(?![其率时格早])|与(?!会)|(?<=”)(?=“)")
_DAYS_OF = re.compile(
    r"^(?:持续|连续|[前首头])?(?:[一二三四五六七八九十两]{1,2}|\d{1,2})(?:天|日(?!游)|个月)(?:全[市县区省州])?(?:共|累计)?"
)
_SHARE_OF = re.compile(r"(?P<part>[^,。;占]{2,16})占(?P<whole>[^,。;占]{2,14}?)的?(?P<word>比重|比例|份额)$")
_WHERE = re.compile(
    r"(?:现?已)?在(?![建校册岗职编读园库售谈孵线地场])"
    r"(?:这里|当地|[^,。;在的]{2,10}?(?:境内|沿线|两岸|地铁|地区|[省市县区镇乡村]))的?(?=.{2})"
)
_ABLE = re.compile(
    r"(?<![认许])可(?=带动|吸纳|接待|实现|新增|处理|满足|提供|节约|减少|生产|加工|容纳|形成|创造|解决|安排|增加|覆盖|供|产)"
)
_OVER_YEARS = re.compile(
    r"^(?:过去|近)?[两三四五六七八九十]{1,2}年(?:来|间)?(?!行动|计划|攻坚|规划)(?=[\u4e00-\u9fffA-Z]{3,}$)"
)
_GROWN = re.compile(
    r"^(?:新)?发展(?=.{0,12}(?:户|社|基地|产业|大棚|温室|企业|园|果|菜|药材|菌|茶|林|场|面积)$)"
)
_ONCE_BUILT = re.compile(r"^[^,、]{0,12}(?:建成|投产|达产|达效|投用|投运|运营|完工|落地|开通|通车)后")
_TOGETHER = re.compile("^(?:.{0,12}[^公中])?共计?(?=[谋签引新实完接争培开办举有发投吸安设落])")
_CORE = re.compile(r"(?:的|、[^、]{1,8}等)(?P<noun>[^的等、]{2,})$")  # 苹果、桃等水果; 在此越冬的丹顶鹤
_THINGS = frozenset(
    "煤油电水气粮茶果糖钢肉奶蛋鱼纱布酒盐纸米面棉铜铝锌铅铁猪牛羊鸡鸭鹅兔药"
)  # the single characters that name something by themselves
_MARKS = re.compile(r"^[、和与及,一二两三四五六七八九十]*$")
_SECTORS = re.compile("第([一二])[、和]([二三])(?:[、和](三))?产业")
_TOWN_AND_COUNTRY = re.compile("城乡(?=居民|常住)")
_NOT_NOMINAL = (  # 覆盖率 and 增加值 are nouns, whatever verb they begin with
    "(?![率值额量业区费度者员金力面]|投资|用地|面积|规模(?!以上|化)|资金|标准(?!化)|能力|水平|强度|收入|成本|指数|任务|项目(?!$)"
    "|(?:覆盖|达标|完成|处理|收集|利用)率|(?:发展|示范|试验)(?:区|基地|园))"
)
_AROUND = (("(", _BRACKETS), ("[", _FOOTNOTE))
_WITHIN = (
    ("20", _YEAR_LAST),
    *((mark, _BASE) for mark in "较比与同"),
    ("按", _METHOD),
    ("除", _ASIDE),
    ("可", _ABLE),
    ("在", _WHERE),
)
_AT_HEAD = (
    ("年", _OVER_YEARS),
    ("发展", _GROWN),
    ("后", _ONCE_BUILT),
    ("天", _DAYS_OF),
    ("日", _DAYS_OF),
    ("个月", _DAYS_OF),
    ("共", _TOGETHER),
)


@cache
def lexicon(name: str) -> frozenset[str]:
    """Return a word list as a set."""
    return frozenset(words(name))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of({*words('metric_verb'), *words('metric_keep')})}){_NOT_NOMINAL}")


@cache
def trailing() -> frozenset[str]:
    """Return what may stand between a metric and its number (达到, 增至)."""
    reached = (f"{verb}{end}" for verb in words("metric_reach") for end in ("至", "到", "为", "到了"))
    return lexicon("metric_trailing").union(reached, words("period_part"))


@cache
def links() -> frozenset[str]:
    """Return what may stand between a metric and the figure of its level or its change (达到, 增长)."""
    return trailing().union(words("comparison_rise"), words("comparison_fall"), "了")


@cache
def _endless() -> frozenset[str]:
    """Return the verbs and particles that may end a phrase without being part of it."""
    return lexicon("metric_verb") | trailing()


def phrase_before(left: str) -> str:
    """Return `words_before` cut behind its last verb, and what leads up to a long noun cut off."""
    phrase = words_before(left)
    if share := _SHARE_OF.search(phrase):  # 第一产业占生产总值的比重
        return f"{after_verb(share['part'])}占{share['whole']}{share['word']}"
    phrase = after_verb(phrase)
    if len(phrase) == 1 and phrase not in _THINGS:
        return ""
    if len(phrase) > _LONG_PHRASE and (core := _CORE.search(phrase)):
        whose = phrase[: core.start("noun") - 1]
        owned = phrase[core.start()] == "的" and headed(core["noun"]) and len(whose) <= _SHORT_NOUN
        return whose + core["noun"] if owned else core["noun"]  # 高速公路的总里程
    return phrase


def words_before(left: str) -> str:
    """Return the words at the end of a text that may name the number after it; empty where there are none.

    Parameters
    ----------
    left
        Clean text between the clause's beginning (or the number before) and the number.
    """
    phrase = _without(left, _AROUND).strip()
    before, quoted, rest = phrase.partition("”")
    if quoted and "“" not in before:  # a quotation that began before
        phrase = rest or phrase
    if (opened := phrase.rfind("“")) > phrase.rfind("”"):
        phrase = phrase[opened + 1 :] or phrase[:opened]
    if "《" not in phrase and (closed := phrase.rfind("》")) >= 0:  # a title that began before
        phrase = phrase[closed + 1 :]
    whole, phrase = phrase, strip_tail(phrase, trailing(), _LONGEST_WORD)
    if whole.startswith(_SHARE_WORD, len(phrase)):  # 新能源占比提高
        phrase += _SHARE_WORD
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
    splits = vocabulary().splits
    for match in _verbs().finditer(phrase):
        inside = splits(phrase, match.start(), len(match[0])) or splits(phrase, match.end(), len(match[0]))
        rest = len(phrase) - match.end()
        if rest and not inside and (rest > 1 or phrase[-1] in _THINGS):
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


def verb_at_head(phrase: str) -> str:
    """Return the telling verb (新增, 引进) that a metric begins with, or nothing."""
    return next((verb for verb in lexicon("metric_keep") if phrase.startswith(verb)), "")


def thing_of(metric: str) -> str:
    """Return what a metric is of (苹果 of 苹果种植面积); empty where that isn't plain."""
    head = next(
        (word for word in sorted(words("metric_head"), key=len, reverse=True) if metric.endswith(word)), ""
    )
    thing = metric.removesuffix(head).removeprefix(verb_at_head(metric))
    for verb in ("播种", "种植", "养殖", "栽培", "产业"):
        thing = thing.removesuffix(verb)
    return thing if len(thing) > 1 else ""


def parts(phrase: str, wanted: int) -> list[str]:
    """Return the members of a list of metrics, as many as there are numbers; empty where they don't fit.

    A head that only the last member carries belongs to all (煤炭、焦化行业先进产能).
    """
    if wanted == 2 and _TOWN_AND_COUNTRY.search(phrase):  # noqa: PLR2004 - town and country are two
        return [_TOWN_AND_COUNTRY.sub(kind, phrase) for kind in ("城镇", "农村")]
    if _SECTORS.search(phrase):  # 第一、二、三产业增加值
        phrase = _SECTORS.sub(
            lambda found: f"第{found[1]}产业、第{found[2]}产业{found[3] and f'、第{found[3]}产业'}", phrase
        )
    summed = _SUMMED.match(phrase)
    members = _members(summed["listed"] if summed else phrase, wanted)
    if len(members) < wanted:
        return []
    members = members[-wanted:]
    members[0] = after_verb(members[0])
    if summed:  # 荔枝、龙眼两大产业产值
        return [member + summed["head"] for member in members]
    last = members[-1]
    return [_with_head(member, last) for member in members[:-1]] + [last]


def _members(phrase: str, wanted: int) -> list[str]:
    """Return the members of a list; 和 parts them only where 、 doesn't part enough."""
    for mark in (_COMMAS, _PARTS):
        members = [member for member in mark.split(phrase) if member]
        if len(members) == wanted:
            break
    return members


def _with_head(member: str, last: str) -> str:
    if headed(member):
        return member
    if len(last) <= len(member) + 1:
        return member + _shared_head(last)
    shared = member[-2:]
    if len(member) > len(shared) and shared in last:  # 城镇和农村居民收入: 城镇居民收入
        return member + last.split(shared, 1)[1]
    if any(joint in last for joint in _JOINTS):
        return member + head_of(last)
    tail = last[len(member) :]
    return member + (tail if len(tail) >= _SHORTEST_HEAD else _shared_head(tail))


def _shared_head(last: str) -> str:
    """Return the head that the members before the last leave out (苹果、梨产量); empty where it has none of those."""
    return next(filter(last.endswith, _SHARED_HEADS), "")
