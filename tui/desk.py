"""What every pane works with: the session, the words, the reader's numbers, the palette, the findings."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from model.edits import EditRefusedError
from model.names import find, name_of
from model.paths import read
from model.plain import slotted
from model.plan import Plan
from model.session import Session
from model.standing import stands
from tui.formats.findings import finding_sentence
from tui.formats.numbers import EntryError
from tui.formats.values import Reader
from tui.palette import Palette
from tui.settings import Settings
from tui.text import visible
from tui.words import Language, Words

if TYPE_CHECKING:  # the rules are loaded when the first check runs, after the first screen
    from model.checks.finding import Finding

_SEVERITY = {"error": 0, "warning": 1, "advice": 2}
_PAUSE_AFTER = 500


def _keep_worst(worst: dict[str, "Finding"], finding: "Finding") -> None:
    """Keep a finding for its path and for all that hold it, where it is worse than what was found there before."""
    path, rank = finding.path, _SEVERITY[finding.severity]
    while path:
        known = worst.get(path)
        if known is None or rank < _SEVERITY[known.severity]:
            worst[path] = finding
        path = path.rpartition(".")[0]


@slotted
class Desk:
    """One consultant at one plan. Panes read it and edit through it; it knows no widget."""

    session: Session
    words: Words
    numbers: Language
    palette: Palette
    findings: dict[str, list["Finding"]] = field(default_factory=dict)
    _worst: dict[str, "Finding"] = field(default_factory=dict)
    open_findings: list["Finding"] = field(default_factory=list)
    """The same findings in the order of the file."""
    waived: list["Finding"] = field(default_factory=list)
    checked: Plan | None = None
    """The plan that the findings are about."""
    settings: Settings = field(default_factory=Settings)
    opening: str = "plan"
    last_sections: dict[str, str] = field(default_factory=dict)
    shows_other_side: bool = False

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.session.plan

    @property
    def scenario(self) -> str | None:
        """The scenario at work, which budget edits go to; None for the plan itself."""
        return self.session.scenario

    @property
    def seen(self) -> Plan:
        """The plan as the scenario at work sees it."""
        return self.session.seen

    def seen_in(self, plan: Plan) -> Plan:
        """Another version of the plan as the scenario at work sees it."""
        return self.session.seen_in(plan)

    @property
    def reader(self) -> Reader:
        """Values to text and back, for this reader and this plan's year."""
        return Reader.of(self.words, self.numbers, self.session.plan)

    @property
    def tax_side(self) -> Literal["excl_tax", "incl_tax"]:
        """The side that amounts are shown in: the plan's prices, or the other one while it is asked for."""
        own = self.plan.plan.prices or "excl_tax"
        if not self.shows_other_side:
            return own
        return "incl_tax" if own == "excl_tax" else "excl_tax"

    def swap_tax_side(self) -> None:
        """Show amounts on the other side of the tax."""
        self.shows_other_side = not self.shows_other_side

    def is_scoped(self, path: str) -> bool:
        """Whether edits at a path go to the scenario at work: those of the budget do."""
        return self.scenario is not None and path.startswith("budget.")

    def scoped(self, path: str) -> str:
        """Where an edit at a path goes: into the scenario at work, if it is one of the budget."""
        return f"scenarios.{self.scenario}.{path}" if self.is_scoped(path) else path

    def edit(self, path: str, value: object) -> str | None:
        """Put a value; the sentence of the refusal, or None when it stands."""
        if self.is_scoped(path) and self._is_below(path, value):
            value = None  # as the plan says: no difference
        try:
            self.session.edit(self.scoped(path), value)
        except EditRefusedError as refusal:
            return self.sentence(refusal.code)
        return None

    def _is_below(self, path: str, value: object) -> bool:
        base = self.plan.scenarios[self.scenario or ""].base
        return base is None and read(self.plan, path) == value

    def sentence(self, code: str, **details: object) -> str:
        """What to tell about an entry or a value that cannot stand."""
        key = f"errors.{code}"
        return self.words(key, **details) if self.words.has(key) else self.words("errors.value")

    def entry_sentence(self, error: EntryError) -> str:
        """What to tell about a text that is no value."""
        return self.sentence(error.code, **error.details)

    def found(self, finding: "Finding") -> str:
        """A finding's sentence, its values in the reader's formats."""
        return finding_sentence(finding, self.words, self.numbers)

    def name(self, id_: str, among: tuple[str, ...] = ()) -> str:
        """How a record is called; empty when it has no name or is nowhere."""
        found = find(self.seen, id_, among)
        return name_of(found[1]) if found else ""

    def title(self, record: str) -> str:
        """How the record at a path is called: by its name, or by the word of the method for one that always stands."""
        if stands(record):
            return self.words(f"choices.{record}")
        held = read(self.seen, record)
        return visible(name_of(held)) if held is not None else ""

    def keeping(self, plan: Plan, findings: Sequence["Finding"]) -> Iterator[None]:
        """Remember the findings of a check of a plan, by path, worst first, in short steps; waived ones apart."""
        by_path: dict[str, list[Finding]] = {}
        worst: dict[str, Finding] = {}
        for n, finding in enumerate(findings):
            if not finding.waived:
                by_path.setdefault(finding.path, []).append(finding)
                _keep_worst(worst, finding)
            if not n % _PAUSE_AFTER:
                yield
        for found in by_path.values():
            if len(found) > 1:
                found.sort(key=lambda finding: _SEVERITY[finding.severity])
        self.checked, self.findings, self._worst = plan, by_path, worst
        self.open_findings = [finding for finding in findings if not finding.waived]
        self.waived = [finding for finding in findings if finding.waived]

    def counts(self) -> str:
        """How many errors and warnings there are: `2 ✗ 5 !`; empty when there are none."""
        found = [finding.severity for finding in self.open_findings]
        marks = (("error", "✗"), ("warning", "!"))
        return " ".join(f"{found.count(name)} {mark}" for name, mark in marks if name in found)

    def worst(self, path: str) -> "Finding | None":
        """The worst finding at exactly this path."""
        found = self.findings.get(path)
        return found[0] if found else None

    def worst_within(self, path: str) -> "Finding | None":
        """The worst finding at this path or anywhere below it."""
        return self._worst.get(path)
