"""Names of metrics: where the phrase around a number begins and ends."""

import pytest

from geo.indicators.metrics import words_before


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("票价从60元涨到85元。", ["票价", "票价"]),
        ("骑行道由12公里延伸至47公里。", ["骑行道长度", "骑行道长度"]),
        ("泉水流量恢复到每秒3立方米。", ["泉水流量"]),
        ("青年公寓420间,均价310元。", ["青年公寓数", "青年公寓均价"]),
        ("年产值过百亿。", ["年产值"]),
        ("财政支出与上年持平,为30.2亿元。", ["财政支出"]),
        ("客运量上半年达到3万人次。", ["客运量"]),
        ("常住人口2024年为81万人。", ["常住人口"]),
        ("臭氧浓度去年降了4%。", ["臭氧浓度"]),
        ("把低保标准提高5%。", ["低保标准"]),
        ("农村劳动力转移就业2.3万人。", ["农村劳动力转移就业人数"]),
        ("两小时经济圈内有超2万亿元的GDP。", ["两小时经济圈GDP"]),
        ("一小时交通圈建成后,GDP达900亿元。", ["一小时交通圈GDP"]),
        ("一小时交通圈建成。GDP达900亿元。", ["GDP"]),
    ],
)
def test_what_leads_up_to_a_number_is_no_part_of_a_name(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("41栋木屋重新开门。", "木屋数"),
        ("2.4万名渔工经过一年学习。", "渔工人数"),
        ("18座水厂日供水能力达9万吨。", "水厂数"),
        ("建成6个投产项目。", "投产项目数"),
        ("建成300个提档升级村。", "提档升级村数"),
        ("有12家有色金属企业。", "有色金属企业数"),
        ("产品销往19个国家和地区。", "国家和地区数"),
        ("提出5方面24项具体任务。", "具体任务数"),
        ("引进70项科技成果在我市转化。", "引进科技成果数"),
        ("9处景观带去年完工。", "景观带数"),
        ("9个重点景区旅游人次、门票都在增长。", "重点景区数"),
        ("列出5方面、12项具体指标。", "具体指标数"),
    ],
)
def test_a_noun_after_its_number_ends_before_what_is_said_of_it(read, text, metric):
    assert read(text)[0].metric == metric


def test_the_next_number_keeps_its_own_name(read):
    found = read("职工860人参保率达99%。")
    assert [i.metric for i in found] == ["职工", "参保率"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("收购小麦50万吨。", "小麦收购量"),
        ("垃圾清运136吨。", "垃圾清运量"),
        ("年产各类陶器40亿件。", "各类陶器年产量"),
        ("日产石墨3吨。", "石墨日产量"),
        ("接驳市民3万人次。", "接驳市民人次"),
        ("累计培训3万人次。", "培训人次"),
        ("吸引房车2100台次。", "房车台次"),
        ("户均多收900元。", "户均增收"),
        ("药材品种达300种。", "药材品种数"),
        ("已完成3亿立方米抽采。", "抽采量"),
        ("服务圈覆盖300万人口。", "服务圈覆盖人口"),
    ],
)
def test_the_measure_fits_what_is_measured(read, text, metric):
    assert [i.metric for i in read(text)] == [metric]


def test_the_stretch_of_a_road_is_part_of_its_name(read):
    found = read("环湖旅游公路白石县段39公里。")
    assert [i.metric for i in found] == ["环湖旅游公路白石县段里程"]


def test_a_rank_among_neighbours_is_that_of_the_figure_before(read):
    found = read("工业投资增长8.3%,列全市各县区第2位。")
    assert found[1].metric == "工业投资全市排名"
    found = read("工业投资增长8.3%,列周边各县区第2位。")
    assert found[1].metric == "工业投资排名"


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("大豆种植面积6万亩,产量0.9万吨。", ["大豆种植面积", "大豆产量"]),
        ("山羊存栏8万头,出栏3万头。", ["山羊存栏", "山羊出栏"]),
        ("新增骨干企业9家,总数达到70家。", ["新增骨干企业数", "骨干企业总数"]),
        ("油菜面积5万亩,农业实现总产值8亿元。", ["油菜面积", "农业总产值"]),
        ("产业项目有7项,总投资9亿元;民生项目5项。", ["产业项目数", "产业项目总投资", "民生项目数"]),
        ("化工产值占比提高2个百分点。", ["化工产值占比"]),
        ("达标企业已超过九成、达93%。", ["达标企业", "达标企业"]),
    ],
)
def test_a_figure_takes_up_what_the_one_before_was_of(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("荔枝、龙眼、石斛三大特色产业面积分别达3万亩、2万亩、1万亩。", ["荔枝面积", "龙眼面积", "石斛面积"]),
        (
            "衣着和鞋帽、医疗保健、其他用品和服务价格分别上涨1%、2%、3%。",
            ["衣着和鞋帽价格", "医疗保健价格", "其他用品和服务价格"],
        ),
    ],
)
def test_members_of_a_list_share_their_head(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("全市地区生产总值[3]410亿元。", "地区生产总值"),
        ("经济总量连续跨越台阶,达到410亿元。", "经济总量"),
        ("特产收入在农村总收入中的比重达70%。", "特产收入占农村总收入比重"),
        ("城区人口9万人,占总人口的比重(城镇化率)为51%。", "城镇化率"),
        ("纳入统计的45家星级饭店出租率达81%。", "纳入统计星级饭店数"),
        ("带动周边8个村庄增收。", "村庄数"),
        ("所有村集体经济收入超10万元。", "所有村集体经济收入"),
        ("国内市场占有率超过70%。", "国内市场占有率"),
        ("它的起重能力达350吨。", "起重能力"),
        ("老机场起降架次达44架次。", "老机场起降架次"),
        ("出入人员最多达4万人次。", "出入人员人次"),
        ("折合减排二氧化碳24万吨。", "二氧化碳减排量"),
        ("离老城约30公里的柳溪镇很热闹。", "距老城距离"),
        ("设计时速350公里。", "设计时速"),
        ("新建3个5万吨级泊位。", "新建5万吨级泊位数"),
        ("制氢项目日产氢气3.2吨。", "氢气日产量"),
        ("柳溪镇有画笔企业113家。", "画笔企业数"),
    ],
)
def test_a_name_has_no_clutter(read, text, metric):
    assert metric in [i.metric for i in read(text)]


def test_a_long_name_is_cut_between_words(read):
    (found,) = read("县域先进装备制造高新技术产业开发区规上企业工业总产值达3亿元。")
    assert len(found.metric) <= 16
    assert found.metric.endswith("规上企业工业总产值")
    assert not found.metric.startswith(("术", "业", "发"))


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("环湖旅游公路全长127公里。", "旅游公路全长"),
        ("月亮湖总面积9平方公里。", "月亮湖总面积"),
        ("白石县总面积900平方公里。", "总面积"),
        ("2024年总面积900平方公里。", "总面积"),
    ],
)
def test_an_extent_takes_the_name_of_its_thing(read, text, metric):
    assert [i.metric for i in read(text)] == [metric]


def test_the_end_of_a_title_that_began_before_is_cut_off():
    assert words_before("山海谣》主题市集") == "主题市集"
    assert words_before("《山海谣》主题市集") == "《山海谣》主题市集"


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("大坝高85米,坝顶长320米。", ["大坝高度", "坝顶长度"]),
        ("大桥长1.2公里、宽32米。", ["大桥长度", "大桥宽度"]),
        ("修起了长5公里、宽3米的防洪堤。", ["防洪堤长度", "防洪堤宽度"]),
        ("凭借2100米高海拔、480毫米以上年蒸发量的条件,晒起了盐。", ["高海拔", "年蒸发量"]),
    ],
)
def test_a_length_is_named_by_its_direction(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("村里建成26条宽敞平坦、直通田间的道路。", "道路数"),
        ("来了20名来自各地的专家。", "专家人数"),
        ("1.3万名建设者日夜奋战。", "建设者人数"),
        ("97个监测站点全天候在线。", "监测站点数"),
        ("33家企业“组团落户”,带来了订单。", "企业数"),
        ("村里建起百来条生产线。", "生产线数"),
    ],
)
def test_a_thing_that_was_counted_is_found_behind_what_is_told_of_it(read, text, metric):
    assert [i.metric for i in read(text)] == [metric]


def test_a_number_after_a_semicolon_takes_the_words_that_lead_up_to_it(read):
    found = read("白天的观众有2.1万人次,增长5%;夜场的观众更多,有6.4万人次,增长9%。")
    assert [i.metric for i in found[2:]] == ["夜场的观众人次"] * 2


def test_the_first_days_of_a_holiday_are_no_part_of_a_name(read):
    found = read("假期前三天全市接待游客86万人次。前两天接待游客42万人次。")
    assert {i.metric for i in found} == {"接待游客人次"}


@pytest.mark.parametrize("text", ["老王61岁了。", "大约3分钟后才离开。"])
def test_what_is_told_in_passing_is_no_figure(read, text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("建设年产8万吨保温板生产线3条。", ["保温板年产能", "保温板生产线数"]),
        ("引进日产60吨豆腐干的加工项目。", ["豆腐干日产能"]),
        ("开工年产40万吨铸件、年产9万吨锻件等项目。", ["铸件年产能", "锻件年产能"]),
        ("日处理污水4万吨。", ["污水日处理能力"]),
        ("40万吨铸造改造收尾。", ["铸造改造产能"]),
        ("年产值9亿元。", ["年产值"]),
    ],
)
def test_what_a_plant_can_make_is_a_capacity(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("建成投产后,可带动就业400人。", "就业人数"),
        ("项目投产后,可提供400人的就业岗位。", "就业岗位人数"),
        ("全部建成投产后预计年产值12亿元。", "年产值"),
        ("全县有9个在建项目。", "在建项目数"),
        ("新材料研发基地项目,总投资3亿元。", "新材料研发基地项目总投资"),
        ("项目位于白石县柳溪镇,总投资3亿元。", "总投资"),
    ],
)
def test_a_name_is_what_is_measured_and_no_more(read, text, metric):
    assert [i.metric for i in read(text)] == [metric]


@pytest.mark.parametrize("text", ["全村有210户630人。", "全村有5个村民小组630人。"])
def test_who_lives_in_the_households_before_is_the_population(read, text):
    assert read(text)[-1].metric == "人口"


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("0-14岁人口占总人口的17%,15-64岁人口占65%。", ["0-14岁人口占总人口比重", "15-64岁人口占比"]),
        ("仍有危房31户,约占全市的1/3,全省的1/5。", ["危房户数", "危房占全市比重", "危房占全省比重"]),
        ("第三产业占生产总值的比重上升3.8个百分点。", ["第三产业占生产总值比重"]),
        ("第二、第三产业占比分别为41%和49%。", ["第二产业占比", "第三产业占比"]),
        ("高速公路的通车里程超过300公里。", ["高速公路通车里程"]),
        ("按常住人口计算人均消费3.1万元。", ["人均消费"]),
        ("大桥墩高97米,在西南同类桥梁中居第三位。", ["大桥墩高度", "大桥墩高度排名"]),
        ("有机认证60种8万亩。", ["有机认证种数", "有机认证面积"]),
        ("发展大棚120座,投入发展资金3万元。", ["大棚数", "发展资金"]),
        ("自然增长率为3.2‰,比上年下降1.1个千分点。", ["自然增长率", "自然增长率"]),
    ],
)
def test_shares_and_parts_of_things_are_named_in_full(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("我们现有的38间客房都订满了。", ["客房数"]),
        ("还有一个总库容35万立方米的水库。", ["水库总库容"]),
        ("村里的农家乐也开了9家。", ["农家乐数"]),
        ("小店每天能挣300元左右。", ["小店每天收入"]),
        ("全县投资6亿元建设数控机床产业园。", ["数控机床产业园投资"]),
        ("一半以上的果园用上了滴灌。", ["果园用上了滴灌比例"]),
        ("全省近三成产值来自这里。", ["产值占全省比重"]),
        ("12个产业集群产值近10万亿元。", ["产业集群数", "产业集群产值"]),
        ("前7批龙头企业研发强度为5.7%。", ["前7批龙头企业研发强度"]),
        ("十年GDP增长了62%。", ["GDP"]),
    ],
)
def test_what_speakers_and_reporters_say_around_a_name_is_no_part_of_it(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "工业增加值增长5%,其中采矿业下降1%,食品制造业增长9%。",
            ["工业增加值", "采矿业增加值", "食品制造业增加值"],
        ),
        ("工业投资增长12%,对全部投资增长的贡献率为65%。", ["工业投资", "工业投资对全部投资增长贡献率"]),
        ("绿豆糕增长8.4%,纱增长3.1%。", ["绿豆糕", "纱"]),
        ("满足当地30%以上困难老人的集中供养需求。", ["困难老人的集中供养需求比例"]),
        ("请来150余位传承人现场展示。", ["传承人人数"]),
        ("展出500余件(套)展品。", ["展品数"]),
        ("市科技馆以354万人次居于首位。", ["接待游客人次", "接待游客人次排名"]),
    ],
)
def test_figures_of_briefs_are_named_by_what_they_are_of(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("新装置已在南山、北海地铁应用32台。", ["新装置应用数"]),
        ("接驳小巴在沙河两岸累计跑了90万公里。", ["接驳小巴行驶里程"]),
        ("在建小区12个,在校学生3.9万人。", ["在建小区数", "在校学生人数"]),
        ("做好精品线路5条。", ["精品线路数"]),
        ("农村公路建成26条,总里程312公里。", ["农村公路建成数", "农村公路总里程"]),
        ("销售农副产品24亿元。", ["农副产品销售额"]),
    ],
)
def test_where_something_is_done_is_no_part_of_its_name(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


def test_a_sum_after_a_semicolon_is_not_of_what_stood_before_it(read):
    found = read("新增学位2100个;总投资3亿元。苹果种植面积7亩;产量9吨。")
    assert [i.metric for i in found] == ["新增学位数", "总投资", "苹果种植面积", "苹果产量"]
