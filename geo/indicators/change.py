"""What a number states where it is no level: a growth, a decline, a gap."""

from dataclasses import dataclass

YOY = "yoy"
# Against the period right before, whatever its length.
MOM = "mom"


@dataclass(frozen=True, slots=True)
class Change:
    """What kind of change a number states.

    Parameters
    ----------
    comparison
        As in `geo.model.Indicator`; empty for a level.
    sign
        -1 for a decline.
    start
        Where the words of change begin in the clean text.
    """

    comparison: str
    sign: int
    start: int
