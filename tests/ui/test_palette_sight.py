# ruff: noqa: E501  matrices are read as rows
"""Whether colour-blind people tell the themes apart, by the matrices of Machado, Oliveira and Fernandes (2009)."""

from itertools import combinations

import numpy as np
import pytest

from geo.palette import THEME_STYLES

SIGHT = {
    "full": np.eye(3),
    "protanopia": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deuteranopia": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanopia": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}  # fmt: skip
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def linear(colour):
    rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    xyz = XYZ @ np.clip(rgb, 0, 1) / np.array([0.95047, 1, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def luminance(colour):
    return float(np.array([0.2126, 0.7152, 0.0722]) @ linear(colour))


@pytest.mark.parametrize(
    ("sight", "least"), [("full", 18), ("protanopia", 5), ("deuteranopia", 5), ("tritanopia", 5)]
)
def test_themes_are_told_apart(sight, least):
    colours = {style.theme: lab(SIGHT[sight] @ linear(style.colour)) for style in THEME_STYLES}
    apart = {pair: np.linalg.norm(colours[pair[0]] - colours[pair[1]]) for pair in combinations(colours, 2)}
    assert {pair: round(float(d), 1) for pair, d in apart.items() if d < least} == {}


@pytest.mark.parametrize("style", THEME_STYLES, ids=lambda style: style.theme)
def test_glyphs_stand_out_on_their_colour(style):
    light, dark = sorted((luminance(style.colour), luminance(style.ink)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3
    assert 1.05 / (luminance(style.shade) + 0.05) >= 3
