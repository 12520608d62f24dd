"""No pattern can run away: none repeats without bound what itself repeats without bound."""

import importlib
import pkgutil
import re
from re import (
    _constants as op,
)  # the parser that `re` itself compiles with; the only place that knows repeats
from re import _parser

import geo


def patterns():
    """Return every compiled pattern that a module of the reader holds, by where it stands."""
    found = {}
    for module in pkgutil.walk_packages(geo.__path__, "geo."):
        if module.name.startswith(("geo.ui", "geo.printing", "geo.export", "geo.cli")):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                found[f"{module.name}.{name}"] = value
    return found


def runs_away(parsed, *, inside=False):
    """Tell whether an unbounded repeat stands in another one."""
    for code, value in parsed:
        if code in (op.MAX_REPEAT, op.MIN_REPEAT):
            unbounded = value[1] is op.MAXREPEAT
            if (unbounded and inside) or runs_away(value[2], inside=inside or unbounded):
                return True
        elif any(runs_away(part, inside=inside) for part in parts_of(code, value)):
            return True
    return False


def parts_of(code, value):
    """Yield the patterns that an element of a pattern is made of."""
    if code is op.BRANCH:
        yield from value[1]
    elif code is op.SUBPATTERN:
        yield value[3]
    elif code in (op.ASSERT, op.ASSERT_NOT):
        yield value[1]
    elif code is op.ATOMIC_GROUP:
        yield value
    elif code is op.POSSESSIVE_REPEAT:  # gives nothing back, so it may stand in another repeat
        yield value[2]
    elif code is op.GROUPREF_EXISTS:
        yield from filter(None, value[1:])


def test_the_check_knows_a_pattern_that_runs_away():
    assert runs_away(_parser.parse(r"(?:a|b+)*c"))
    assert runs_away(_parser.parse(r"x(?=(a+)+$)"))
    assert not runs_away(_parser.parse(r"(?:a{1,9}b)*c+(?:-d++)*"))


def test_no_pattern_runs_away():
    every = patterns()
    assert len(every) > 150
    assert [
        where for where, pattern in every.items() if runs_away(_parser.parse(pattern.pattern, pattern.flags))
    ] == []
