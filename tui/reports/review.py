"""The review: what the plan does not follow of the method, step by step, the worst first, as much as is asked for."""

from dataclasses import field
from typing import get_args

from model.checks.finding import SEVERITIES, Finding, Severity
from model.checks.fixes import fixes_of
from model.checks.fixing import FIXERS
from model.checks.owners import owner_of
from model.plain import slotted
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.pages import STEPS, Step, section_of, step_of
from tui.reports.prose import said
from tui.text import folded, visible
from tui.widgets.form_view import GLYPHS
from tui.widgets.pane import Row

CODE = 8
OWNER = 16
WIDE = 90
"""From this width on, each finding says whom it is for."""
MANY = 300
"""Of so many findings each is not asked what would put it right."""
WAIVED = "○"
NOBODY = "-"


@slotted
class Review:
    """What is shown of the findings: of one severity, for one person, of one step, with a text; the waived too."""

    severity: Severity | None = None
    owner: str = ""
    step: str = ""
    text: str = ""
    shows_waived: bool = False
    findings: dict[str, Finding] = field(default_factory=dict)
    """The findings that are shown, by the key of their lines."""

    def items(self, desk: Desk, width: int) -> list[Item]:
        """The counts and what is asked for, then the findings under the names of their steps."""
        palette = desk.palette
        found = [one for one in self._all(desk) if self._is_wanted(one, desk)]
        self.findings = {key_of(finding): finding for finding in found}
        if not desk.open_findings and not found and not self._asks():
            return [Item(row) for row in said(width, desk.words("messages.review_none"), palette.text)]
        lines = [Item(row) for row in self._head(desk, width, len(found))]
        for step in STEPS:
            here = [finding for finding in found if step_of(section_of(finding.path)) is step]
            if here:
                lines.append(Item(Row(width)))
                lines.append(Item(_step_head(desk, step, here, width)))
                lines += [_item(desk, finding, width, is_one_of_many=len(found) > MANY) for finding in here]
        return lines

    def _all(self, desk: Desk) -> list[Finding]:
        """The worst first, the waived after all others."""
        found = [*desk.open_findings, *(desk.waived if self.shows_waived else ())]
        return sorted(found, key=lambda finding: (finding.waived, SEVERITIES.index(finding.severity)))

    def _is_wanted(self, finding: Finding, desk: Desk) -> bool:
        if self.severity is not None and finding.severity != self.severity:
            return False
        if self.step and step_of(section_of(finding.path)).id != self.step:
            return False
        if self.owner and (owner_of(desk.plan, finding.path) or NOBODY) != self.owner:
            return False
        return not self.text or folded(self.text) in folded(f"{finding.code} {desk.found(finding)}")

    def _asks(self) -> bool:
        return bool(self.severity or self.owner or self.step or self.text)

    def _head(self, desk: Desk, width: int, shown: int) -> list[Row]:
        """How many there are of each severity; what of them is shown, where not all is."""
        palette, words = desk.palette, desk.words
        row = Row(width).add(f" {marks(desk.open_findings)}".rstrip() + "  ", palette.text)
        if desk.waived:
            row.add(words.count("review.waived", len(desk.waived)), palette.muted)
        if not self._asks():
            return [row]
        asked = [
            words(f"cli.severity.{self.severity}") if self.severity else "",
            words(f"sections.step.{self.step}") if self.step else "",
            self._named(desk),
            words("review.text", text=visible(self.text)) if self.text else "",
        ]
        told = words("review.shown", asked=" · ".join(filter(None, asked)), n=shown)
        return [row, Row(width).add(f" {told}", palette.accent)]

    def _named(self, desk: Desk) -> str:
        return desk.words("review.nobody") if self.owner == NOBODY else desk.name(self.owner) or self.owner

    # --- what is asked for --------------------------------------------------------------------------------------

    def next_severity(self) -> None:
        """All, errors, warnings, advice, and all again."""
        kinds = [None, *get_args(Severity)]
        self.severity = kinds[(kinds.index(self.severity) + 1) % len(kinds)]

    def next_step(self, desk: Desk, by: int) -> None:
        """One step of the method after the other, among those with findings; then all."""
        here = {step_of(section_of(finding.path)).id for finding in self._all(desk)}
        kinds = ["", *(step.id for step in STEPS if step.id in here)]
        self.step = kinds[(kinds.index(self.step) + by) % len(kinds)] if self.step in kinds else ""

    def next_owner(self, desk: Desk) -> None:
        """Everybody, one person after the other in the order of the team, what is nobody's, and everybody again."""
        here = {owner_of(desk.plan, finding.path) or NOBODY for finding in self._all(desk)}
        kinds = ["", *(id_ for id_ in (*desk.plan.team, NOBODY) if id_ in here)]
        self.owner = kinds[(kinds.index(self.owner) + 1) % len(kinds)] if self.owner in kinds else ""

    def swap_waived(self) -> None:
        """Show the waived findings, or no longer."""
        self.shows_waived = not self.shows_waived


def items(desk: Desk, width: int) -> list[Item]:
    """The whole review, for a report that shows a part of it."""
    return Review().items(desk, width)


def key_of(finding: Finding) -> str:
    """By which the line of a finding is known."""
    return f"{finding.code} {finding.path} {sorted(finding.params.items(), key=str)}"


def marks(findings: list[Finding]) -> str:
    """How many there are of each severity: `2 ✗  5 !  3 ·`."""
    kinds = [finding.severity for finding in findings]
    return "  ".join(f"{kinds.count(name)} {GLYPHS[name]}" for name in SEVERITIES if name in kinds)


def _step_head(desk: Desk, step: Step, here: list[Finding], width: int) -> Row:
    row = Row(width).add(f" {desk.words(f'sections.step.{step.id}')}", desk.palette.strong)
    waived = sum(finding.waived for finding in here)
    told = marks([finding for finding in here if not finding.waived])
    return row.add(f"  {told}{f'  {waived} {WAIVED}' if waived else ''}", desk.palette.muted)


def _item(desk: Desk, finding: Finding, width: int, *, is_one_of_many: bool) -> Item:
    palette = desk.palette
    style = {"error": palette.error, "warning": palette.warning, "advice": palette.muted}[finding.severity]
    glyph = WAIVED if finding.waived else GLYPHS[finding.severity]
    row = Row(width).add(f"  {glyph} ", palette.muted if finding.waived else style)
    end = CODE + 2 + (OWNER if width >= WIDE else 0)
    row.add(desk.found(finding), palette.muted if finding.waived else palette.text, width - row.length - end - 1)
    row.to(width - end)
    row.add("x " if _has_fix(desk, finding, is_one_of_many=is_one_of_many) else "  ", palette.accent)
    if width >= WIDE:
        owner = owner_of(desk.plan, finding.path)
        row.add(desk.name(owner, ("team",)) or owner, palette.muted, OWNER - 2)
    return Item(row.right(f"{finding.code} ", palette.muted), finding.path, finding.guide, key_of(finding))


def _has_fix(desk: Desk, finding: Finding, *, is_one_of_many: bool) -> bool:
    if finding.waived:
        return False
    return finding.code in FIXERS if is_one_of_many else bool(fixes_of(desk.plan, finding))
