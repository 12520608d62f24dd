import csv
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from geo.atlas import save_atlas
from geo.settings import data_dir
from geo.ui.pages import about


def test_the_map_page_says_what_it_shows(app):
    app.run()
    assert not app.exception
    assert "图上 15 处地点、10 条指标；表中另有 1 处未能定位（共 16 处）。" in [
        caption.value for caption in app.caption
    ]
    assert len(app.dataframe[0].value) == 18


def test_the_table_has_the_same_rows_as_the_map(app):
    app.run()
    app.session_state["themes"] = ["tourism"]
    app.run()
    table = app.dataframe[0].value
    assert table["地点"].tolist() == ["长沙市", "长沙市", "岳麓山", "石燕湖景区"]
    assert table["关系"].tolist() == ["本地指标"] * 3 + ["同句提及"]


def test_the_table_narrows_to_the_place_opened_on_the_map(app):
    app.run()
    app.session_state["narrowed"] = "s-1"
    app.run()
    assert set(app.dataframe[0].value["地点"]) == {"岳麓山"}
    assert "只列“岳麓山”的 1 行。" in [caption.value for caption in app.caption]
    next(button for button in app.button if button.label == "显示全部 18 行").click()
    app.run()
    assert len(app.dataframe[0].value) == 18


def test_a_place_that_the_filter_hides_narrows_nothing(app):
    app.query_params["themes"] = "transport"
    app.session_state["narrowed"] = "s-1"
    app.run()
    assert set(app.dataframe[0].value["地点"]) == {"环湖旅游公路", "岳阳市", "黄花机场"}


def test_english(app):
    app.query_params["lang"] = "en"
    app.run()
    assert "Theme" in app.dataframe[0].value.columns
    assert "Tourism 3" in app.button_group(key="themes").options[1]


def test_the_address_sets_the_filter(app):
    app.query_params["themes"] = "transport"
    app.query_params["statuses"] = "target"
    app.run()
    assert set(app.dataframe[0].value["地点"]) == {"岳阳市", "黄花机场"}


def test_nonsense_in_the_address_does_no_harm(app):
    for key in (
        "themes",
        "kinds",
        "statuses",
        "articles",
        "cities",
        "since",
        "until",
        "view",
        "place",
        "lang",
    ):
        app.query_params[key] = "{{7*7}}'\"<script>"
    app.run()
    assert not app.exception


def test_nothing_to_show_is_said(app):
    app.query_params["text"] = "没有这样的东西"
    app.run()
    assert app.info[0].value == "没有符合条件的内容：放宽主题或筛选。"


def test_a_title_that_paper_cannot_show_is_said_and_stops_nothing(app):
    app.run()
    assert not app.warning
    app.text_input(key="map_title").set_value("春*游*\U0001f338").run()
    assert not app.exception
    assert [said.value for said in app.warning] == ["印刷字体没有 \U0001f338：图片和打印版上以 〓 代替。"]


def about_page():
    from geo.ui.pages import about as page  # noqa: PLC0415  AppTest runs this function's source alone

    page.page()


def read_page():
    from geo.ui.pages import read  # noqa: PLC0415  AppTest runs this function's source alone

    read.page()


def place_page():
    import streamlit as st  # noqa: PLC0415  AppTest runs this function's source alone

    from geo.ui.pages import map as map_page  # noqa: PLC0415  likewise
    from geo.ui.pages import place  # noqa: PLC0415  likewise

    st.session_state["map_page"] = st.Page(map_page.page, url_path="map")
    here = st.Page(place.page, url_path="place", default=True)
    st.navigation([here, st.session_state["map_page"]], position="hidden").run()


def compare_page():
    from geo.ui.pages import compare  # noqa: PLC0415  AppTest runs this function's source alone

    compare.page()


def along_page():
    from geo.ui.pages import along  # noqa: PLC0415  AppTest runs this function's source alone

    along.page()


def test_places_along_a_line(app):
    app.run()
    page = AppTest.from_function(along_page, default_timeout=180).run()
    assert not page.exception
    page.selectbox[0].set_value("r-1").run()
    assert page.query_params["line"] == "r-1"
    assert "松雅湖" in page.dataframe[0].value["地点"].tolist()
    assert page.dataframe[0].value["里程（公里）"].is_monotonic_increasing
    assert "10 公里的走廊，不是流域" in page.caption[0].value


def reader_page():
    from geo.ui.pages import reader  # noqa: PLC0415  AppTest runs this function's source alone

    reader.page()


def test_the_page_of_a_place_tells_all_of_it(app):
    app.run()
    page = AppTest.from_function(place_page, default_timeout=180)
    page.query_params["place"] = "s-1"
    page.run()
    assert not page.exception
    assert page.get("html")[0].proto.body == '<h3 class="jt-words">岳麓山</h3>'
    assert "WGS84 112.930000, 28.180000   GCJ-02 112.9" in page.code[0].value
    own, nearby, cited = (frame.value for frame in page.dataframe)
    assert own["数值"].tolist() == ["300万人次"]
    assert len(nearby) == 8
    assert cited["文中写法"].tolist() == ["岳麓山"]


@pytest.mark.parametrize("place_id", ["e-1", "x-2", "", "no such place"])
def test_every_place_has_a_page(app, place_id):
    app.run()
    page = AppTest.from_function(place_page, default_timeout=180)
    page.query_params["place"] = place_id
    page.run()
    assert not page.exception


@pytest.mark.parametrize("page", [place_page, compare_page, along_page, reader_page, about_page])
def test_an_atlas_without_places_breaks_no_page(app, tmp_path, atlas, page):
    bare = replace(
        atlas, **{name: getattr(atlas, name).iloc[:0] for name in ("places", "indicators", "mentions")}
    )
    save_atlas(bare, tmp_path)
    assert not app.run().exception
    assert not AppTest.from_function(page, default_timeout=30).run().exception


def test_places_are_compared_with_gaps(app):
    app.run()
    page = AppTest.from_function(compare_page, default_timeout=180).run()
    assert not page.exception
    coverage = page.dataframe[-1].value
    assert coverage["地点"].tolist() == ["长沙市", "岳阳市"]
    assert coverage["文旅"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("page", "asked", "widget", "value"),
    [
        (along_page, {"line": "h-1", "width": "40"}, "width", "40"),
        (along_page, {"line": "h-1", "width": "7"}, "width", "10"),
        (along_page, {"line": "no such line"}, "line", "r-1"),
        (compare_page, {"units": "cn-430600"}, "units", ["cn-430600"]),
        (compare_page, {"units": "cn-430600~<script>"}, "units", ["cn-430600"]),
        (compare_page, {"units": "nothing"}, "units", ["cn-430100", "cn-430600"]),
        (reader_page, {"article": "t-2"}, "article", "t-2"),
        (reader_page, {"article": "t-9"}, "article", "t-1"),
    ],
)
def test_a_link_reopens_what_is_chosen(app, page, asked, widget, value):
    app.run()
    opened = AppTest.from_function(page, default_timeout=180)
    for key, said in asked.items():
        opened.query_params[key] = said
    opened.run()
    assert not opened.exception
    assert opened.session_state[widget] == value


def test_the_places_that_are_compared_can_be_emptied(app):
    app.run()
    page = AppTest.from_function(compare_page, default_timeout=180).run()
    page.multiselect[0].set_value([]).run()
    assert not page.exception
    assert page.session_state["units"] == []


def test_an_article_without_its_text_is_listed(app):
    app.run()
    page = AppTest.from_function(reader_page, default_timeout=180).run()
    assert not page.exception
    assert page.dataframe[0].value["数值"].tolist()[0] == "1200万人次"


def test_the_page_on_data_tells_sources_and_what_is_missing(app):
    app.run()
    page = AppTest.from_function(about_page, default_timeout=180).run()
    assert not page.exception
    articles, precision, unlocated, accuracy = (frame.value for frame in page.dataframe)
    assert articles["标题"].tolist()[0] == "长沙文旅一年"
    (sources,) = (block.proto.body for block in page.get("html"))
    assert sources.endswith("<td>15</td></tr></table>")
    assert dict(zip(precision["位置精度"], precision["数量"], strict=True))["未能定位"] == 1
    assert unlocated["名称"].tolist() == ["某某重工"]
    with (data_dir() / "accuracy" / "measured.csv").open(encoding="utf-8", newline="") as file:
        measured = {row["measure"]: row for row in csv.DictReader(file)}
    told = accuracy.set_index("项目")
    assert told.loc["整条记录（F1）", "外地 8 篇"] == float(measured["record"]["heldout"])
    assert told.loc["省市县定位", "真实 3 篇"] == float(measured["divisions"]["gold"])


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("GeoNames 1808956, for 某市, where the article puts it", "GeoNames"),
        ("OpenStreetMap node 12 by way of a list", "OpenStreetMap node by way of a list"),
        ("WDBII rivers 2.0.0 of GSHHG", "WDBII rivers 2.0.0 of GSHHG"),
    ],
)
def test_sources_are_told_once_whatever_place_they_locate(source, told):
    assert about.without_place(source) == told


def test_a_pasted_article_becomes_an_atlas():
    page = AppTest.from_function(read_page, default_timeout=180).run()
    page.text_area[0].set_value("2024年，长沙市接待游客1200万人次，同比增长8.5%。浏阳市新建公路35公里。")
    page.button[0].click().run()
    assert not page.exception
    assert page.success[0].value.startswith("识别完成：1 篇文章")
    places = page.session_state["own_atlas"].dataset.places
    assert {"长沙市", "浏阳市"} <= set(places["name"])
    assert page.session_state["source"] == "own"
    assert page.session_state["own_atlas"].dataset.atlas.articles["title"].tolist() == ["粘贴的文章"]


@pytest.mark.parametrize(
    ("date", "text", "said"),
    [
        ("", "", "没有可读的内容"),
        ("last year", "长沙市接待游客100万人次。", "发表日期看不懂"),
        ("", "这里什么地点也没有。", "没有找到地点"),
    ],
)
def test_what_cannot_be_read_is_said(date, text, said):
    page = AppTest.from_function(read_page, default_timeout=180).run()
    page.text_area[0].set_value(text)
    page.text_input[2].set_value(date)
    page.button[0].click().run()
    assert not page.exception
    assert any(said in message.value for message in [*page.warning, *page.error, *page.info])
    assert "own_atlas" not in page.session_state


@pytest.mark.parametrize("missing", ["places.geojson", "indicators.csv"])
def test_a_broken_atlas_is_said_plainly(app, tmp_path, missing):
    (tmp_path / missing).unlink()
    app.run()
    assert not app.exception
    assert "图集无法打开" in app.error[0].value
