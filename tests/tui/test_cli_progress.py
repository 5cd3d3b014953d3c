"""What takes a while says so on a terminal, and leaves nothing there; elsewhere nothing is written."""

import sys
from io import StringIO
from threading import Event

import pytest

from tui.cli import progress


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_told_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is there while it lasts, and cleared at the end; what is quick says nothing."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "_PATIENCE", 0.01)
    told = Event()
    write = terminal.write

    def said(text: str) -> int:
        told.set()
        return write(text)

    monkeypatch.setattr(terminal, "write", said)
    with progress.shown("Exporting plan.pdf"):
        assert told.wait(20)
    assert "Exporting plan.pdf … 1 s" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that reads the errors reads errors."""
    pipe = StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with progress.shown("Exporting plan.pdf"):
        pass
    assert not pipe.getvalue()
