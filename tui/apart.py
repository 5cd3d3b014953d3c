"""Long work in a process of its own: whoever types is never kept waiting, and it can be given up at any moment.

What goes there and comes back is bytes: nothing that is read could do more than be read.
"""

import atexit
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

_ROOT = str(Path(__file__).resolve().parents[1])
# The folder of the program first, whatever stands where it was started from.
_CODE = f"import sys; sys.path.insert(0, {_ROOT!r}); from tui.apart import main; main(*sys.argv[1:])"
_GIVEN, _MADE, _FAILED = "given", "made", "failed"


class DiedError(Exception):
    """The work ended without a result; `reason` is the kind of error, nothing where the process was killed."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class Job:
    """The function `work` of a module at work elsewhere: it gets bytes and gives bytes."""

    def __init__(self, module: str, given: bytes) -> None:
        self._folder = TemporaryDirectory(prefix="planmark-")  # one's own alone
        self._path = Path(self._folder.name)
        (self._path / _GIVEN).write_bytes(given)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _CODE, module, str(self._path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        atexit.register(self.give_up)

    @property
    def is_over(self) -> bool:
        """Whether there is a result, or none will come."""
        return self._process.poll() is not None

    def result(self) -> bytes:
        """What the function gave, once it is over.

        Raises:
            DiedError: it failed, or its process ended before it did.
        """
        try:
            if self._process.wait() == 0:
                return (self._path / _MADE).read_bytes()
            failed = self._path / _FAILED
            raise DiedError(failed.read_text(encoding="ascii") if failed.exists() else "")
        finally:
            self.give_up()

    def give_up(self) -> None:
        """End it, and leave nothing behind."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._folder.cleanup()
        atexit.unregister(self.give_up)


def main(module: str, folder: str) -> None:
    """What the other process does."""
    path = Path(folder)
    try:
        made = import_module(module).work((path / _GIVEN).read_bytes())
    except Exception as error:  # its kind is told where the work was asked for; its text could hold the plan's
        (path / _FAILED).write_text(type(error).__name__, encoding="ascii", errors="replace")
        sys.exit(1)
    (path / _MADE).write_bytes(made)
