"""pytest plugin of script/test: leaves browser tests out where there is no browser, and says so.

A browser test carries the mark `browser`, or lies in tests/browser/. CHROMIUM is the path of the
browser, set by script/test; empty where none was found.
"""

import os

import pytest

LEFT_OUT = pytest.StashKey[list]()


def pytest_configure(config):
    """Declare the mark, so that --strict-markers knows it."""
    config.addinivalue_line(
        "markers", "browser: drives a real browser; left out where there is none"
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Take the browser tests out of the run when there is no browser."""
    if os.environ.get("CHROMIUM"):
        return
    left_out = [item for item in items if _is_browser_test(item)]
    config.stash[LEFT_OUT] = [item.nodeid for item in left_out]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not _is_browser_test(item)]


def pytest_terminal_summary(terminalreporter, config):
    """Name what was left out, and how to have it run."""
    left_out = config.stash.get(LEFT_OUT, [])
    if not left_out:
        return
    terminalreporter.section("browser tests left out", sep="-")
    for name in left_out:
        terminalreporter.line(name)
    terminalreporter.line(
        f"Browser tests that did NOT run: {len(left_out)}. There is no Chromium on this machine. "
        "Install it (Debian: apt-get install chromium fonts-wqy-microhei), or name it: CHROMIUM=…"
    )


def _is_browser_test(item) -> bool:
    return (
        item.get_closest_marker("browser") is not None or "/tests/browser/" in item.path.as_posix()
    )
