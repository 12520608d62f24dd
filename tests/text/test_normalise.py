import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text.normalise import clutter, simplify, uniform


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("湖州市的綠水青山與產業園區", "湖州市的绿水青山与产业园区"),
        ("臺灣企業到蘇州工業園區考察，簽約著名項目", "台湾企业到苏州工业园区考察,签约著名项目"),
    ],
)
def test_traditional_text_becomes_simplified(traditional, simplified):
    assert uniform(traditional) == simplified


def test_simplified_text_keeps_characters_that_are_traditional_elsewhere():
    text = "陕西咸阳的乾县和杭州的於潜镇，去年共有十二家合作社。"
    assert simplify(text) == text


def test_one_traditional_line_in_a_simplified_article_is_converted():
    text = (
        "本市今年的工作很多，以下是港方的来信，说的是两地合作的事情。" * 20 + "\n國際機場與高鐵項目開工建設"
    )
    assert simplify(text).endswith("\n国际机场与高铁项目开工建设")


def test_full_width_forms_and_quotes_become_one_form():
    assert uniform("Ａ级景区１２３个（４Ａ级）；「太湖」％\u00a0\u3000·‧") == "A级景区123个(4A级);“太湖”%  ··"


def test_a_high_decimal_point_is_one():
    assert uniform("上涨1·8%,“5·12”地震") == "上涨1.8%,“5·12”地震"


def test_small_marks_and_the_radicals_of_pdf_files_become_the_usual_characters():
    assert uniform("水清﹔岸绿﹐⾼质量、⽣态、⼯业、\uf90a") == "水清;岸绿,高质量、生态、工业、金"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_uniform_text_keeps_its_length(text):
    assert len(uniform(text)) == len(text)


@given(st.text(alphabet="湖州,。\n #*> 12%AB“”(、", max_size=200))
def test_clutter_is_ordered_and_does_not_overlap(text):
    ranges = list(clutter(text))
    flat = [offset for pair in ranges for offset in pair]
    assert flat == sorted(flat)
    assert all(start < stop for start, stop in ranges)


def test_the_tabs_of_a_table_become_bars():
    table = "县区\t产值\n白石县\t3.2\n青云县\t4.1"
    assert uniform(table) == table.replace("\t", "|")
    assert "|" not in uniform("一段\t话。\n没有表格。\n")
