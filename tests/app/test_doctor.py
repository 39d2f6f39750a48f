"""The doctor says in plain words what to fix."""

import json
import webbrowser
from importlib.metadata import PackageNotFoundError

import pytest
from click.testing import CliRunner

from workshop.app import doctor
from workshop.cli import main


def test_a_sound_computer_gets_exit_code_0(tmp_path):
    result = CliRunner().invoke(main, ["doctor", "--data", str(tmp_path / "data")])
    assert result.exit_code == 0
    assert "FIX" not in result.output
    assert "Nothing has to be fixed" in result.output


def test_something_to_fix_gets_exit_code_1(tmp_path):
    (tmp_path / "file").write_text("")
    result = CliRunner().invoke(main, ["doctor", "--data", str(tmp_path / "file")])
    assert result.exit_code == 1
    assert "FIX   " in result.output


def test_an_old_python_is_named():
    found = doctor.python_check((3, 9, 1))
    assert found.state == "fix"
    assert "3.9.1" in found.sentence


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(doctor, "required_by", lambda _: ["nosuch-package>=1", "click>=999"])
    found = doctor.packages_check()
    assert found.state == "fix"
    assert "nosuch-package, click" in found.sentence


def test_a_working_copy_is_only_noted(monkeypatch):
    def missing(_):
        raise PackageNotFoundError

    monkeypatch.setattr(doctor, "required_by", missing)
    assert doctor.packages_check().state == "advice"


def test_an_open_data_folder_is_noted(tmp_path):
    tmp_path.chmod(0o755)
    assert "other users" in doctor.data_check(tmp_path).sentence


def test_a_nearly_full_disk_is_noted(tmp_path, monkeypatch):
    tmp_path.chmod(0o700)
    monkeypatch.setattr(doctor, "LOW_DISK", 10**9)
    assert doctor.data_check(tmp_path).state == "advice"


def test_a_busy_port_is_noted_with_the_next_one(busy_port):
    found = doctor.port_check(busy_port)
    assert found.state == "advice"
    assert str(busy_port) in found.sentence


def test_no_browser_is_noted(monkeypatch):
    def none():
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    assert doctor.browser_check().state == "advice"


@pytest.mark.parametrize(
    ("settings", "state"), [({"disabledExtensions": {"anywidget": True}}, "advice"), ({}, "good")]
)
def test_settings_that_hide_widgets_are_named(tmp_path, monkeypatch, settings, state):
    (tmp_path / "labconfig").mkdir()
    (tmp_path / "labconfig" / "page_config.json").write_text(json.dumps(settings))
    monkeypatch.setattr(doctor, "jupyter_config_path", lambda: [str(tmp_path)])
    assert doctor.jupyter_check().state == state


def test_a_python_that_does_not_answer_is_to_fix(monkeypatch):
    monkeypatch.setattr(doctor.OwnPython, "get_kernel_spec", lambda *_: 1 / 0)
    assert doctor.kernel_check().state == "fix"
