import json
import re

import pytest
from jinja2 import Template
from sample_atlas import HOSTILE

from geo.ui.components.map import Opening, Start, inert, skeleton, view_of
from geo.ui.filters import Filter, apply


@pytest.mark.parametrize("text", [*HOSTILE, "\u2028\u2029", "\\", "#}", "{{'x'}}", "a\nb"])
def test_inert_text_is_left_alone_by_jinja_and_json(text):
    written = inert({"key": text, text: 1})
    assert Template(written).render() == written
    assert not re.search(r"[{}<>&'%#`$\u2028\u2029]", written)
    literal = re.fullmatch(r"JSON\.parse\((.*)\)", written).group(1)
    assert json.loads(json.loads(literal)) == {"key": text, text: 1}


def test_the_skeleton_holds_no_place_and_no_outside_address():
    html = skeleton(Start(112.9, 28.2, 8)).get_root().render()
    assert not re.findall(r"""(?:src|href)=["']https?://""", html)
    assert "岳麓山" not in html


def test_the_skeleton_stays_the_same():
    def code():
        return re.sub(r"_[0-9a-f]{32}", "", skeleton(Start(112.9, 28.2, 8)).get_root().render())

    assert code() == code()


def test_a_view_carries_bytes_and_no_text_of_places(dataset):
    view = view_of(apply(dataset, Filter()), Filter(), "token", "zh", Opening("s-1", 3))
    assert view["open"] == ["s-1", 3]
    written = json.dumps(view, ensure_ascii=False)
    assert not [name for name in dataset.places["name"] if name in written]
    assert len(written) < 700
