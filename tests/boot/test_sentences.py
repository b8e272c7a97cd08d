"""When this machine stands in the way, `up` says one clear thing in two languages and ends with 1."""

import errno
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from trainingsite import addresses, datafolder, frontend, up
from trainingsite.bootstrap import ROOT
from trainingsite.terminal import CannotGoOn, explain, step


def _up(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "manage.py", "up", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_busy_port_is_named_with_a_free_idea(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))
        other.listen()
        port = other.getsockname()[1]

        result = _up("--port", str(port), "--data", str(tmp_path / "data"))

    assert result.returncode == 1
    english, chinese = result.stderr.splitlines()
    assert english.startswith(f"Port {port} is used by another program.")
    assert chinese.startswith(f"{port} 端口被别的程序占着")
    assert not (tmp_path / "data").exists()


def test_a_data_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")

    result = _up("--data", str(tmp_path / "data"), "--port", "0")

    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 2
    assert f"The folder {tmp_path / 'data'} cannot be used" in result.stderr


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "cannot be written here"),
        (errno.EACCES, "cannot be written here"),
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
    ],
)
def test_every_refusal_of_the_disk_has_its_sentence(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", refuse)

    code = up.main(["--data", str(tmp_path), "--port", "0"])

    english, chinese = capsys.readouterr().err.splitlines()
    assert code == 1
    assert words in english
    assert str(tmp_path) in chinese


def test_a_disk_that_fills_while_the_phone_app_is_built_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fills() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "static/dist/app.js")

    monkeypatch.setattr(frontend, "build_if_changed", fills)

    assert up.main(["--data", str(tmp_path), "--port", "0"]) == 1
    assert capsys.readouterr().err.startswith("The disk under static/dist/app.js is full.")


def test_a_nearly_full_disk_is_said_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match=r"is full \(3 MB left\)"):
        datafolder.need_room(free_bytes=3_000_000, folder=tmp_path)
    datafolder.need_room(free_bytes=datafolder.LEAST_FREE_BYTES, folder=tmp_path)


def test_a_full_device_is_full() -> None:
    with pytest.raises(OSError) as full, Path("/dev/full").open("wb", buffering=0) as device:
        device.write(b"x")

    assert "is full" in explain(full.value, place="var").en


def test_the_folder_is_free_only_when_nobody_holds_its_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datafolder, "_LOCK_PATIENCE_SECONDS", 0.0)
    with datafolder.held(tmp_path), pytest.raises(CannotGoOn, match="already runs"), datafolder.held(tmp_path):
        pass
    with datafolder.held(tmp_path):
        pass


def test_certificate_and_key_belong_together(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        up.parse(["--cert", str(tmp_path / "cert.pem")])


def test_a_key_in_an_old_form_is_told_how_to_be_converted(tmp_path: Path) -> None:
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    cert.write_text("-----BEGIN CERTIFICATE-----\n")
    key.write_text("-----BEGIN EC PRIVATE KEY-----\n")

    with pytest.raises(CannotGoOn, match="openssl pkcs8 -topk8"):
        addresses.check_tls(cert, key)


def test_a_certificate_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn, match=r"cert\.pem cannot be read"):
        addresses.check_tls(tmp_path / "cert.pem", tmp_path / "key.pem")


def test_the_terminal_shows_the_honest_line_about_https_only_without_it(capsys: pytest.CaptureFixture[str]) -> None:
    addresses.show(scheme="http", port=8000)
    plain = capsys.readouterr().out
    addresses.show(scheme="https", port=8000)
    secure = capsys.readouterr().out

    assert "need https" in plain and "得用 https" in plain
    assert "need https" not in secure
    assert "http://localhost:8000/" in plain and "https://localhost:8000/" in secure


def test_a_folder_in_use_is_said_before_its_port(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever types `up` twice shall read that it runs already, not that a program has the port."""
    monkeypatch.setattr(datafolder, "_LOCK_PATIENCE_SECONDS", 0.0)
    with socket.socket() as first, datafolder.held(tmp_path):
        first.bind(("0.0.0.0", 0))
        first.listen()

        assert up.main(["--data", str(tmp_path), "--port", str(first.getsockname()[1])]) == 1

    assert "already runs with the folder" in capsys.readouterr().err


def test_a_step_says_in_both_languages_what_begins_and_how_long_it_took(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([100.0, 107.2])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))

    with step(en="Building the phone app", zh="正在做手机端"):
        pass

    assert capsys.readouterr().out.splitlines() == [
        "· Building the phone app 正在做手机端 …",
        "  done in 7 s 用了 7 秒",
    ]


def test_the_age_of_a_process_is_counted_from_its_start() -> None:
    script = "import os, sys; from trainingsite import terminal; print(terminal.seconds_since_start())"
    again = f"import os, sys, time; time.sleep(0.3); os.execv(sys.executable, [sys.executable, '-c', {script!r}])"
    result = subprocess.run([sys.executable, "-c", again], cwd=ROOT, capture_output=True, text=True, check=True)

    assert 0.3 <= float(result.stdout) < 60
