"""Where names begin and end: what belongs to them, and everyday words that only look like them."""

import pytest

from tests.places.test_recognise import unmark

MARKED = [
    # what belongs to a name
    ("他在【东太湖】边走", "a side of a known lake"),
    ("护鸟员在【西太湖国家级自然保护区】巡护", "a reserve on a side of a known lake"),
    ("【潖江口湿地公园】开园", "a rare character before a known name"),
    ("【邦禾宁波产业园】投产", "a firm before its town in the name of a park"),
    ("【海洋食品澜鑫有限公司】投产", "everyday words at the head of a company's name"),
    ("培育省级龙头企业【澜鑫有限公司】", "what is said of a company before its name"),
    ("【宁波地铁3号线】延伸", "a city's metro"),
    ("【湖州—杭州—金华高铁】开建", "a line of three stops"),
    ("设【松阳西】、【云和北】、【景宁南】3座车站", "stations by a town and a side of it"),
    (
        "【浔练公路】【杨树厂】至【孟家圩】段改造",
        "a stretch",
    ),
    ("【G236】【殷塘】至【查埠】段改建", "a stretch of a road by its number"),
    ("【市民大道】、【望岳大道南】、【澜东快线】通车", "streets by an everyday word and by a side"),
    ("【长山尾污水处理厂】扩建", "a plant"),
    ("【澜口商圈】客流回升", "a shopping quarter"),
    ("【白音套海嘎查】的牧民", "a village on the steppe"),
    ("【小寨子沟保护区】扩界", "a reserve named after a valley"),
    ("突出【晋澜智造】、【硕康精工】为龙头", "firms to be led by"),
    ("落地【晨岳数码】、【岚川芯云】等10多家配套企业", "a list and a rough count"),
    ("【葭河】、【苔河】出境断面水质达标", "short names of rivers beside what is said of rivers"),
    ("改造【云栖楼】、【岚川贡院】:收入翻番", "names of a list before a colon"),
    ("【湘】【鄂】【渝】3省联动", "one-character names and their number"),
    ("【石首市】实施办法", "an official name with an everyday frequency"),
    ("【德清县】【澜岚】接待游客8万人次", "what receives visitors in its county"),
    ("【安吉县】【天荒坪镇】【高坞村】【仙水窝电站】并网", "a station in a village in its township"),
    ("【海东绿色产业园】(暨【岚川工业园】)投产", "a second name in brackets"),
    ("修缮【平澜历史街区】", "a quarter"),
    ("积极推动【公安】、【江陵】撤县设区", "a county called by an everyday word, beside its sibling"),
    ("【苔河】浔练段达标", "a river's stretch"),
    ("【澜口国际客运港】开航", "a port for passengers"),
    ("【青岚湖】湖体总磷下降", "a lake's own water"),
    # what only looks like a name
    ("县长杜江涛作报告。此外,杜江涛还指出", "a person named again"),
    ("关闭保护区内煤矿7座", "what is within something"),
    ("当好桥头堡,夜里打着手电巡河", "everyday words"),
    ("公安、城区、郊区", "everyday words in a list"),
    ("统筹推进沙坪乡村自行车道", "a township that is not named"),
    ("【清水河镇】配套园区投产", "a township's nameless zone"),
    ("游客涌向近郊古镇", "old towns near by"),
    ("新增城区绿化面积28万平方米,其中城镇人口25万人", "the end of a word and another word"),
    ("参观各地革命纪念馆", "a sort of museum"),
    ("【浙江】传统村落名录", "a province's villages of a sort"),
    ("【湖州市】温泉旅游升温", "a city's springs"),
    ("【富春江流域】梯级电站联合调度", "the works of a whole river"),
    ("形成“八纵八横”高铁网格局", "a slogan in numbers"),
    ("发展海洋生物科技、水产加工", "a trade"),
]


@pytest.mark.parametrize(("marked", "what"), MARKED, ids=[what for _, what in MARKED])
def test_the_edges_of_names(surfaces, marked, what):
    plain, expected = unmark(marked)
    assert surfaces(plain) == expected, what
