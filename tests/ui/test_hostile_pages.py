"""Hostile text in what the pages hand to the browser, seen without one; tests/browser has the other half."""

import json
import re
from html.parser import HTMLParser

import pytest
from fetched import places_of
from hostile import article_text, hostile_atlas, payloads

from geo.ui.components.map import inert
from geo.ui.components.marked import marked
from geo.ui.dataset import open_dataset
from geo.ui.standalone import standalone
from geo.ui.text import captions

TEXTS = payloads()


class Seen(HTMLParser):
    """What a page is made of: its tags with their attributes, and its text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.words = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def test_no_text_leaves_the_literal_that_a_map_gets():
    for text in TEXTS:
        written = inert({"key": text})
        assert not re.search(r"[{}<>&'%#`$\u2028\u2029]", written)
        literal = re.fullmatch(r"JSON\.parse\((.*)\)", written).group(1)
        assert json.loads(json.loads(literal)) == {"key": text}


def test_a_map_in_one_file_holds_texts_as_data_only():
    page = standalone(hostile_atlas(), TEXTS[0], "zh").decode()
    seen = Seen(page)
    assert [tag for tag, _ in seen.tags] == [
        "html", "head", "meta", "meta", "meta", "title", "style", "style", "body", "div", *["script"] * 4,
    ]  # fmt: skip
    data = json.loads(re.search(r'<script id="data" type="application/json">(.*?)</script>', page).group(1))
    places = places_of(data["files"]["atlas/places.json"])
    assert [place["name"] for place in places[1:]] == list(TEXTS)


@pytest.mark.parametrize("title", TEXTS[:60:7])
def test_a_title_stays_in_its_element(title):
    seen = Seen(standalone(hostile_atlas(TEXTS[:1]), title, "zh").decode())
    assert title in seen.words
    assert dict(seen.tags)["div"] == {"id": "map", "role": "application", "aria-label": title}


def test_an_article_is_marked_without_a_tag_of_its_own():
    text, starts = article_text(TEXTS)
    atlas = hostile_atlas()
    mentions = atlas.mentions.assign(
        article="a0", start=starts, end=[start + len(one) for start, one in zip(starts, TEXTS, strict=True)]
    )
    shown = open_dataset(
        type(atlas)(atlas.places, mentions, atlas.indicators[:0], atlas.articles), {"a0": text}
    )
    seen = Seen(marked(shown, "a0", captions("zh")))
    assert {tag for tag, _ in seen.tags} == {"div", "mark"}
    assert {key for _, attributes in seen.tags for key in attributes} == {
        "class", "data-place", "title", "tabindex",
    }  # fmt: skip
    assert "".join(seen.words) == text
