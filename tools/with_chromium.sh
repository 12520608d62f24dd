#!/bin/sh
# Run a command with JINTU_CHROMIUM set to a Chromium: the given one, one on the PATH, one from the system's
# packages, or Playwright's. Without any, the browser tests are left out; under CI=true that is a failure.
set -u

on_path() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return 0
    done
    return 1
}

from_system_packages() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] && root="" || root="sudo -n"
    { $root apt-get update -qq && $root apt-get install -qq -y --no-install-recommends chromium fonts-noto-cjk; } >&2 && on_path
}

from_playwright() {
    "$PYTHON" -m playwright install chromium >&2 &&
        "$PYTHON" -c 'from playwright.sync_api import sync_playwright as s
with s() as p: print(p.chromium.executable_path)'
}

JINTU_CHROMIUM=${JINTU_CHROMIUM:-$(on_path || from_system_packages || from_playwright)}
if [ -n "$JINTU_CHROMIUM" ]; then
    export JINTU_CHROMIUM
    exec "$@"
fi
echo "No Chromium was found and none could be installed: install one and put it on the PATH, or set JINTU_CHROMIUM." >&2
[ "${CI:-}" = true ] && exit 1
echo "The browser tests are left out." >&2
exec "$@" -m "not browser"
