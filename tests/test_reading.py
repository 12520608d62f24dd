"""One article of another city, read from end to end; every value was worked out by hand."""

import pytest

from geo.model import Status, Theme

TEXT = """# 湖州：绿水青山就是金山银山

2024年，湖州市接待国内外游客8600.5万人次，实现旅游总收入1210亿元，同比分别增长6.5%、8.2%。太湖岸线全部完成修复，
全市森林覆盖率达46.1%。

安吉县建成竹林碳汇基地84万亩。到2027年，力争全市精品民宿达到1200家以上。
"""


@pytest.fixture(scope="module")
def reading(read):
    return read(TEXT)


def by_surface(reading, surface):
    return next(indicator for indicator in reading.indicators if indicator.surface == surface)


def names(reading):
    return {place.id: place.name for place in reading.places}


def test_offsets_lead_back_into_the_untouched_article(reading):
    found = [*(resolution.mention for resolution in reading.resolutions), *reading.indicators]
    assert found
    assert all(TEXT[item.span.start : item.span.end] == item.surface for item in found)


def test_the_article_knows_its_city_and_its_date(reading):
    assert reading.context.about is not None
    assert reading.context.about.name == "湖州市"
    assert reading.context.as_of == "2024"


def test_places_are_found_and_located(reading):
    places = {place.name: place for place in reading.places}
    assert places["湖州市"].adcode == "330500"
    assert places["安吉县"].adcode == "330523"
    assert places["安吉县"].admin == ("浙江省", "湖州市")


def test_each_growth_goes_to_its_metric(reading):
    visitors, income = by_surface(reading, "6.5%"), by_surface(reading, "8.2%")
    assert "游客" in visitors.metric
    assert "收入" in income.metric
    assert {visitors.comparison, income.comparison} == {"yoy"}
    assert {visitors.period, income.period} == {"2024"}
    assert visitors.theme is Theme.TOURISM


def test_a_level_has_value_unit_and_base_unit(reading):
    visitors = by_surface(reading, "8600.5万人次")
    assert (visitors.value, visitors.unit) == (8600.5, "万人次")
    assert (visitors.normalized, visitors.base_unit) == (86_005_000, "人次")
    assert names(reading)[visitors.place_id] == "湖州市"


def test_a_countys_figure_is_the_countys(reading):
    base = by_surface(reading, "84万亩")
    assert names(reading)[base.place_id] == "安吉县"


def test_an_aim_is_a_target(reading):
    aim = by_surface(reading, "1200家")
    assert (aim.status, aim.period, aim.qualifier) == (Status.TARGET, "2027", "at_least")
    assert names(reading)[aim.place_id] == "湖州市"


@pytest.mark.parametrize("text", ["", "。", "今天天气很好。", "\n\n", "abc 123"])
def test_a_text_without_places_gives_an_empty_reading(read, text):
    reading = read(text)
    assert reading.resolutions == ()
    assert reading.places == ()


def test_the_same_article_reads_the_same(read, reading):
    assert read(TEXT) == reading
