import pytest
import shapely

from geo.errors import UnknownPlaceError
from geo.gazetteer.admin import AdminGazetteer
from geo.gazetteer.base import Name
from geo.gazetteer.combined import CombinedGazetteer, open_gazetteer
from geo.gazetteer.divisions import read_units
from geo.model import Place, PlaceKind


class OneLake:
    lake = Place("mirror-lake", "明镜湖", PlaceKind.LAKE)
    shore = shapely.box(104.0, 30.5, 104.1, 30.6)

    def names(self):
        yield Name("明镜湖", "mirror-lake", official=True)

    def _known(self, place_id):
        if place_id != "mirror-lake":
            raise UnknownPlaceError(place_id)

    def place(self, place_id):
        self._known(place_id)
        return self.lake

    def geometry(self, place_id):
        self._known(place_id)
        return self.shore


@pytest.fixture(scope="module")
def both():
    return CombinedGazetteer(AdminGazetteer(read_units()), [OneLake()])


def test_names_of_all_gazetteers_follow_one_another(both):
    names = [name.text for name in both.names()]
    assert names[0] == "北京市"
    assert names[-1] == "明镜湖"


def test_each_id_is_answered_by_the_gazetteer_that_holds_it(both):
    assert both.place("510100").name == "成都市"
    assert both.place("mirror-lake").name == "明镜湖"
    assert both.geometry("mirror-lake").equals(OneLake.shore)
    assert both.geometry("510100").intersects(OneLake.shore)
    assert both.admin.parent("510100") == "510000"


def test_an_id_that_none_holds_is_an_error_that_names_it(both):
    for ask in (both.place, both.geometry):
        with pytest.raises(UnknownPlaceError, match="'nowhere'"):
            ask("nowhere")


def test_the_bundled_gazetteers_open_once():
    assert open_gazetteer() is open_gazetteer()
    assert open_gazetteer().place("140000").name == "山西省"
