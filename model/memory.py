"""Results remembered from one version of a plan to the next, by the identity of the frozen values they come from."""

from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Memory(Generic[Result]):
    """Results under equal `conditions`, by the identity of their inputs.

    An entry holds its inputs, so that their identities are not given to others while it stands.
    """

    def __init__(self, conditions: tuple[object, ...]) -> None:
        self.conditions = conditions
        self.entries: dict[tuple[int, ...], tuple[tuple[object, ...], Result]] = {}

    def recall(self, inputs: tuple[object, ...], make: Callable[[], Result]) -> Result:
        """The result for these very inputs, made when it is asked for the first time."""
        key = tuple(map(id, inputs))
        entry = self.entries.get(key)
        if entry is None:
            self.entries[key] = entry = (inputs, make())
        return entry[1]


class Memories(Generic[Result]):
    """The memories of the last few conditions; each forgets when it holds far more than a plan needs."""

    def __init__(self, most: int = 8) -> None:
        self.most = most
        self.kept: list[Memory[Result]] = []

    def under(self, *conditions: object, size: int) -> Memory[Result]:
        """The memory for conditions equal to these; `size` is how many results a plan needs."""
        memory = next((m for m in self.kept if m.conditions == conditions), None) or Memory(conditions)
        if len(memory.entries) > 4 * size + 1000:
            memory.entries.clear()
        self.kept = [memory, *(m for m in self.kept if m is not memory)][: self.most]
        return memory
