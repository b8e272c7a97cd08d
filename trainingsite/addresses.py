"""Where the site is found: a free port, the address on this network, a QR to scan, and the honest word on https."""

import errno
import io
import socket
from pathlib import Path

import segno

from trainingsite.terminal import CannotGoOn, say


def free_port(wished: int) -> int:
    """The wished port if nobody listens there; for 0 any free one."""
    if not 0 <= wished <= 65535:
        raise CannotGoOn(
            en=f"There is no port {wished}. Choose one up to 65535, for example --port 8000.",
            zh=f"没有 {wished} 这个端口。请换 65535 以内的，比如 --port 8000。",
        )
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("0.0.0.0", wished))
            trial.listen(1)
        except OSError as error:
            raise _about_the_port(wished, error) from error
        port = trial.getsockname()[1]
    return int(port)


def _about_the_port(port: int, error: OSError) -> CannotGoOn:
    if error.errno == errno.EACCES:
        return CannotGoOn(
            en=f"Port {port} needs an administrator here. Choose one above 1023, for example --port 8000.",
            zh=f"{port} 端口要管理员才能用。请换 1023 以上的，比如 --port 8000。",
        )
    return CannotGoOn(
        en=f"Port {port} is used by another program. Choose another one, for example --port {_next(port)}.",
        zh=f"{port} 端口被别的程序占着。请换一个，比如 --port {_next(port)}。",
    )


def _next(port: int) -> int:
    return port + 1 if port < 65535 else 8000


def on_this_network() -> str | None:
    """This machine's address as phones on the same Wi-Fi see it, or None without a network. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address (RFC 5737): only the route is asked for
        except OSError:
            return None
        address = str(probe.getsockname()[0])
    return None if address.startswith(("127.", "0.")) else address


def check_tls(cert: Path | None, key: Path | None) -> None:
    """Both files can be read, and the key has the one form that the web server takes."""
    if cert is None or key is None:
        return
    for file in (cert, key):
        try:
            text = file.read_text(encoding="ascii", errors="replace")
        except OSError as error:
            raise CannotGoOn(
                en=f"The file {file} cannot be read: {error.strerror}.",
                zh=f"{file} 读不到（{error.strerror}）。",
            ) from error
        if "-----BEGIN " not in text:
            raise CannotGoOn(en=f"{file} is not a PEM file.", zh=f"{file} 不是 PEM 文件。")
    if "-----BEGIN PRIVATE KEY-----" not in key.read_text(encoding="ascii", errors="replace"):
        raise CannotGoOn(
            en=f"The key must be PKCS#8. Convert it: openssl pkcs8 -topk8 -nocrypt -in {key} -out new.key",
            zh=f"私钥要用 PKCS#8 格式，先转一下：openssl pkcs8 -topk8 -nocrypt -in {key} -out new.key",
        )


def show(*, scheme: str, port: int) -> None:
    """Print the addresses, the QR of the one for phones, and what https changes."""
    say()
    say(f"  On this computer 本机打开    {scheme}://localhost:{port}/")
    say(f"  For staff 工作人员           {scheme}://localhost:{port}/office/")
    if (host := on_this_network()) is not None:
        phones = f"{scheme}://{host}:{port}/"
        say(f"  Phones on this Wi-Fi 手机    {phones}")
        say()
        say(qr(phones))
    if scheme == "http":
        say()
        say("  Phones on plain http can learn while this machine is in reach. To learn without a network they")
        say("  need https: start with --cert and --key, or put a domain in front (docs/operating.md).")
        say("  手机用 http 打开，连着这台机器才能学。要断网也能学，得用 https：")
        say("  启动时加 --cert 和 --key，或者在前面放一个域名（见 docs/operating.md）。")
    say()
    say("  Ctrl-C stops everything. 按 Ctrl-C 全部停下。")


def qr(text: str) -> str:
    """A QR code in half-height blocks for a terminal."""
    out = io.StringIO()
    segno.make(text, error="l").terminal(out=out, compact=True, border=2)
    return out.getvalue().rstrip("\n")
