"""What a workspace needs of the application around it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from model.recovery.sitting import Sitting


class Machine(Protocol):
    """What the workspace needs of the application around it."""

    @property
    def clipboard(self) -> str:
        """What was last copied here."""

    def leave(self) -> None:
        """End the program."""

    def open(self, file: Path) -> None:
        """End with this plan, and go on with another."""

    def later(self, seconds: float, act: Callable[[], None]) -> None:
        """Do something once nothing else has been asked for that long."""

    def every(self, seconds: float, act: Callable[[], None]) -> Callable[[], None]:
        """Do something again and again, until what is given back is called."""

    def copy_to_clipboard(self, text: str) -> None:
        """Hand a text to the terminal's clipboard."""

    def suspend(self) -> Any:
        """Give the terminal to another program for a while."""

    def keep(self, sitting: Sitting) -> None:
        """Have the sitting kept as it is now, against whatever may happen."""
