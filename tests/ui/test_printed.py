import pytest

from geo.ui.printed import printed


@pytest.mark.parametrize(
    ("surface", "unit", "said"),
    [
        ("4210", "万人次", "4210万人次"),
        ("1,205.5", "亿元", "1,205.5亿元"),
        ("-3.2", "%", "-3.2%"),
        ("3-5", "万亩", "3-5万亩"),
        ("48.6萬噸", "万吨", "48.6萬噸"),
        ("12.84%", "%", "12.84%"),
        ("第一", "位", "第一"),
        ("百分之八", "%", "百分之八"),
        ("2024", "", "2024"),
        ("", "", ""),
    ],
)
def test_a_bare_number_has_its_unit_beside_it(surface, unit, said):
    assert printed(surface, unit) == said
