"""Another process, in which nothing is the same that equal bytes must not depend on."""

import os
import subprocess
import sys

SETTINGS = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia", "LC_ALL": "C"}


def run_elsewhere(code, *words):
    """Run code with another seed of hashes, zone and language, a little later; return what it printed."""
    here = {"PYTHONPATH": os.pathsep.join(sys.path), **SETTINGS}
    command = [sys.executable, "-c", code, *map(str, words)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=os.environ | here)  # noqa: S603  our own code
    return done.stdout.decode()
