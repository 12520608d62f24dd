"""Hostile text in a real browser: shown as text wherever the application shows text, run and loaded nowhere.

Each payload would call ``jtx()`` or ask ``jtx.invalid``; either is an offence, as are a dialog and a script error.
"""

import os
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from hostile import CITY, COUNTIES, hostile_explorer, payloads
from playwright.sync_api import expect

from geo.atlas import save_atlas

ROOT = Path(__file__).parents[2]
TEXTS = payloads()
MOST_CHARACTERS = 200
PARAMETERS = (
    "themes", "kinds", "statuses", "articles", "cities", "since", "until", "text", "context", "lang", "place", "view",
)  # fmt: skip
# What of a payload has become part of the page: an attribute that it wrote, an element that nothing here makes.
FOREIGN = r"""() => {
    const said = new Set(['title', 'aria-label', 'aria-description', 'value', 'alt', 'placeholder', 'id']);
    const found = [];
    document.querySelectorAll('*').forEach(node => {
        if (/jtx/i.test(node.localName) || /^(object|embed|base|frame|plaintext|marquee|math)$/.test(node.localName)
            || node.matches('meta[http-equiv=refresh], .katex, img[src*=streamlit]')
            || (node.localName === 'script' && /jtx/.test(node.textContent))) found.push(node.outerHTML);
        for (const a of node.attributes)
            if (/^on/i.test(a.name) || (/jtx|1337/.test(a.value) && !said.has(a.name))) found.push(node.outerHTML);
    });
    return found.map(html => html.slice(0, 300));
}"""
# Open, point at and search every place of a map, and tell which text was not shown as it is.
WALK = r"""async city => {
    const board = window.map.jintu, wrong = [];
    const ours = 'article h2 h3 p section details summary ul li div span b blockquote footer svg circle path polyline';
    const tags = new Set(ours.split(' '));
    const until = test => new Promise(resolve => {
        const look = () => test() ? resolve() : setTimeout(look, 1);
        look();
    });
    const same = (where, got, want) => { if (got !== want) wrong.push([where, got, want]); };
    for (const place of board.places.list.filter(place => /^h-/.test(place.id))) {
        const name = place.name, at = L.latLng(place.point[1], place.point[0]);
        board._hover(place);
        board._moveTip({ latlng: at });
        same('tooltip', document.querySelector('.jt-tip').textContent, name);
        board.open(place, at, true);
        await until(() => board.current === place);
        const popup = document.querySelector('article.jt-popup');
        const text = selector => popup.querySelector(selector) && popup.querySelector(selector).textContent;
        same('name', text('h2'), name);
        same('metric', text('.jt-metric'), name);
        const bare = /^[-+−]?\d[\d.,，\s~～—–-]*$/.test(name);  // a bare number has its unit beside it, here itself
        same('value', text('.jt-value b'), bare ? name + name : name);
        if (!/^\d{4}-\d\d-/.test(name)) same('period', text('.jt-tag'), name || null);  // a date is put in words
        same('alias', text('.jt-alias').slice(3), name);
        same('chain', text('.jt-kind'), '其他 · 湖南省 › ' + name);
        same('citation', text('.jt-source'), [name, name, name].join(' · ') + ' · 第 1 段');
        same('located by', text('footer'), '位置来源：' + name + ' (' + name + ')');
        popup.querySelectorAll('*').forEach(node => {
            if (!tags.has(node.localName)) wrong.push(['tag', node.outerHTML, name]);
        });
        if (!name.trim()) continue;
        board.search.input.value = name;
        board.search.input.dispatchEvent(new Event('input'));
        const rows = [...document.querySelectorAll('.jt-found li span')].map(node => node.textContent);
        if (!rows.length && !/[\r\n]/.test(name)) wrong.push(['search', null, name]);
        const known = new Set(board.places.list.map(other => other.name));
        rows.filter(row => !known.has(row)).forEach(row => wrong.push(['search', row, name]));
        const tag = document.querySelector('.jt-found *:not(li):not(span):not(small)');
        if (tag) wrong.push(['search tag', tag.outerHTML, name]);
    }
    return wrong;
}"""


# What each row of the page of words says in its five ways, of the rows that are whole.
SAID = """() => [...document.querySelectorAll('[class*=st-key-row-]')].map(row =>
    ['h3', '.jt-note', 'strong', 'p span.jt-note', '[data-testid=stCaptionContainer]'].map(
        selector => row.querySelector(selector)))
    .filter(row => row.every(Boolean)).map(row => row.map(node => node.textContent))"""


@pytest.fixture(scope="module")
def hostile_server(serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    atlas, text = hostile_explorer()
    save_atlas(atlas, folder / "atlas")
    (folder / "articles").mkdir()
    (folder / "articles" / "a0.txt").write_bytes(text.encode())
    settings = {"JINTU_ATLAS_DIR": folder / "atlas", "JINTU_ARTICLES_DIR": folder / "articles"}
    with serve(ROOT / "app.py", folder, **{key: str(value) for key, value in settings.items()}) as address:
        yield address


@pytest.fixture
def open_hostile(open_page, hostile_server):
    """Open a page of the hostile atlas, on which a payload that runs is an offence."""

    def open_hostile(path, at=hostile_server, **options):
        page = open_page("/_stcore/health", at=at, **options)
        page.context.expose_binding(
            "jtx", lambda source: page.offences.append(f"ran in {source['frame'].url}")
        )
        page.goto(at + path)
        return page

    return open_hostile


def frame_of(page):
    return next(frame for frame in page.frames if "streamlit_folium" in frame.url)


def assert_nothing_foreign(page):
    for frame in page.frames:
        assert frame.evaluate(FOREIGN) == []
    assert page.evaluate("document.querySelectorAll('iframe').length") <= 1
    expect(page.locator("[data-testid='stException']")).to_have_count(0)


def wait_for_cells(page, texts):
    """Wait until the tables of a page show a text, in the rows that are in view."""
    page.wait_for_function(
        """texts => [...document.querySelectorAll('[data-testid=stDataFrame] canvas [role=gridcell]')].some(
            cell => texts.includes(cell.textContent))""",
        arg=list(texts),
    )


def shown(text):
    """Return what HTML surely keeps of a text: not its white space, and not a NUL nor what stands for one."""
    return re.sub("[\0\ufffd\u2060\\s]", "", text)


def test_what_is_foreign_would_be_found(chromium):
    """Every payload that makes an element is seen where it is written as HTML, so that the tests below can fail."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    write = "text => { document.body.innerHTML = text; return document.body.children.length > 0; }"
    # A template is no part of the page, and Streamlit's own lists are drawn with them.
    texts = [text for text in payloads("html_elements") if "<template>" not in text]
    made = [text for text in texts if page.evaluate(write, text)]
    missed = [text for text in made if not (page.evaluate(write, text) and page.evaluate(FOREIGN))]
    context.close()
    assert len(made) > 15
    assert missed == []


def test_map_popups_tooltips_and_search(open_hostile, map_of):
    page = open_hostile("/?view=10,112.7,28.4")
    map_of(page)
    assert frame_of(page).evaluate(WALK, CITY) == []
    assert_nothing_foreign(page)
    wait_for_cells(page, TEXTS)
    assert page.title() == "Jintu 晋图"


def test_headings_notes_and_sentences(open_hostile, serve, tmp_path):
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    with serve(Path(__file__).with_name("words_page.py"), tmp_path, PYTHONPATH=path) as address:
        page = open_hostile("/", at=address)
        page.wait_for_function(f"({SAID})().length === {len(TEXTS)}")
        for text, row in zip(TEXTS, page.evaluate(SAID), strict=True):
            assert {shown(words) for words in row} == {shown(text)}
        assert_nothing_foreign(page)


def test_reader(open_hostile, map_of):
    page = open_hostile("/reader")
    map_of(page)
    words = page.locator(".jt-reader")
    words.wait_for()
    expected = re.sub("\r\n?", "\n", "\n".join(TEXTS) + "\n").replace("\0", "")
    assert words.evaluate("node => node.textContent") == expected
    assert words.locator("> :not(mark)").count() == 0
    assert words.locator("mark").count() == len([text for text in TEXTS if text])
    assert_nothing_foreign(page)


@pytest.mark.parametrize("path", [f"/place?place={CITY}", "/place?place=county-0", "/along", "/about"])
def test_other_pages(open_hostile, path):
    page = open_hostile(path)
    wait_for_cells(page, TEXTS)
    if CITY in path:
        note = page.locator(".jt-note").nth(1).evaluate("node => node.textContent")
        assert shown(note).endswith(shown("、".join(text for text in TEXTS if text)))
    assert_nothing_foreign(page)


def test_compared_places_and_their_charts(open_hostile):
    page = open_hostile("/compare", height=2400)
    page.locator(
        "[data-testid='stVegaLiteChart'] canvas, [data-testid='stVegaLiteChart'] svg"
    ).first.wait_for()
    page.locator("[data-testid='stVegaLiteChart']").first.hover(position={"x": 120, "y": 20})
    page.get_by_text("以表格查看").click()
    chosen = page.locator("[data-testid='stMultiSelect'] [data-tag]").all_text_contents()
    assert sorted(chosen) == sorted(COUNTIES)
    wait_for_cells(page, COUNTIES)
    wait_for_cells(page, ["__proto__（%）"])
    assert_nothing_foreign(page)


@pytest.mark.parametrize("name", ["html_breakouts", "unicode", "parameters"])
def test_parameters_of_the_address(open_hostile, map_of, name):
    value = quote("~".join(text for text in payloads(name) if len(text) < MOST_CHARACTERS))
    page = open_hostile("/?" + "&".join(f"{key}={value}" for key in PARAMETERS))
    map_of(page)
    assert_nothing_foreign(page)
