import json
import re

import pytest
from fetched import places_of

from geo.ui.standalone import standalone


@pytest.fixture(scope="module")
def page(atlas):
    return standalone(atlas, "</title><script>alert(1)</script>", "zh").decode()


def test_the_page_names_no_address_outside(page):
    assert re.findall(r"""(?:src|<link[^>]*href|url)\s*=?\s*\(?["']?https?://""", page) == []
    assert "default-src 'none'" in page


def test_data_cannot_end_its_element(page):
    inside = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.DOTALL).group(1)
    data = json.loads(inside)
    names = {place["name"] for place in places_of(data["files"]["atlas/places.json"])}
    assert len(names) == 16
    assert "<" not in inside


def test_the_title_is_text(page):
    assert "<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>" in page
