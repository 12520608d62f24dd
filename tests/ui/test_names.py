from dataclasses import replace

import pandas as pd
import pytest

from geo.captions import LANGUAGES
from geo.ui.components.table import captioned, rows_of
from geo.ui.filters import Filter, apply
from geo.ui.names import called, lies_in, named
from geo.ui.text import captions


@pytest.fixture
def county(dataset):
    """The atlas's county, whose adcode is made its own."""
    places = dataset.atlas.places
    own = places["adcode"].mask(places["name"].eq("长沙县"), "430121")
    return replace(dataset, atlas=replace(dataset.atlas, places=places.assign(adcode=own)))


def test_english_puts_latin_letters_beside_the_name():
    assert called("长沙市", "430100", "en") == "长沙市 Changsha"
    assert called("长沙市", "430100", "zh") == "长沙市"
    assert called("岳麓山", "430100", "en") == "岳麓山"
    assert lies_in(("湖南省", "长沙市"), "430121", "en") == "湖南省 Hunan › 长沙市 Changsha"
    assert lies_in(("湖南省", "长沙市"), "430121", "zh") == "湖南省 › 长沙市"


def test_places_keep_their_index_whatever_they_are_called():
    places = pd.DataFrame(
        {"name": ["长沙市", "岳麓山"], "adcode": ["430100", "430104"]}, index=["cn-430100", "s-1"]
    )
    assert named(places, "en").to_dict() == {"cn-430100": "长沙市 Changsha", "s-1": "岳麓山"}
    assert named(places, "zh").to_dict() == {"cn-430100": "长沙市", "s-1": "岳麓山"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_names_places_in_its_language(dataset, language):
    text = captions(language)
    shown = apply(dataset, Filter())
    row = captioned(shown, rows_of(shown), text).iloc[0]
    expected = {"zh": ("长沙市", "湖南省"), "en": ("长沙市 Changsha", "湖南省 Hunan")}
    assert (row[text("table.place")], row[text("table.where")]) == expected[language]


def test_the_filter_finds_a_division_by_its_latin_name(dataset, county):
    assert apply(dataset, Filter(text="changsha")).places.sum() == 1
    found = apply(county, Filter(text="Changsha Cou"))
    assert county.places["name"][found.places].tolist() == ["长沙县"]
