"""One run of a program in a terminal: when its first frame and its title show, what a key costs, how it idles.

While a burst of output runs, reads are only time-stamped; the emulator works afterwards, so that it slows nothing down.
"""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Self

from tests.bench.subjects import Measure, Subject
from tests.terminal.child import Child
from tests.terminal.emulator import Emulator
from tests.terminal.keys import encode

SIZE: Final = (120, 40)
_PATIENCE_S: Final = 60.0
_BREATH_S: Final = 0.005
_QUIET_S: Final = 0.08
_SETTLED_S: Final = 0.3
_NO_REACTION_S: Final = 0.5
_IDLE_S: Final = 3.0


@dataclass(slots=True)
class Figures:
    """What one run gave: times in ms and bytes by name, peak memory in MiB, idle bytes and processor use a second."""

    times: dict[str, list[float]] = field(default_factory=dict)
    sizes: dict[str, list[int]] = field(default_factory=dict)
    memory: float = 0.0
    idle_bytes: float = 0.0
    idle_percent: float = 0.0

    def note(self, name: str, seconds: float, size: int) -> None:
        """Write down one time and its bytes."""
        self.times.setdefault(name, []).append(seconds * 1000)
        self.sizes.setdefault(name, []).append(size)


class Sitting:
    """A program being measured."""

    def __init__(self, subject: Subject, env: Mapping[str, str]) -> None:
        self.figures = Figures()
        self._emulator = Emulator(*SIZE)
        self._began = time.perf_counter()
        self._child = Child(subject.command, SIZE, env)
        self._subject = subject
        self._written = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close()

    def measure(self) -> Figures:
        """Start, idle, then every key of the subject.

        Raises:
            RuntimeError: the program never became ready.
        """
        self._start()
        self._idle()
        for measure in self._subject.measures:
            for keys in measure.before:
                self._press(keys)
            self._time(measure)
        self.figures.memory = self._child.peak_memory() / 1024
        return self.figures

    def _start(self) -> None:
        end = self._began + _PATIENCE_S
        while "ready" not in self.figures.times:
            if time.perf_counter() > end or self._child.poll() is not None:
                message = f"{self._subject.name} was never ready:\n{self._emulator.text}"
                raise RuntimeError(message)
            for moment, data in self._burst(_BREATH_S, _BREATH_S):
                self._starting(moment - self._began, data)
        for _, data in self._burst(_SETTLED_S, _SETTLED_S):
            self._show(data)

    def _starting(self, seconds: float, data: bytes) -> None:
        self._show(data)
        self._written += len(data)
        text = self._emulator.text
        milestones = {
            "first byte": True,
            "first frame": bool(text.strip()),
            "ready": re.search(self._subject.ready, text) is not None,
        }
        for name, is_reached in milestones.items():
            if is_reached and name not in self.figures.times:
                self.figures.note(name, seconds, self._written)

    def _idle(self) -> None:
        processor, end, size = self._child.processor_time(), time.perf_counter() + _IDLE_S, 0
        while (left := end - time.perf_counter()) > 0:
            size += len(self._child.read(left))
        self.figures.idle_bytes = size / _IDLE_S
        self.figures.idle_percent = (self._child.processor_time() - processor) / _IDLE_S * 100

    def _time(self, measure: Measure) -> None:
        for number in range(measure.times):
            seconds, size = self._press(measure.keys[number % len(measure.keys)])
            self.figures.note(measure.name, seconds, size)

    def _press(self, keys: str) -> tuple[float, int]:
        """Press; gives the seconds until the screen is as it ends up, and the bytes sent for it."""
        data = encode(keys, application_cursor=1 in self._emulator.modes)
        before, size = self._emulator.snapshot(), 0
        began = painted = time.perf_counter()
        self._child.write(data)
        for moment, answer in self._burst(_NO_REACTION_S, _QUIET_S):
            size += len(answer)
            self._show(answer)
            if (after := self._emulator.snapshot()) != before:
                before, painted = after, moment
        return painted - began, size

    def _burst(self, patience: float, quiet: float) -> list[tuple[float, bytes]]:
        """What is written until `quiet` seconds of silence, read by read with its moment; `patience` for the first."""
        reads: list[tuple[float, bytes]] = []
        while data := self._child.read(quiet if reads else patience):
            reads.append((time.perf_counter(), data))
        return reads

    def _show(self, data: bytes) -> None:
        self._emulator.feed(data)
        if self._emulator.answers:
            self._child.write(bytes(self._emulator.answers))
            self._emulator.answers.clear()
