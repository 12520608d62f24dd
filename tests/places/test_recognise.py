"""Sentences of the genre about towns all over the country, each with the names a reader would mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Article, PlaceKind
from geo.text import open_document

MARKED = [
    # divisions: adjacent names stand apart, short names need no ending
    ("【浙江省】【湖州市】【安吉县】", "divisions one after the other"),
    ("【湖州】、【嘉兴】、【绍兴】三市签约", "short names in a list"),
    ("来自【河北】、【山东】的客人", "provinces"),
    ("【北京市】政府领导到【保定】调研", "an authority's town"),
    # words that look like names
    ("城市长治久安,百姓安居乐业", "an idiom holds a name"),
    ("各地做法大同小异", "an idiom begins with one"),
    ("绿水青山就是金山银山", "a saying"),
    ("深化开放合作,推动互助共赢", "everyday words that are counties"),
    ("全市农村道路和河湖面貌一新", "ordinary compounds with endings"),
    ("建设现代农业产业园和国家级示范区", "a park without a name"),
    ("创建省级以上开发区3个、5A级景区2家", "kinds and counts"),
    ("保护好每一条江河和每一座大山", "nature in general"),
    # endings with names no gazetteer has
    ("启动了【青岚湖国家湿地公园】二期", "a wetland park"),
    ("改造【望岳大道】和【人民路】", "roads"),
    ("整治【秀麻河】、【乌坪河】水质", "small rivers"),
    ("走进【云栖谷景区】", "a sight"),
    ("【安吉县】【鲁坞村】的民宿", "a village beside its county"),
    ("新建【星澜科技园】", "an industrial park"),
    ("修复3处古城墙、5座古寨和两条古道", "counted things are no names"),
    ("【赣州市第三人民医院】投用", "a hospital with its town"),
    ("【河南科技大学】与企业合作", "a university"),
    ("【衢江抽水蓄能电站】并网", "a power station"),
    ("开通【甬舟铁路】、【沪昆高速】", "lines"),
    # what stands beside a name
    ("【安化】县城西区改造", "a quarter of a county's seat is no district of another city"),
    ("(李常德 张新余摄)", "photographers called like cities"),
    ("【青岚湖】、【云栖谷】两大景区免票", "a list and its count"),
    ("一批景点出圈,如【望岳台】、【云栖谷】等景区", "a list after such as"),
    ("【湖州市】重点旅游景区客流回升", "a city's sights of a sort"),
    ("【浙江省】高速公路里程增加", "a province's roads of a sort"),
    ("增幅连续三年快于城镇", "a preposition before an everyday word that a town is called"),
    ("地处【滇】、【桂】、【黔】三省交界", "one-character names after a verb"),
    ("【湖州】【古城村】的老井", "a village called like a sort of sight"),
    ("【德清县】【浙江岚川科技有限公司】投产", "a firm beside its county"),
    ("【岚川集团】煤层气综合利用项目投产", "a firm's nameless project"),
    ("【湖州至杭州高铁】开工", "a line between two places"),
    ("【和邢铁路】全线铺轨", "a line by two characters of its ends"),
    ("【云岚老街】亮灯", "an old street"),
    ("多家企业入驻多个工业区", "counted kinds"),
    ("【铁楼乡】白马人的村寨", "a township without the people in its name"),
    # names that say nothing of what they are, known to the gazetteer
    ("【杭州市】【西湖区】的【灵隐】人头攒动", "two characters, in their own city"),
    ("他走过一座断桥,心中感慨", "the same as everyday words, elsewhere"),
    ("【平顶山市】的【平煤神马】投产", "a firm without an ending"),
    ("【字节跳动】与【腾讯公司】设立数据标注基地", "firms of everyday words"),
    ("【宁德时代】动力电池项目落户【宜宾】", "a known firm's nameless project"),
    ("【缙云抽水蓄能电站】二期工程开工", "works on a known station"),
    # numbers and quotation marks
    ("【105】、【206】和【319国道】改线", "road numbers in a list"),
    ("【“云上”旅游公路】通车", "a quotation in a name"),
    ("【柳州】“十四五”期间发展", "a quotation that is none"),
    # firms
    ("引进【湖州岚川新能源有限公司】", "a firm"),
    ("【晨岳新材料(嘉兴)有限公司】投产", "a firm with its town in brackets"),
    # one character for a province
    ("【川】、【渝】两地携手", "one-character names in a list"),
    ("多次赴【京】对接", "going to the capital"),
    ("加快推进京剧进校园,在鲁迅诞辰之际", "characters of other words"),
    ("以【岚川重工】、【晨岳科技】为龙头,以人民为中心", "firms that lead an industry"),
    ("建成【岚县50万千瓦光伏电站】", "a power station with its size"),
    ("【蕉岭】县城北移", "a county's seat"),
    ("推进【太行】山水旅游", "a range's waters"),
    ("【乌江流域】治理", "a basin"),
    ("【引江济汉工程】通水", "a water transfer"),
    ("【青岚湖】畔,【秀麻河】水质改善", "a word that begins with the ending"),
    ("【于都县】【长征大道】", "a street apart from its county"),
    ("【国能榆林化工有限公司】", "a firm whose name begins before its town"),
    # people
    ("记者 张新建 摄", "a photographer called like a county"),
    ("县长李东方说,要抓落实", "a person called like a city"),
    ("“来了就不想走。”陈昆山介绍", "a person who speaks"),
]


def unmark(marked):
    surfaces, plain = [], ""
    for part in marked.split("【"):
        name, closed, rest = part.partition("】")
        surfaces += [name] * bool(closed)
        plain += name + rest
    return plain, surfaces


@pytest.mark.parametrize(("marked", "what"), MARKED, ids=[what for _, what in MARKED])
def test_the_names_a_reader_would_mark(surfaces, marked, what):
    plain, expected = unmark(marked)
    assert surfaces(plain) == expected, what


def test_the_longest_is_not_always_the_name(surfaces):
    assert surfaces("毕业于中国人民大学") == ["中国人民大学"]
    assert surfaces("登上五台山") == ["五台山"]


def test_traditional_script_keeps_its_own_surface(recognise):
    mentions = recognise("廣東省韶關市丹霞山景區遊客達３０萬人次")
    assert [mention.surface for mention in mentions] == ["廣東省", "韶關市", "丹霞山景區"]
    assert [mention.name for mention in mentions] == ["广东省", "韶关市", "丹霞山景区"]


def test_kinds_come_from_endings(recognise):
    kinds = {
        each.name: each.kind for each in recognise("青岚水库、望岳大桥、云栖国家森林公园、岚川职业技术学院")
    }
    assert kinds == {
        "青岚水库": PlaceKind.RESERVOIR,
        "望岳大桥": PlaceKind.ROAD,
        "云栖国家森林公园": PlaceKind.PARK,
        "岚川职业技术学院": PlaceKind.SCHOOL,
    }


def test_the_last_word_of_a_list_gives_the_kind_of_all(recognise):
    mentions = recognise("以云栖谷、望岳台、青岚坪等景区为龙头")
    assert [mention.surface for mention in mentions] == ["云栖谷", "望岳台", "青岚坪"]
    assert {mention.kind for mention in mentions} == {PlaceKind.SCENIC_AREA}


def test_a_number_that_counts_the_items_makes_a_list(surfaces):
    assert surfaces("云栖谷、望岳台、青岚坪三处景区") == ["云栖谷", "望岳台", "青岚坪"]
    assert surfaces("现有9处A级以上景区、2处自然保护区、5处省级风景名胜区、1处湿地公园") == []


def test_a_doubtful_name_that_is_used_again_is_a_name(surfaces):
    assert surfaces("蘑菇岛迎来渔汛。") == []
    assert surfaces("蘑菇岛迎来渔汛。蘑菇岛开通航线。") == ["蘑菇岛", "蘑菇岛"]


def test_a_name_in_full_may_be_used_for_short_later(recognise):
    mentions = recognise("环云栖湖一号旅游公路全线贯通。沿环云栖湖一号布局驿站。")
    assert [mention.surface for mention in mentions] == ["环云栖湖一号旅游公路", "环云栖湖一号"]
    assert len({mention.name for mention in mentions}) == 1


def test_a_stated_short_form_is_the_firm(recognise):
    mentions = recognise("湖州岚川新能源有限公司(以下简称“岚川新能”)投产,岚川新能产值翻番。")
    assert [mention.name for mention in mentions] == ["湖州岚川新能源有限公司"] * 3


def test_the_bare_name_of_a_district_behind_another_city_is_no_name(surfaces):
    assert surfaces("山西省太原城区段水质达标。") == ["山西省", "太原"]
    assert surfaces("山西省晋城城区水质达标。") == ["山西省", "晋城", "城区"]


def test_a_sight_with_a_name_of_its_own_stands_apart_from_its_city(surfaces):
    assert surfaces("新余仙女湖景区接待游客3万人次。") == ["新余", "仙女湖景区"]
    assert surfaces("大同火山群公园接待游客3万人次。") == ["大同火山群公园"]


def test_an_everyday_word_is_a_name_only_beside_a_cue(surfaces):
    text = "合作市地处甘南高原。深化东西部合作,从兰州到合作只需两小时。"
    assert surfaces(text, about="合作市") == ["合作市", "甘南高原", "兰州", "合作"]


def test_a_far_county_needs_its_province_beside_it(surfaces):
    assert surfaces("学习江苏昆山经验") == ["江苏", "昆山"]
    assert "兴国" not in surfaces("坚持科教兴国战略")


def test_part_of_an_authority_or_a_paper_is_marked_so(recognise):
    marks = {each.surface: each.in_org for each in recognise("嘉兴市委宣传部、浙江日报记者到绍兴采访")}
    assert marks == {"嘉兴市": True, "浙江": True, "绍兴": False}


def test_each_mention_says_why(recognise):
    mentions = recognise("湖州市安吉县青岚湖国家湿地公园")
    assert all(mention.why and 0.5 <= mention.score <= 1.0 for mention in mentions)


def test_a_text_without_places_gives_none(surfaces):
    assert surfaces("") == []
    assert surfaces("今天天气很好,大家都很高兴。") == []


PIECES = st.sampled_from(
    ["湖州市", "安吉县", "湿地公园", "“", "”", "(", ")", "、", "105", "国道", "等景区", "有限公司", "晋", "赴京",
     "·", "\n", "。", "的", "云栖", "村", "河", "第三", "二十", "座", "以下简称", "A级", "與", "著", "\u00a0", "😀"]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_spans_lead_into_the_article_in_order(recogniser, text):

    document = open_document(Article("a", text))
    end = clean_end = 0
    for mention in recogniser.recognise(document):
        assert text[mention.span.start : mention.span.end] == mention.surface
        assert document.source(mention.clean) == mention.span
        assert mention.span.start >= end
        assert mention.clean.start >= clean_end
        end, clean_end = mention.span.end, mention.clean.end
