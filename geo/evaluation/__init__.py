"""How well an atlas agrees with annotations made by hand."""

from geo.evaluation.gold import Gold, read_gold
from geo.evaluation.score import Evaluation, Score, evaluate

__all__ = ["Evaluation", "Gold", "Score", "evaluate", "read_gold"]
