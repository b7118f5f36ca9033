"""What a visitor does at every page: sign in, look, and let the accessibility of it be scanned."""

from __future__ import annotations

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page

PASSWORD = "Sadurengas-16-Juni"


def sign_in(page: Page, email: str) -> None:
    """From the front page through the form."""
    page.goto("/")
    page.get_by_role("link", name="Masuk").first.click()
    page.locator("input[type=email]").fill(email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()
    page.wait_for_load_state()


def barriers(page: Page) -> list[str]:
    """What axe finds that keeps somebody out, each with the place it stands at."""
    found = Axe().run(page)["violations"]
    return [
        f"{each['id']}: {node['html'][:120]}"
        for each in found
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]
