from geo.text.vocabulary import vocabulary


def test_a_cut_inside_a_word_is_told_from_one_between_words():
    splits = vocabulary().splits
    assert splits("转移就业", 3)
    assert not splits("转移就业", 2)
    assert splits("增长率", 2, 2)
    assert not splits("面积达", 2)
    assert not splits("就业", 0)
    assert not splits("就业", 2)
