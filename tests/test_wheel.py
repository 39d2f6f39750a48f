"""What `pip install` gives: the kit with notebooks, template and words, from any folder."""

import os
import re
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest
from kit import free_port

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(ROOT)], check=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("elsewhere")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(folder),
        str(wheel),
    ]
    subprocess.run(command, check=True)
    return folder


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_package(wheel):
    listed = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "workshop"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(tracked.stdout.split()) <= listed


@pytest.mark.slow
def test_the_wheel_brings_the_guide_as_it_is(wheel):
    brought = zipfile.ZipFile(wheel).read("workshop/notebooks/facilitator_guide.md")
    assert brought == (ROOT / "facilitator_guide.md").read_bytes()


@pytest.mark.slow
def test_the_installed_kit_opens_a_page_from_any_folder(installed, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [
        sys.executable,
        "-m",
        "workshop",
        "--no-browser",
        "--port",
        str(free_port()),
        "--data",
        str(tmp_path / "data"),
    ]
    server = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://\S+", server.stdout.readline())[0]
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        page = opener.open(address, timeout=60).read().decode()
    finally:
        server.terminate()
        server.wait(20)
    assert "What do you want to move" in page
    assert str(ROOT) not in page
