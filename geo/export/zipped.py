"""Files packed as one zip, the bundle's and a workbook's alike."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

# The earliest date a zip can hold: equal content gives equal bytes.
_DATE = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files by their path in it, in the order given; equal files give equal bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
