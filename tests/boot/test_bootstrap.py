"""From nothing to an environment: what is done again, what is not, and what is said when it cannot be done."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.core import management

from trainingsite import bootstrap, fingerprint
from trainingsite.terminal import CannotGoOn


def test_a_fingerprint_changes_with_content_and_with_names(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("one")
    before = fingerprint.of_files([tmp_path])

    (tmp_path / "a.ts").write_text("two")
    edited = fingerprint.of_files([tmp_path])
    (tmp_path / "a.ts").rename(tmp_path / "b.ts")
    renamed = fingerprint.of_files([tmp_path])

    assert len({before, edited, renamed}) == 3


def test_what_a_build_makes_does_not_change_a_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "a.ts").write_text("one")
    before = fingerprint.of_files([tmp_path])

    for made in ("node_modules", "dist", "__pycache__"):
        (tmp_path / made).mkdir()
        (tmp_path / made / "new").write_text("x")
    (tmp_path / "django.mo").write_text("x")

    assert fingerprint.of_files([tmp_path]) == before


def test_a_missing_marker_is_not_current(tmp_path: Path) -> None:
    assert not fingerprint.is_current(tmp_path / "marker", "a")
    (tmp_path / "marker").write_text("a")
    assert fingerprint.is_current(tmp_path / "marker", "a")
    assert not fingerprint.is_current(tmp_path / "marker", "b")


def test_a_changed_lock_makes_the_environment_out_of_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "app.lock"
    lock.write_text("django==5.2\n")
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "APP_LOCK", lock)
    (tmp_path / "installed-app").write_text(bootstrap._of(lock))
    assert not bootstrap.needs_environment(with_tests=False)

    lock.write_text("django==5.3\n")

    assert bootstrap.needs_environment(with_tests=False)


def test_who_is_not_root_reads_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / "venv")

    with pytest.raises(CannotGoOn) as stop:
        bootstrap._create()

    assert stop.value.en == "One package is missing. Please run: sudo apt-get install python3-venv"
    assert "sudo apt-get install python3-venv" in stop.value.zh


def test_root_installs_debians_package_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)

    bootstrap._install_venv_module()

    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert commands[1][-1] == "python3-venv"


def test_nothing_before_the_environment_needs_a_package() -> None:
    """Run with the standard library alone: `-S` leaves out site-packages."""
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(bootstrap.ROOT)!r}); "]
    modules = "bootstrap, datafolder, fingerprint, frontend, keeper, ready, services, supervisor, translations"
    command[-1] += f"from trainingsite import {modules}"

    result = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (result.returncode, result.stderr) == (0, "")


def test_help_begins_with_our_own_commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(management, "execute_from_command_line", lambda arguments: print(*arguments))  # noqa: T201

    bootstrap.run_inside("help", ["help"])

    said = [line for line in capsys.readouterr().out.splitlines() if line.strip()]
    (up, test, backup, restore), rare, (others, django) = said[:4], said[4:-2], said[-2:]
    assert up.startswith("up ") and "启动站点" in up
    assert test.startswith("test ") and "全部检查一遍" in test
    assert backup.startswith("backup ") and "备份" in backup
    assert restore.startswith("restore ") and "恢复" in restore
    assert any(line.startswith("operator_password") and "管理员忘了密码" in line for line in rare)
    assert others.startswith("All other commands")
    assert django == "manage.py help"


@pytest.mark.parametrize("command", [["second_factor", "--off", "li"], ["export_content", "out"], ["backup"]])
def test_a_command_without_a_site_says_how_to_name_one(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XIANGKE_DATA", str(tmp_path / "nothing-here"))
    monkeypatch.delenv("DATABASE_URL", raising=False)

    with pytest.raises(CannotGoOn, match=r"There is no site in .*nothing-here yet"):
        bootstrap.run_inside(command[0], command)


def test_a_folder_named_as_for_up_stands_in_the_advice_where_it_belongs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XIANGKE_DATA", str(tmp_path / "nothing-here"))
    monkeypatch.delenv("DATABASE_URL", raising=False)

    with pytest.raises(CannotGoOn, match=r": XIANGKE_DATA=/srv/class python3 manage.py second_factor --off li$"):
        bootstrap.run_inside("second_factor", ["second_factor", "--off", "li", "--data", "/srv/class"])


@pytest.mark.parametrize(("command", "option"), [("up", "--demo"), ("test", "--only"), ("restore", "--check")])
def test_help_on_our_commands_shows_their_options(command: str, option: str) -> None:
    asked = [sys.executable, "manage.py", "help", command]

    assert option in subprocess.run(asked, cwd=bootstrap.ROOT, capture_output=True, text=True, check=True).stdout


def test_an_environment_of_another_user_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "bin" / "python")
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)

    code = bootstrap.main(["up"])

    english, chinese = capsys.readouterr().err.splitlines()
    assert code == 1
    assert english.startswith(f"{tmp_path} belongs to another user.")
    assert chinese.startswith(f"{tmp_path} 是别的用户建的")


def test_a_file_that_only_another_user_may_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(Path, "exists", refuse)

    assert bootstrap.main(["up"]) == 1
    assert f"{tmp_path / 'python'} belongs to another user." in capsys.readouterr().err


def test_packages_are_compiled_even_where_python_writes_no_bytecode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    package = tmp_path / "lib" / "site-packages"
    package.mkdir(parents=True)
    (package / "whole.py").write_text("x = 1\n")
    (package / "template.py").write_text("{{ not python }} (\n")

    bootstrap._compile()

    assert [file.name.split(".")[0] for file in package.rglob("*.pyc")] == ["whole"]
