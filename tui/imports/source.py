"""A file that has been opened, before it is read into the plan: what is understood of it, what can still be decided."""

from collections.abc import Mapping

from model.plain import frozen
from model.plan import Plan
from tui.imports.outcome import Note, Returned

Answers = Mapping[str, str]
"""What was decided: the value of a target by the key of its question, empty for what is not to be taken."""


@frozen
class Target:
    """What a column, an account can be: its value in a mapping, how it reads, a note to its right."""

    value: str
    label: str
    note: str = ""


@frozen
class Question:
    """Something to decide: a column, an account. `key` names it in a mapping, so it has to be the same next time.

    `label` is how it reads, `sample` what stands there, `target` the value proposed or decided, `why` a few words,
    `topic` what the guidance speaks of beside it; `own` what a text of one's own would be as its target, if it can.
    """

    key: str
    label: str
    target: str
    sample: str = ""
    why: str = ""
    topic: str = "budget"
    own: str = ""


@frozen
class Preview:
    """The first rows as they are understood, under the names of their columns; `title` where they are others."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    title: str = ""


class Source:
    """A file of some kind. One that has nothing to decide gives `read` alone."""

    signature: str = ""
    """By which a mapping is found again: the header of a table, whose ledger it is; empty where there is none."""

    def facts(self, answers: Answers) -> tuple[Note, ...]:  # noqa: ARG002 - those of a kind may follow the answers
        """What is understood of the file: its encoding, its separator, how its numbers are written."""
        return ()

    def questions(self, answers: Answers) -> tuple[Question, ...]:  # noqa: ARG002
        """What can be decided, each with its target: the one among the answers, else a proposal."""
        return ()

    def targets(self, key: str, answers: Answers) -> tuple[Target, ...]:  # noqa: ARG002
        """What a question's answer can be; the empty value, where there is one, leaves it out."""
        return ()

    def spread(self, answers: Answers) -> Answers:
        """A mapping that was given or kept, what is said in short spelled out: `623` is all accounts that begin so."""
        return answers

    def preview(self, answers: Answers) -> Preview:  # noqa: ARG002
        """The first rows as understood."""
        return Preview()

    def read(self, plan: Plan, answers: Answers) -> Returned:
        """What the file makes of the plan; questions without an answer go as proposed.

        Raises:
            ImportRefusedError: something in the file cannot be read.
            ArrivalRefusedError: a value that the plan cannot hold.
        """
        raise NotImplementedError
