"""Real Chromium, signed in through the log-in form; no page may err or break the content policy."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright
from stage import FLAGS

from tests.conftest import PASSWORD

# How long a page may take to show what is expected, on a machine that does much else.
expect.set_options(timeout=15_000)


@pytest.fixture
def visit(live_server, monkeypatch):
    """A function that opens a signed-in page of its own: visit("leader", DESK, **context options)."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # playwright's loop runs in this thread
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)

        def sign_in(username, viewport, **options):
            context = browser.new_context(
                viewport=viewport, base_url=live_server.url, locale="zh-CN", **options
            )
            page = context.new_page()
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda m: "Security Policy" in m.text and faults.append(m.text))
            page.goto("/accounts/login/")
            page.fill("[name=username]", str(username))
            page.fill("[name=password]", PASSWORD)
            page.locator("main form button").click()
            page.wait_for_url(lambda url: "login" not in url)
            return page

        yield sign_in
        browser.close()
    assert faults == []
