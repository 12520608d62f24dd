"""Hostile text on a printed map: it is drawn, never read as a formula, and breaks nothing."""

import pytest
from hostile import hostile_atlas, payloads

from geo.printing import PrintFormat, PrintOptions, print_map, typeface
from geo.printing.compose import sheet_of


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF-")])
def test_a_map_of_hostile_places_is_printed(kind, start):
    titles = [text for text in payloads() if "$" in text and typeface.missing(text) == []]
    assert len(titles) > 3
    asked = PrintOptions(titles[0], review_number=titles[1], date=titles[2], file_format=PrintFormat(kind))
    assert print_map(hostile_atlas(), asked).startswith(start)


def test_no_text_on_the_sheet_is_read_as_a_formula():
    drawn = sheet_of(hostile_atlas(), PrintOptions("$x^2$")).figure.axes[0].texts
    assert "$x^2$" in {each.get_text() for each in drawn}
    assert not any(each.get_parse_math() for each in drawn)


@pytest.mark.parametrize("kind", PrintFormat)
def test_a_title_that_cannot_be_written_stops_no_map(kind):
    title = "\U0001f600\ud83d\udc00\x00\ufffe\u202e"
    assert len(print_map(hostile_atlas(payloads()[:1]), PrintOptions(title, file_format=kind))) > 10_000
