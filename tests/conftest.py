"""Settings of every test: no answers of this computer's user are ever touched."""

import chromium as chromium_browser
import pytest
from hypothesis import settings

settings.register_profile("kit", deadline=None, max_examples=60)
settings.load_profile("kit")


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "answers"))


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all tests; every test takes contexts of its own."""
    with chromium_browser.started() as browser:
        yield browser
