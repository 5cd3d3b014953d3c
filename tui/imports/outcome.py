"""What a file makes of the plan: the plan with it, what was not taken and why, facts to read before one takes it."""

from collections.abc import Mapping
from dataclasses import field

from model.plain import frozen, slotted
from model.plan import Plan
from tui.words import Words


@frozen
class Note:
    """A sentence about a file: its `key` among the words, its values, the number it counts if it counts.

    Trouble is something that somebody has to look at, such as a total that does not agree: the exit status is 1 then.
    """

    key: str
    details: Mapping[str, str] = field(default_factory=dict)
    number: int | None = None
    is_trouble: bool = False

    def told(self, words: Words) -> str:
        """The sentence."""
        return (
            words(self.key, **self.details)
            if self.number is None
            else words.count(self.key, self.number, **self.details)
        )

    def as_json(self, words: Words) -> dict[str, object]:
        """The same for a program: its code, its values, the sentence."""
        counted = {} if self.number is None else {"n": self.number}
        return {"code": self.key, **self.details, **counted, "trouble": self.is_trouble, "text": self.told(words)}


@frozen
class Kept:
    """Something of the file that is not taken: the path it was for if there is one, its place in the file, its value.

    `why` says why; without it, the plan has something else there since the file was made from it.
    """

    path: str
    cell: str
    value: str
    why: Note | None = None


@slotted
class Returned:
    """The plan with what was read, what of the file was not taken, and facts to show: totals checked, entries read."""

    plan: Plan
    kept: list[Kept] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def is_fine(self) -> bool:
        """Whether all was taken and nothing is in trouble."""
        return not self.kept and not any(note.is_trouble for note in self.notes)
