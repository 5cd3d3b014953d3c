"""A lever typed in the grid: lines or actions delayed by months, or scaled by percent, in the scenario at work."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from model.amounts import minor_figures
from model.edits import EditRefusedError
from model.money import from_minor, minor_digits
from model.plan import Plan
from model.whatif.consequences import Consequence, lost
from model.whatif.entries import with_lever, with_scenario
from tui.desk import Desk
from tui.editing.buffer import TextBuffer
from tui.formats.numbers import EntryError, format_number, parse_number
from tui.money import currency_of

Name = Literal["delay", "scale"]


def opened_scenario(desk: Desk) -> tuple[Plan, str]:
    """The plan and its scenario at work; with none at work, a new one, so that no lever ever touches the plan."""
    if desk.scenario is not None:
        return desk.plan, desk.scenario
    taken = {scenario.title for scenario in desk.plan.scenarios.values()}
    numbers = (desk.words("grid.what_if", n=n) for n in range(1, len(taken) + 2))
    return with_scenario(desk.plan, next(title for title in numbers if title not in taken))


def excluded(desk: Desk, section: str, ids: Sequence[str]) -> None:
    """Leave lines or actions out of the scenario, or take them back in when all of them are out."""
    plan, scenario = opened_scenario(desk)
    overlay = getattr(plan.scenarios[scenario], section)
    out = [bool(overlay[id_].excluded) if id_ in overlay else False for id_ in ids]
    base = plan.scenarios[scenario].base
    value: bool | None = True if not all(out) else (False if base else None)
    for id_ in ids:
        plan = with_lever(plan, scenario, section, id_, "excluded", value)
    _keep(desk, plan, scenario)


def _keep(desk: Desk, plan: Plan, scenario: str) -> None:
    desk.session.replace(plan, "budget", "lever")
    desk.session.asked_scenario = scenario
    desk.session.history.checkpoint()


class LeverEntry:
    """The months or the percent being typed for some lines or actions."""

    is_lever: Literal[True] = True

    def __init__(self, desk: Desk, section: str, ids: Sequence[str], name: Name) -> None:
        self.desk, self.section, self.ids, self.name = desk, section, tuple(ids), name
        self.buffer = TextBuffer()

    @property
    def label(self) -> str:
        """What is asked for, before the number."""
        return self.desk.words(f"grid.{self.name}_label")

    def type(self, text: str) -> None:
        """Put text at the end; nothing erases its last letter."""
        if text:
            self.buffer.insert(text)
        else:
            self.buffer.erase_back()

    def step(self, by: int) -> None:
        """One month more or less, or ten percent."""
        now = self._number() if self.buffer.text.strip() else Decimal(0 if self.name == "delay" else 100)
        self.buffer = TextBuffer.at_end(f"{now + by * (1 if self.name == 'delay' else 10):f}")

    def _number(self) -> Decimal:
        number = parse_number(self.buffer.text.rstrip("% "), self.desk.numbers)
        if self.name == "delay" and (number != int(number) or abs(number) > 120):
            raise EntryError("delay")
        if self.name == "scale" and not 0 <= number <= 1000:
            raise EntryError("scale")
        return number

    def made(self) -> tuple[Plan, str]:
        """The plan with the lever in its scenario, and that scenario.

        Raises:
            EntryError: the text is no number of months or percent.
            EditRefusedError: a value that cannot stand there.
        """
        number = self._number()
        plan, scenario = opened_scenario(self.desk)
        neutral = Decimal(0 if self.name == "delay" else 100)
        based = plan.scenarios[scenario].base is not None
        value = None if number == neutral and not based else int(number) if self.name == "delay" else number
        for id_ in self.ids:
            plan = with_lever(plan, scenario, self.section, id_, self.name, value)
        return plan, scenario

    def _after(self) -> Plan:
        from model.overlay import applied

        return applied(*self.made())

    def preview(self) -> str:
        """The total before and after, or what is to be typed."""
        if not self.buffer.text.strip():
            return self.desk.words(f"grid.{self.name}_ask")
        try:
            after = self._after()
        except (EntryError, EditRefusedError) as error:
            return "… " + (self.desk.entry_sentence(error) if isinstance(error, EntryError) else str(error.code))
        side = int(self.desk.plan.plan.prices == "incl_tax")
        digits = minor_digits(currency_of(self.desk))
        sums = [
            from_minor(sum(figure[side] for figure in minor_figures(plan).values()), digits)
            for plan in (self.desk.seen, after)
        ]
        change = sums[1] - sums[0]
        sign = "+" if change >= 0 else ""
        told = [format_number(number, self.desk.numbers) for number in (*sums, change)]
        words = self.desk.words
        return f"{words('messages.total')} " + words(
            "messages.before_after", before=told[0], after=told[1], difference=sign + told[2]
        )

    def costs(self) -> tuple[Consequence, ...]:
        """What the lever would take away."""
        try:
            return lost(self.desk.seen, self._after())
        except (EntryError, EditRefusedError):
            return ()

    def keep(self) -> str:
        """Take it as one step; the sentence of the refusal, or nothing."""
        try:
            plan, scenario = self.made()
        except EntryError as error:
            return self.desk.entry_sentence(error)
        except EditRefusedError as error:
            return self.desk.sentence(error.code)
        _keep(self.desk, plan, scenario)
        return ""
