import pytest
from matplotlib.collections import LineCollection
from printed import ATLAS, BOUNDS, ODBL, atlas_of, figure, place, texts
from shapely import Point

from geo.model import Theme
from geo.printing import Paper, PrintOptions
from geo.printing.captions import captions
from geo.printing.compose import sheet_of
from geo.printing.layout import LAYOUTS


def test_title_summary_legend_and_scale_are_on_the_sheet():
    found = texts(bounds=BOUNDS)
    # Nine of the eleven places are inside: the firm is not located, Brazil lies elsewhere. Figures 1 to 7.
    assert "9 处地点 · 7 项指标 · 另有 1 处在图外 · 1 处未能定位" in found
    assert {"港城图", "主题", "经济", "生态", "交通", "文旅", "工业", "无指标"} <= set(found)
    assert {"教育科技", "开放改革"}.isdisjoint(found)
    assert {"近似（误差圈）", "仅知政区", "河流、道路", "示意线", "范围", "县级界"} <= set(found)
    assert {"自然、景区", "园区、企业、项目", "交通设施", "政区、村镇、区域"} <= set(found)
    assert "学校、医院、博物馆" not in found
    assert "北" in found
    assert "40 km" in found


def test_the_same_in_english():
    found = texts(bounds=BOUNDS, language="en", paper=Paper.A4_PORTRAIT)
    assert {"Themes", "Economy", "Schematic", "N", "Lambert conformal conic, WGS84"} <= set(found)
    assert "天童山" in found


def test_sources_name_who_asks_to_be_named_first():
    spots = [Point(121.5, 29.5 + n / 50) for n in range(9)]
    many = [
        place(f"山{n}", "mountain", spot) | {"source": f"list {n}", "licence": "fact"}
        for n, spot in enumerate(spots)
    ]
    lake = place("湖", "lake", Point(121.2, 29.5)) | ODBL
    line = next(text for text in texts(atlas_of(*many, lake)) if text.startswith("位置来源"))
    assert line.startswith(
        "位置来源：water polygons (ODbL-1.0, (c) OpenStreetMap contributors); list 0 (fact)"
    )
    assert line.endswith("等 10 项")
    assert any("天地图" in text and "LGPL" in text for text in texts())


def test_articles_are_cited():
    assert "文章：港城来信" in texts()
    named = next(
        text for text in texts(atlas_of(titles=[f"第{n}篇" for n in range(8)])) if text.startswith("文章")
    )
    assert named == "文章：第0篇; 第1篇; 第2篇; 第3篇; 第4篇; 第5篇 等 8 篇"


def test_the_review_number_is_printed_or_has_its_room():
    assert "审图号：浙S(2026)7号" in texts(review_number="浙S(2026)7号")
    assert any(text.startswith("审图号：＿＿＿") for text in texts())


def test_the_date_is_printed_as_given_and_never_made_up():
    assert "制图：晋图 Jintu · 2026-11-22" in texts(date="2026-11-22")
    assert "制图：晋图 Jintu" in texts()


def test_a_map_of_the_nation_has_no_arrow_and_no_county():
    found = texts(bounds=(74.0, 18.0, 135.0, 53.0))
    assert "北" not in found
    assert "县级界" not in found
    assert "1000 km" in found


def test_schematic_lines_are_dashed_and_true_ones_are_not():
    shown = PrintOptions("图", bounds=BOUNDS)
    lines = sheet_of(ATLAS, shown).figure.findobj(LineCollection)
    styles = {
        tuple(line.get_color()[0][:3].round(2)): line.get_linestyle()[0][1]
        for line in lines
        if line.get_linewidth()[0] == 1.9
    }
    # 甬江 in the green of ecology, 滨海观光路 in the blue of transport.
    assert styles[0.07, 0.47, 0.2] is None
    assert len(styles[0.0, 0.47, 0.73]) == 2


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_fullest_legend_has_room(paper, language):
    kinds = ("park", "project", "airport", "school", "village")
    every = [
        place(f"{kind}{n}", kind, Point(121 + n / 20, 29.5), [figure(n, theme)], ("approximate", 9000.0))
        for n, (theme, kind) in enumerate(zip(Theme, kinds * 3, strict=False))
    ]
    asked = PrintOptions("图", bounds=BOUNDS, paper=paper, language=language)
    sheet = sheet_of(atlas_of(*ATLAS.places.to_dict("records"), *every), asked)
    text, layout = captions(language), LAYOUTS[paper]
    signs = ("theme.", "family.", "sign.")
    # On paper an exact position is the plain symbol, told by its family.
    legend = {key: text[key] for key in text if key.startswith(signs) and key != "sign.exact"}
    rows = {
        each.get_text(): each.get_position()
        for each in sheet.figure.axes[0].texts
        if each.get_text() in legend.values()
    }
    assert rows.keys() == set(legend.values())
    spots = list(rows.values())
    apart = [abs(x - u) > 20 or abs(y - v) > 4 for n, (x, y) in enumerate(spots) for u, v in spots[:n]]
    assert all(apart)
    assert min(y for _, y in spots) > layout.footer.top + 3
    for column, blocks in layout.columns:
        if "scale" in blocks:
            above = [y for x, y in spots if column.left <= x <= column.right]
            # Bar, numbers, ratio and projection take 13 mm.
            assert min(above) > column.bottom + 13


def test_a_long_title_takes_two_lines_and_then_ends():
    title = "很长的题目" * 60
    above, below = (text for text in texts(title=title) if set(text) <= set("很长的题目…") and len(text) > 10)
    # Written from below; the first line is cut where it is full, the second where there is no third.
    below, above = above, below
    assert title.startswith(above)
    assert below.endswith("…")
    assert title[len(above) :].startswith(below[:-1])


def test_a_figure_counts_once_however_many_places_show_it():
    both = [
        place(name, "park", Point(121.5, 29.8), [figure(1, "ecology", "context")])
        for name in ("甲园", "乙园")
    ]
    assert "2 处地点 · 1 项指标" in texts(atlas_of(*both))
