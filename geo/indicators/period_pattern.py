"""The pattern of every time expression, and the lists of words that it is made of."""

import re
from functools import cache

from geo.lexicon import any_of, rows, words

_FIRSTS = "0123456789前头年全近过最这今未再用十“一二两三四五六七八九元春清端中国劳上本"


@cache
def parts() -> dict[str, tuple[int, int]]:
    """Return the first and last month of each part of a year."""
    return {row[0]: (int(row[1]), int(row[2])) for row in rows("period_part")}


@cache
def holidays() -> dict[str, tuple[str, str]]:
    """Return the first and last day of each holiday, by its name and year."""
    return {row[0]: (row[1], row[2]) for row in rows("period_holiday")}


@cache
def relative_years() -> dict[str, int]:
    """Return how many years each word adds to the article's own."""
    return {row[0]: int(row[1]) for row in rows("period_relative_year")}


@cache
def events() -> dict[str, int]:
    """Return the year of each turning point that all count from."""
    return {row[0]: int(row[1]) for row in rows("period_event")}


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of every time expression; each alternative is bounded."""
    number = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
    word = any_of(relative_years())
    part = (
        r"(?P<from_quarter>[一二三1-3])[至到—~-]{1,2}(?P<to_quarter>[二三四2-4])季度"
        rf"|(?P<part>{any_of(parts())})度?(?P<part_end>[底末](?!端))?"
        r"|(?P<day_month>1[0-2]|0?[1-9])月(?P<from_day>[12]\d|3[01]|0?[1-9])日?[至到—~-]{1,2}"
        r"(?:(?:次年|翌年)?(?P<to_day_month>1[0-2]|0?[1-9])月)?(?P<to_day>[12]\d|3[01]|0?[1-9])日"
        r"|“?(?P<holiday>元旦|春节|清明|五一|劳动|端午|中秋|国庆|十一)”?(?:国际)?(?:劳动)?节?”?(?:[、和“]{0,2}(?P<joint>中秋|国庆)节?”?)?"
        r"(?:双节)?(?:小长假|假期|期间|黄金周|长假|假日|[三五七八九3-9]天)内?"
        r"(?:的?(?:第(?P<nth_day>[一二三四五六七八1-8])[天日]|(?P<first_day>首[天日])))?"
        r"|“?(?P<fixed_feast>元旦|清明|五一|劳动|国庆)节?”?(?:当天|当日|当晚)"
        r"|“(?P<feast>五一|十一|端午|清明|中秋|春节|元旦)”"
        rf"|[前头](?P<first_months>{number})个?月"
        r"|(?P<from_month>1[0-2]|0?[1-9])(?:月?份?[至到—~-]{1,2}|、|月份?[、和与及])(?P<to_month>1[0-2]|0?[1-9])两?个?月份?(?!分别|\d)"
        r"|(?P<from_han>[一二三四五六七八九])月?(?:[、和至到]|(?=[二三四五六七八九]月))(?P<to_han>[二三四五六七八九]|十[一二]?)月(?:份|间)?"
        r"|(?P<month>1[0-2]|0?[1-9])月份?(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?(?P<month_end>底|末)?"
        r"|(?P<han_month>十[一二]?|[一二三四五六七八九])月(?:份|(?P<han_month_end>[底末]))"
        r"|(?<!\d)(?P<year_end>年[底末])|(?P<all_year>全年)"
        r"|(?<![一二三四五六七八九十两数几半])(?P<within>年内)"
    )
    listed = (*parts(), *relative_years(), *events(), *words("period_now"))
    firsts = "".join(sorted({*_FIRSTS, *(name[0] for name in listed)}))
    return re.compile(
        rf"(?=[{firsts}])(?<!\d)(?:"
        r"(?P<from_year>(?:19|20)\d\d)(?:年(?P<opening>1[0-2]|0?[1-9])月|年?)[至到—~-]{1,2}"
        r"(?P<to_year>(?:19|20)\d\d)(?:年(?P<closing>(?:1[0-2]|0?[1-9])月)?|(?=雪季|学年|雪期))"
        rf"|(?:(?P<turn_year>(?:19|20)\d\d)年|(?P<turn_word>{word}))(?P<turn_from>1[0-2]|0?[1-9])月份?[至到—~-]{{1,2}}"
        r"(?:(?P<next_year>次年|翌年|第二年)|今年|(?:19|20)\d\d年)(?P<turn_to>1[0-2]|0?[1-9])月份?(?!\d)"
        rf"|(?:(?P<year>(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{{2}})年度?|(?P<word>{word}))?(?:{part})"
        r"|(?:(?P<whole_year>(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2})"
        rf"(?:年度?|(?=(?:[、和](?:19|20)\d\d){{1,6}}年))|(?P<whole_word>{word}))(?:同期|[底末])?"
        rf"|(?:近|过去的?|最近|这|今后|未来|再用|用|(?<!目)前)(?P<near>{number})年(?P<until_now>多?来)?"
        rf"|(?P<lately>{number})年多?(?P<tail>来|间|累计|以来|平均|(?=[狂净猛]?增(?:[量长加]|\d)|翻))"
        r"|(?<![\d十])(?P<goal>[1-9]|10)年(?=\d{1,6}(?:\.\d{1,2})?[千百]?[万亿])"
        rf"|(?<=[。;\n])(?P<done>{number})年(?=[\u4e00-\u9fff]{{2,8}}(?:投资|投入|支出|新增|完成|建成|引进|培育|减少)\d)"
        rf"|(?P<ago>{number})年前"
        r"|近(?:些|几)?(?P<vague>年)来?"
        r"|“?(?P<plan>十[一二三四五六]?)五”?(?P<plan_tail>时期|期间|以来|末|这?五年|前(?P<plan_years>[两二三四])年)"
        rf"|(?P<event>{any_of(events())})以来"
        r"|(?<![以马])(?P<turn>上(?:个?季度|个?月)|本(?:季度|月))(?![球亮历])"
        rf"|(?P<now>{any_of(words('period_now'))})"
        r")"
    )
