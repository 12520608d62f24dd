from geo.indicators.keys import short_name


def test_a_name_is_no_piece_of_a_sentence():
    long = "县域内民营骨干企业和高新技术企业以及专精特新企业研发经费投入占比"
    assert short_name(long) == "专精特新企业研发经费投入占比"
    assert short_name("研发经费投入占比") == "研发经费投入占比"
    assert len(short_name("长" * 50)) == 16
