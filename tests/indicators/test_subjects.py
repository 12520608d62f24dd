"""Which place a figure is about, in invented sentences about a city of one county, parks, rivers and roads."""

import pytest

ABOUT = [
    # what opens a clause
    ("青岚新区新签约项目649个", ["new-area"], "a new area is one of whose figures one tells"),
    ("地处月亮湖南岸的白石县,接待游客3万人次", ["county"], "a place that the clause begins by placing"),
    ("作为月亮湖的主要水源地,白石县接待游客3万人次", ["county"], "what a place is spoken of as part of"),
    ("下游的白石县,森林面积3万亩", ["county"], "a description before the name"),
    ("沿着环湖旅游公路,11处驿站串起", ["road"], "along a road"),
    ("- 青峰景区:接待游客3万人次,5月3日单日接待5000人次", ["park", "park"], "the heading of an item"),
    ("白石县的坪上村、岭下村接待游客3万人次", ["county"], "a list in one county"),
    ("白石县坪上村、红石县岭下村接待游客3万人次", ["city"], "a list in two counties"),
    ("白石县到红石县的动车每天14趟", ["city"], "from one county to another"),
    ("位于我市白石县月亮湖畔的云谷开发区经过建设,入驻企业40家", ["zone"], "a zone placed in our city"),
    ("明光机械投产。公司的产值达31亿元", ["firm"], "the firm's"),
    ("江岭经济圈共接待游客3万人次", ["circle"], "a region that has received visitors"),
    ("江岭经济圈客商签约项目5个", ["city"], "a region's merchants"),
    ("白石县玉米、红石县苹果各打招牌,出口31万吨", ["city"], "things of two counties in a list"),
    ("沧澜河出境断面达标率98%,空气优良天数比例99%", ["river", "city"], "the air, which is no river's"),
    ("青峰景区游人不断 , 白石县拥有4A级景区3处 , 古村31处", ["county", "county"], "blanks beside commas"),
    (
        "江岭经济圈:全省共接待游客3万人次;实现收入31亿元",
        ["circle", "city"],
        "a region as the heading of its item",
    ),
    (
        "红石县:全县接待游客3万人次;实现收入31亿元",
        ["second-county"] * 2,
        "a county as the heading of its item",
    ),
    ("江岭经济圈在国庆假期接待游客3万人次", ["circle"], "a region in a holiday"),
    # what stands beside
    ("全长313公里 环湖旅游公路开工", ["road"], "a blank after an extent"),
    ("总装机300万千瓦的沧澜河双岔水电站投产", ["station"], "a work on a river"),
    ("青峰景区购票5万人,来自红石县的占三成", ["park", "park"], "where visitors come from"),
    # what goes on from sentence to sentence, and what does not
    ("白石县把美学搬进乡村,青峰景区、红岩景区一带开出民宿168家", ["county"], "a county's sights"),
    ("新建公办幼儿园5所,柳溪镇安置1380户,新增公共充电桩300个", ["city", "town", "city"], "deeds in a row"),
    ("其中白石县15万人、红石县20万人。全年物价上涨0.3%", ["county", "second-county", "city"], "two counties"),
    ("云谷开发区入驻企业16家。开工项目7个", ["zone", "zone"], "a zone spoken of at length"),
    ("云谷开发区入驻企业16家,占全市的一成。开工项目7个", ["zone", "zone", "city"], "from a zone back home"),
    ("白石县正忙。游人不断,全县民宿2630家", ["county"], "a whole county"),
    ("市区空气达标300天", ["city"], "the city's own quarters"),
    ("水从这里流向沧澜河。出境断面达标率98%", ["city"], "where the water goes"),
    ("在白石县坪上村的大棚里,菜农正忙。负责人说,已带动30名村民就业", ["village"], "a village in its county"),
    ("青峰景区、红岩景区也不寂寞,接待量分别上升34%和41%", ["park", "other"], "a list in the clause before"),
]


@pytest.mark.parametrize(("text", "places", "what"), ABOUT, ids=[what for _, _, what in ABOUT])
def test_what_a_figure_is_about(read, text, places, what):
    assert [found.place_id for found in read(text)] == places, what
