"""Jintu 晋图: read regional-development articles into places and indicators, and map them."""

__version__ = "0.1.0"
