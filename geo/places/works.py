"""Water transfers, which go by the rivers they join: 引江济淮工程."""

import re
from collections.abc import Iterator

from geo.model import PlaceKind
from geo.places.lattice import Candidate

_SCORE = 0.8
_TRANSFER = re.compile("引[\u3400-\u9fff][济入补][\u3400-\u9fff](?:工程)?")


def transfer_candidates(text: str) -> Iterator[Candidate]:
    """Yield the water transfers of a text."""
    for match in _TRANSFER.finditer(text):
        yield Candidate(*match.span(), PlaceKind.PROJECT, _SCORE, "water transfer by its rivers")
