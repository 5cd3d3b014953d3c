"""The review: what the plan does not follow of the method, step by step, the worst first."""

from model.checks.finding import Finding
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.pages import STEPS, section_of, step_of
from tui.reports.prose import said
from tui.widgets.form_view import GLYPHS
from tui.widgets.pane import Row

CODE = 8


def items(desk: Desk, width: int) -> list[Item]:
    """The findings under the names of their steps; a sentence when there is none."""
    order = list(GLYPHS)
    found = [finding for findings in desk.findings.values() for finding in findings]
    found.sort(key=lambda finding: order.index(finding.severity))
    if not found:
        return [Item(row) for row in said(width, desk.words("messages.review_none"), desk.palette.text)]
    lines: list[Item] = []
    for step in STEPS:
        here = [finding for finding in found if step_of(section_of(finding.path)) is step]
        if here:
            head = Row(width).add(f" {desk.words(f'sections.step.{step.id}')}", desk.palette.strong)
            lines += [Item(head.add(f"  {len(here)}", desk.palette.muted)), *(_item(desk, f, width) for f in here)]
            lines.append(Item(Row(width)))
    return lines[:-1]


def _item(desk: Desk, finding: Finding, width: int) -> Item:
    palette = desk.palette
    style = {"error": palette.error, "warning": palette.warning, "advice": palette.muted}[finding.severity]
    row = Row(width).add(f"  {GLYPHS[finding.severity]} ", style)
    row.add(desk.found(finding), palette.text, width - row.length - CODE - 1).right(f"{finding.code} ", palette.muted)
    return Item(row, finding.path, finding.guide, f"{finding.code} {finding.path}")
