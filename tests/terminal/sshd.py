"""An ssh server on loopback, with a host key and a user key made for the occasion, and the client's command for it."""

import getpass
import os
import shlex
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

_PRIVILEGE_SEPARATION: Final = Path("/run/sshd")
_STARTING_S: Final = 15.0
_SETTINGS: Final = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/user_key.pub
PidFile none
StrictModes no
PermitRootLogin yes
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
PrintMotd no
AcceptEnv LANG LC_* NO_COLOR
"""


class Server:
    """An ssh server at a free port, its files in `folder`; use it in a `with` statement."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self.folder = folder / "sshd"
        self.port = 0

    def __enter__(self) -> Self:
        self.folder.mkdir()
        for key in ("host_key", "user_key"):
            command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self.folder / key)]
            subprocess.run(command, check=True)
        if os.geteuid() == 0:
            _PRIVILEGE_SEPARATION.mkdir(exist_ok=True)
        self._start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(_STARTING_S)

    @property
    def log(self) -> str:
        """What the server had to say."""
        return (self.folder / "log").read_text(errors="replace")

    def client(self, command: list[str], env: Mapping[str, str]) -> list[str]:
        """The client's command that runs `command` with `env` at the other end, in a terminal."""
        return client_command(self.folder, self.port, command, env)

    def _start(self) -> None:
        end = time.monotonic() + _STARTING_S
        self._launch()
        while not self._answers():
            assert time.monotonic() < end, f"no ssh server\n{self.log}"
            if self._process.poll() is not None:  # somebody else took the port in between
                self._launch()

    def _launch(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        settings = self.folder / "settings"
        settings.write_text(_SETTINGS.format(port=self.port, folder=self.folder))
        with (self.folder / "log").open("ab") as log:
            command = [self._program, "-D", "-e", "-f", str(settings)]
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as connection:
                return connection.recv(4) == b"SSH-"
        except OSError:
            return False


def client_command(folder: Path, port: int, command: list[str], env: Mapping[str, str]) -> list[str]:
    """The client's command for the server at a port, whose keys are in `folder`."""
    settings = {
        "StrictHostKeyChecking": "no",
        "UserKnownHostsFile": str(folder / "known_hosts"),
        "IdentitiesOnly": "yes",
        "LogLevel": "ERROR",
    }
    options = [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]
    key = str(folder / "user_key")
    # TERM travels by itself with -tt; the rest is set at the other end, whatever the server accepts.
    there = ["env", *(f"{name}={value}" for name, value in env.items() if name != "TERM"), *command]
    where = f"{getpass.getuser()}@127.0.0.1"
    return ["ssh", "-F", os.devnull, "-tt", "-p", str(port), "-i", key, *options, where, shlex.join(there)]
