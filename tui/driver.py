"""The terminal as Planmark uses it: clicks are reported, motion is not, since every report costs bytes over a wire."""

from textual.drivers.linux_driver import LinuxDriver


class QuietDriver(LinuxDriver):
    """Textual's driver without mouse motion: nothing here follows the mouse."""

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1006h")
            self.flush()

    def _enable_mouse_pixels(self) -> None:
        """Cells are enough."""
