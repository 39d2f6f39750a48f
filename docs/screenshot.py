"""Take the README's picture: run `python docs/screenshot.py`."""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from chromium import started
from kit import running

if __name__ == "__main__":
    with running(Path(tempfile.mkdtemp()), command="demo") as kit, started() as browser:
        page = browser.new_context(viewport={"width": 1180, "height": 940}).new_page()
        page.goto(kit.address)
        page.goto(kit.page("04_alliance_map"))
        glue = page.locator(".cw-map", has=page.locator(".cw-glue-outcome"))
        glue.get_by_role("button", name="Harbour", exact=True).last.click()
        page.wait_for_timeout(1500)
        page.evaluate("document.querySelector('.cw-glue-outcome').scrollIntoView({block: 'start'})")
        page.evaluate("scrollBy(0, -125)")
        page.wait_for_timeout(500)
        page.screenshot(path=ROOT / "docs" / "screenshot.png")
