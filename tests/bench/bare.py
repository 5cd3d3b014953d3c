"""The smallest Textual programs, the measure of all the rest: one word (`hello`), a form of stock inputs (`form`)."""

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static


class Hello(App[None]):
    """One word on the screen."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """The word."""
        yield Static("READY")


class Form(Hello):
    """Five inputs as Textual has them."""

    def compose(self) -> ComposeResult:
        """The word and the inputs."""
        yield Input()
        for _ in range(4):
            yield Input()
        yield Static("READY")


if __name__ == "__main__":
    (Form if sys.argv[1:] == ["form"] else Hello)().run()
