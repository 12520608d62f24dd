"""How well an atlas agrees with annotations made by hand."""

from geo.evaluation.gold import Gold, read_gold
from geo.evaluation.reliability import Band, reliability
from geo.evaluation.score import Evaluation, Score, evaluate

__all__ = ["Band", "Evaluation", "Gold", "Score", "evaluate", "read_gold", "reliability"]
