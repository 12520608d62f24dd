import hashlib
import json
import re
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import numpy as np
import pytest
from elsewhere import run_elsewhere
from PIL import Image
from printed import ATLAS, BOUNDS, atlas_of, place, points, texts
from shapely import Point

from geo.errors import PrintError
from geo.model import Theme
from geo.palette import THEME_STYLES
from geo.printing import Paper, PrintFormat, PrintOptions, margins, print_map, typeface
from geo.printing.captions import captions
from geo.printing.layout import LAYOUTS
from geo.printing.sheet import Sheet

HOSTILE = (
    r"$\frac{", r"$x^2$ \alpha", "第一行\n第二行\r\n第三行", "{0} {title} %s %(x)s", "<script>alert(1)</script>",
    "\x00\x1b[31m红", "\u202e反向", "'\"; DROP TABLE", "长" * 5000, "=1+1", "w" * 3000, "",
)  # fmt: skip


def image(data):
    with Image.open(BytesIO(data)) as opened:
        return opened.info, np.array(opened.convert("RGB"))


def themes_in(pixels):
    """Return the themes whose colours are among the pixels."""
    seen = set(np.unique(pixels.astype(np.int64) @ (65536, 256, 1)).tolist())
    return {style.theme for style in THEME_STYLES if int(style.colour[1:], 16) in seen}


def streams(pdf):
    """Return the streams of a PDF file, unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return b"\n".join(zlib.decompress(each) if each[:1] == b"x" else each for each in packed)


@pytest.fixture(scope="module")
def pdf():
    return print_map(ATLAS, PrintOptions("港城图", bounds=BOUNDS, file_format=PrintFormat.PDF))


@pytest.mark.parametrize(
    ("paper", "width", "height"), [(Paper.A4_LANDSCAPE, 2338, 1653), (Paper.A4_PORTRAIT, 1653, 2338)]
)
def test_a_png_is_an_a4_sheet_at_200_dots_per_inch(paper, width, height):
    info, pixels = image(print_map(ATLAS, PrintOptions("港城图", paper=paper)))
    assert pixels.shape == (height, width, 3)
    assert info["dpi"] == pytest.approx((200, 200), abs=0.01)
    assert info["Title"] == "港城图"


def test_the_colours_of_the_themes_shown_are_on_the_sheet_and_no_others():
    _, pixels = image(print_map(ATLAS, PrintOptions("港城图", bounds=BOUNDS)))
    shown = {Theme.ECONOMY, Theme.ECOLOGY, Theme.TRANSPORT, Theme.TOURISM, Theme.INDUSTRY}
    assert themes_in(pixels) == shown
    _, pixels = image(print_map(ATLAS, PrintOptions("港城图", bounds=BOUNDS, themes=(Theme.TOURISM,))))
    assert themes_in(pixels) == {Theme.TOURISM}


def test_a_pdf_is_an_a4_page_without_a_date(pdf):
    assert pdf.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+)", pdf)
    # 297 and 210 mm in points of 1/72 inch.
    assert [float(side) for side in box.groups()] == pytest.approx([841.89, 595.28], abs=0.01)
    assert b"CreationDate" not in pdf


def test_the_text_of_a_pdf_can_be_searched_and_its_typeface_lies_within(pdf):
    unpacked = streams(pdf)
    mapped = {int(code, 16) for code in re.findall(rb"<[0-9a-fA-F]+> <([0-9a-fA-F]{4})>", unpacked)}
    for first, last, start in re.findall(rb"<(\w+)> <(\w+)> \[?<(\w{4})>", unpacked):
        mapped |= set(range(int(start, 16), int(start, 16) + int(last, 16) - int(first, 16) + 1))
    assert {ord(letter) for letter in "港城图天童山滨海观光路审图号"} <= mapped
    assert b"NotoSansCJKsc" in pdf
    assert b"/Helvetica" not in pdf


@pytest.mark.parametrize("file_format", PrintFormat)
def test_the_same_map_gives_the_same_bytes_even_in_threads(file_format):
    asked = [PrintOptions(f"图{n % 2}", bounds=BOUNDS, file_format=file_format) for n in range(4)]
    alone = [print_map(ATLAS, each) for each in asked]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda each: print_map(ATLAS, each), asked))
    assert together == alone
    assert alone[0] == alone[2] != alone[1]


def digests():
    asked = [PrintOptions("港城图", bounds=BOUNDS, file_format=file_format) for file_format in PrintFormat]
    return [hashlib.sha256(print_map(ATLAS, each)).hexdigest() for each in asked]


def test_the_same_map_gives_the_same_bytes_in_any_process():
    code = "import json, test_print_map; print(json.dumps(test_print_map.digests()))"
    assert json.loads(run_elsewhere(code)) == digests()


@pytest.mark.parametrize("file_format", PrintFormat)
def test_hostile_names_are_printed_as_text(file_format):
    places = [place(f"{text}.", "other", Point(121 + n / 10, 29.8)) for n, text in enumerate(HOSTILE)]
    made = print_map(atlas_of(*places, titles=HOSTILE), PrintOptions(HOSTILE[0], file_format=file_format))
    assert made.startswith(b"%PDF-" if file_format is PrintFormat.PDF else b"\x89PNG")


@pytest.mark.parametrize("file_format", PrintFormat)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_titles_dates_and_numbers_are_printed_as_text(text, file_format):
    layout, title = LAYOUTS[Paper.A4_LANDSCAPE], typeface.printable(text)
    sheet = Sheet(layout.page.width, layout.page.height, file_format)
    margins.title(sheet, layout, title, "")
    margins.footer(sheet, layout, PrintOptions(text, date=text, review_number=text), captions("zh"), [title])
    assert sheet.save(title).startswith(b"%PDF-" if file_format is PrintFormat.PDF else b"\x89PNG")


def test_signs_of_mathematics_stay_signs():
    assert r"$\frac{1}{2}$ 100%" in texts(title="  $\\frac{1}{2}$\n100% ")


@pytest.mark.parametrize("field", ["title", "review_number", "date"])
def test_what_is_typed_with_a_character_that_the_typeface_lacks_prints_with_a_mark_and_a_note(field):
    found = texts(**{field: "喜\N{GRINNING FACE}"})
    assert [text for text in found if "喜〓" in text]
    assert "〓：字体所缺的字 U+1F600" in found


def test_a_name_with_such_a_character_prints_with_a_mark_and_a_note():
    found = texts(atlas_of(place("乐\N{GRINNING FACE}园", "park", Point(121.5, 29.8))))
    assert "乐〓园" in found
    assert "〓：字体所缺的字 U+1F600" in found


def test_the_note_on_missing_characters_has_room_however_much_small_print_there_is():
    sources = [{"source": f"来源{n}" * 40, "licence": "ODbL"} for n in range(6)]
    places = [place(f"第{n}处", "park", Point(121.5 + n / 9, 29.8)) | told for n, told in enumerate(sources)]
    found = texts(atlas_of(*places, titles=["题" * 300] * 6), title="喜\N{GRINNING FACE}")
    assert "〓：字体所缺的字 U+1F600" in found


def test_an_empty_atlas_gives_a_map_of_china():
    found = texts(atlas_of(titles=()))
    assert "0 处地点 · 0 项指标" in found
    assert "110°E" in found
    assert "新疆维吾尔自治区" in found


def test_hundreds_of_places_are_printed():
    assert image(print_map(points(400), PrintOptions("站", paper=Paper.A4_PORTRAIT)))[1].shape == (
        2338,
        1653,
        3,
    )


def test_matplotlib_waits_for_the_first_map():
    code = "import geo.printing, sys; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  fixed command


@pytest.mark.parametrize(
    "bounds",
    [(121.0, 29, 121, 30), (121.0, 30, 122, 29), (-10.0, 29, 122, 30), (121.0, 29, float("nan"), 30)],
)
def test_bounds_that_are_none_are_refused(bounds):
    with pytest.raises(PrintError, match="west < east"):
        PrintOptions("图", bounds=bounds)


def test_a_language_that_is_not_offered_is_refused():
    with pytest.raises(PrintError, match="'fr'"):
        PrintOptions("图", language="fr")
