from geo.indicators.keys import metric_key, short_name


def test_a_name_is_no_piece_of_a_sentence():
    long = "县域内民营骨干企业和高新技术企业以及专精特新企业研发经费投入占比"
    assert short_name(long) == "专精特新企业研发经费投入占比"
    assert short_name("研发经费投入占比") == "研发经费投入占比"
    assert len(short_name("长" * 50)) == 16


def test_prefixes_and_synonyms_meet_in_one_key():
    assert metric_key("八天共接待游客人次") == metric_key("接待游客人次")
    assert metric_key("游客出游总花费") == metric_key("旅游收入")
    assert metric_key("细颗粒物年均浓度") == metric_key("PM2.5浓度")
