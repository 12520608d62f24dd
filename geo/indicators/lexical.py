"""Words cut off the ends of a text."""

from geo.text.vocabulary import vocabulary

_HEDGES = frozenset("超逾已")  # 收入超 ends in no 入超, 企业已 in no 业已
_PARTICLES = frozenset("的、,")


def strip_tail(text: str, known: frozenset[str], longest: int) -> str:
    """Cut the words off the end of a text as long as one of them stands there and is no part of a longer one."""
    splits = vocabulary().splits
    while text:
        for length in range(min(longest, len(text)), 0, -1):
            word = text[-length:]
            if word in known and (word in _HEDGES or not splits(text, len(text) - length, length)):
                text = text[:-length]
                break
        else:
            return text
    return text


def strip_head(text: str, known: frozenset[str], longest: int) -> str:
    """Cut the words off the beginning of a text as long as one stands there and is no part of a longer one.

    What is left is never a single character that is no such word (均 stays in 均价).
    """
    splits = vocabulary().splits
    while text:
        for length in range(min(longest, len(text)), 0, -1):
            rest = text[length:]
            lone = len(rest) == 1 and rest not in known and text[0] not in _PARTICLES
            if text[:length] in known and not lone and not splits(text, length, length):
                text = rest
                break
        else:
            return text
    return text
