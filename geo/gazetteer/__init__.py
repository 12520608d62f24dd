"""Where places come from: names to look for, places behind them, geometries behind those."""

from geo.gazetteer.admin import AdminGazetteer
from geo.gazetteer.base import Gazetteer, Name
from geo.gazetteer.combined import CombinedGazetteer, open_gazetteer

__all__ = ["AdminGazetteer", "CombinedGazetteer", "Gazetteer", "Name", "open_gazetteer"]
