import gc

from geo.ui.dataset import open_dataset
from geo.ui.shelf import Shelf


def test_a_token_gives_its_dataset(dataset):
    shelf = Shelf()
    assert shelf.get(shelf.put(dataset)) is dataset


def test_nobody_guesses_a_token(dataset):
    shelf = Shelf()
    tokens = {shelf.put(dataset) for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 32
    assert shelf.get("") is None


def test_what_its_owner_lets_go_is_gone(atlas):
    shelf = Shelf()
    mine = open_dataset(atlas)
    token = shelf.put(mine)
    del mine
    gc.collect()
    assert shelf.get(token) is None
