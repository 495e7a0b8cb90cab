"""The leader's pages and the staff home in real Chromium, on a phone and on a desk."""

import pytest
from samples import share
from stage import DESK, PHONE, moves_sideways, serious

pytestmark = pytest.mark.browser

PAGES = {
    "leader": [
        "/",
        "/figures/",
        "/figures/old_invested_wan/",
        "/figures/households/rows/",
        "/gaps/",
        "/search/?q=cj",
        "/courtyards/courtyards/",
        "/projects/projects/",
        "/projects/timeline/",
        "/projects/stages/",
        "/projects/money/",
        "/projects/shifts/",
        "/projects/smart/",
        "/projects/clearance/",
    ],
    "laocheng": ["/", "/projects/reports/mine/", "/gaps/building_no_head/"],
    "suohe-review": ["/", "/projects/reports/review/"],
}


def test_every_main_page_on_phone_and_desk(demo_live, visit):
    for account, addresses in PAGES.items():
        for number, screen in enumerate((PHONE, DESK)):
            page = visit(account, screen)
            for address in share(addresses, number, 2):
                assert page.goto(address).status == 200, address
                assert not moves_sideways(page), (address, screen)
                assert serious(page) == [], (address, screen)
                assert "示例数据" in page.locator("body").inner_text()


def test_from_the_overview_to_a_row_on_another_day(demo_live, visit):
    page = visit("leader", PHONE)
    shown = [tile for tile in page.locator(".tile").all() if tile.is_visible()]
    assert len(shown) == 5
    assert page.locator(".squares .square").count() == 224
    page.locator("#asof-on").fill("2021-03-01")
    page.wait_for_url("**/?on=2021-03-01")
    heads = page.locator('[data-figure="courtyard_heads"]').first.get_attribute("data-value")
    page.locator("#bulletin [data-figure=courtyard_heads]").click()
    page.wait_for_url("**/figures/courtyard_heads/?on=2021-03-01")
    page.get_by_role("link", name="查看明细").click()
    page.wait_for_url("**/rows/?on=2021-03-01")
    assert page.locator("[data-count]").get_attribute("data-count") == heads
