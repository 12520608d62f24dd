"""The errors a caller can meet.

::

    JintuError
    ├── InputError (ValueError)        a file or text cannot be read as an article
    │   └── EncodingError              the bytes are not in the encoding that was said
    ├── AtlasError (ValueError)        a folder does not hold the tables of the data contract
    ├── DataError (RuntimeError)       a file of data/ is missing or breaks its own rules
    ├── TilesError (ValueError)        a base map of tiles cannot be used
    ├── PrintError (ValueError)        a map cannot be printed as asked
    └── UnknownPlaceError (LookupError)  a place id that the gazetteer does not hold
"""


class JintuError(Exception):
    """Root of all errors raised on purpose by Jintu; the message says what to do."""


class InputError(JintuError, ValueError):
    """A file or a text cannot be read as an article."""


class EncodingError(InputError):
    """The bytes of an article are not in the encoding that was said, UTF-8 if none was."""


class AtlasError(JintuError, ValueError):
    """A folder does not hold the tables of the data contract."""


class DataError(JintuError, RuntimeError):
    """A file of ``data/`` is missing or breaks its own rules."""


class TilesError(JintuError, ValueError):
    """A base map of tiles cannot be used: an archive is none, or an address does not say where tiles are."""


class PrintError(JintuError, ValueError):
    """A map cannot be printed as asked."""


class UnknownPlaceError(JintuError, LookupError):
    """A place id that the gazetteer does not hold."""
