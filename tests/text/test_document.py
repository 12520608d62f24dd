import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model import Article, Span
from geo.text import open_document
from geo.text.normalise import uniform

LONG = (
    "全市上下围绕项目建设年的部署要求,把扩大有效投资作为稳定增长的关键之举。"
    "各县区抢抓窗口期,推动重大项目早开工、早见效,上半年先后实施"
)


def clean(text):
    return open_document(Article("a", text)).text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "## 湖州：生态立市\n\n**接待游客 2,310 万人次**，增长 8.5 %。",
            "湖州:生态立市\n\n接待游客2,310万人次,增长8.5%。",
        ),
        ("\ufeff安吉县 有 3 个 4A 级景区", "安吉县 有3个4A级景区"),
        ("  > 引用的话\n　　段首空两格", "引用的话\n段首空两格"),
        ("長豐縣發(fā)展產(chǎn)業(yè)(含化工)", "长丰县发展产业(含化工)"),
        ("标题\n正文第一段。\n第二段", "标题\n正文第一段。\n第二段"),
    ],
)
def test_clutter_goes(raw, expected):
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("投资同 比 增 长5%", "投资同比增长5%"),
        ("太 湖 流 域水质", "太湖流域水质"),
        ("见习 记者 周明报道", "见习 记者 周明报道"),
        ("湖州 苏州 常州 三市", "湖州 苏州 常州 三市"),
    ],
)
def test_letter_spaced_words_close_up_and_others_do_not(raw, expected):
    assert clean(raw) == expected


def test_a_paragraph_torn_by_the_page_layout_is_joined():
    assert clean(LONG + "30个\n\n科技项目。") == LONG + "30个科技项目。"


def test_hard_wrapped_lines_are_joined():
    wrapped = "这座城市的森林覆盖率多年稳定。据介绍,去年新增造\n林面积十二万亩,城区绿地率也有提高。"
    assert clean(wrapped) == wrapped.replace("\n", "")


def test_headings_lists_and_tables_keep_their_lines():
    text = "一、主要指标完成情况\n- 粮食产量120万吨\n- 财政收入35亿元\n| 县 | 产值 |\n| 甲县 | 5 |"
    assert clean(text).count("\n") == 4


def test_the_surface_is_what_the_article_writes():
    article = Article("a", "全長 １２８６ 公里的旅遊公路，已經全線貫通。")
    document = open_document(article)
    start = document.text.index("1286公里")
    span = Span(start, start + len("1286公里"))
    assert document.surface(span) == "１２８６ 公里"
    assert document.source(span) == Span(3, 10)


def test_sentences_and_clauses_nest():
    document = open_document(Article("a", "产值1,286亿元,增长5%。“真好!”他说。\n第二段;完"))
    cut = [document.text[s.start : s.end] for s in document.sentences]
    assert cut == ["产值1,286亿元,增长5%。", "“真好!”", "他说。", "第二段;完"]
    assert [document.text[s.start : s.end] for s in document.clauses][:2] == ["产值1,286亿元,", "增长5%。"]


@given(st.text(alphabet="湖州產業園區,，。\n　 #*>１2３%Ａb“「(、\u200b\ufeff\r", max_size=300))
def test_each_clean_character_comes_from_its_source(text):
    document = open_document(Article("a", text))
    even = uniform(text)
    for offset, character in enumerate(document.text):
        assert even[document.source_offset(offset)] == character


@given(st.text(max_size=300))
def test_segments_are_ordered_and_lie_in_the_text(text):
    document = open_document(Article("a", text))
    for spans in (document.paragraphs, document.sentences, document.clauses):
        flat = [offset for span in spans for offset in (span.start, span.end)]
        assert flat == sorted(flat)
        assert all(0 <= span.start < span.end <= len(document.text) for span in spans)


@pytest.mark.parametrize(
    "text", [" " * 200_000 + "x", "湖 " * 100_000, "\n" * 100_000, "a\n" * 50_000, "#" * 100_000]
)
def test_hostile_layout_takes_linear_time(text):
    """A quadratic pattern would take minutes here and meet the suite's time limit."""
    assert len(clean(text)) <= len(text)


def test_what_a_page_puts_below_its_article_is_left_unread():
    body = "湖州市去年接待游客大幅增长。" * 8
    page = body + "\n责编:某某\n▼推荐阅读\n- 杭州:另一篇文章\n返回顶部"
    assert clean(page) == body + "\n"


def test_a_notice_at_the_top_does_not_end_the_article():
    text = "版权声明:请注明出处\n" + "湖州市去年接待游客大幅增长。" * 8
    assert clean(text) == text


WRAPPED = """渔港新城的清晨

码头上的汽笛一响,整座小城便醒了。今年春天
,这里又迎回了远洋归来的三艘渔船,船老大说,冷库
里新添了十二条速冻线,每天可处理鱼货四百五十公
里外运来的订单也接得住,全港去年卸货量达到81万
吨,比前年多出两成。码头边的老街上
人来人往。

第二天一早,渔政的巡逻艇又驶出港口,绕着禁渔区
走了一圈,什么也没有发现。
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_cut_at_one_width_are_joined_whatever_they_end_with(newline):
    text = clean(WRAPPED.replace("\n", newline))
    for joined in ("今年春天,这里", "四百五十公里外", "81万吨,比前年", "禁渔区走了一圈"):
        assert joined in text
    assert text.startswith("渔港新城的清晨\n")
    assert "\n第二天一早" in text


def test_a_list_of_equal_lines_is_not_joined():
    lines = [f"第{n}件实事是改造城东片区的老旧供水管网" for n in "甲乙丙丁戊己"]
    listed = "\n".join(f"- {line}" for line in lines)
    assert clean(listed).count("\n") == len(lines) - 1
