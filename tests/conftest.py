"""Settings of every test: no answers of this computer's user are ever touched."""

import os

import chromium as chromium_browser
import pytest
from hypothesis import settings

# CI takes the same examples in every run, and answers for the change; elsewhere each run looks for new ones.
settings.register_profile("kit", deadline=None, max_examples=60, derandomize="CI" in os.environ)
settings.load_profile("kit")


WITH_PROCESSES = {"app", "browser", "widgets"}
"""Folders of tests that drive servers, kernels and Chromium, which share two cores with everything else."""


def pytest_collection_modifyitems(items):
    """Try such a test once more when it fails; the summary counts and names what needed it."""
    for item in items:
        if item.path.parent.name in WITH_PROCESSES:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "answers"))


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all tests; every test takes contexts of its own."""
    with chromium_browser.started() as browser:
        yield browser
