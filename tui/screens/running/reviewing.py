"""The review: going through what was found, putting it right at a key, or waiving it with a reason."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from model.edits import EditRefusedError
from model.paths import locate
from tui.dialogs.listing import Listing
from tui.dialogs.picker import Choice
from tui.dialogs.report import Closed, Deed
from tui.formats.dates import format_date
from tui.formats.numbers import EntryError
from tui.screens.running.steering import today

if TYPE_CHECKING:
    from model.checks.finding import Finding
    from model.checks.fixing import Fix
    from tui.reports.review import Review
    from tui.screens.workspace import Workspace

SPANS = (30, 91)
"""For so many days a waiver is offered to hold, beside the plan's end and for ever."""


def review(space: Workspace) -> None:
    """What is still missing, step by step; Enter goes to the field."""
    from tui.reports.review import Review

    if space.desk.checked is not space.desk.plan:
        space.check_in_slices()
    _show(space, Review())


def _show(space: Workspace, shown: Review, at: str = "") -> None:
    """The review as it was asked for, at the line of a key."""
    words = space.desk.words
    deeds = {
        "enter": Deed(partial(_enter, space, shown)),
        "s": Deed(shown.next_severity, words("review.key.severity")),
        "o": Deed(partial(shown.next_owner, space.desk), words("review.key.owner")),
        "left": Deed(partial(shown.next_step, space.desk, -1)),
        "right": Deed(partial(shown.next_step, space.desk, 1), words("review.key.step"), "←→"),
        "f": Deed(partial(_ask_text, space, shown), words("review.key.filter")),
        "x": Deed(partial(_fix, space, shown), words("review.key.fix")),
        "w": Deed(partial(_waive, space, shown), words("review.key.waive")),
        "h": Deed(shown.swap_waived, words("review.key.waived")),
    }
    listing = space.go_through(words("messages.review_title"), shown.items, space.go_to, deeds)
    if at:
        listing.stand_on(at)


def _here(space: Workspace, shown: Review) -> Finding | None:
    """The finding one stands on."""
    item = space.dialog.item if isinstance(space.dialog, Listing) else None
    return shown.findings.get(item.key) if item is not None else None


def _enter(space: Workspace, shown: Review) -> None:
    """To the field at fault, the guidance beside it open at what the rule is about."""
    finding = _here(space, shown)
    if finding is None:
        return
    space.hear_dialog(Closed())
    space.go_to(finding.path)
    space.has_guide = True
    space.guide.show(finding.guide)


def _ask_text(space: Workspace, shown: Review) -> None:
    def narrow(text: str) -> None:
        shown.text = text
        _show(space, shown)

    space.question(space.desk.words("review.filter"), narrow, shown.text, left=partial(narrow, ""))


# --- putting right ------------------------------------------------------------------------------------------------


def _fix(space: Workspace, shown: Review) -> None:
    """Put the finding right; where there are several ways, the one that is chosen."""
    from model.checks.fixes import fixes_of
    from tui.reports.fixes import fix_sentence

    finding = _here(space, shown)
    if finding is None:
        return
    fixes = fixes_of(space.desk.plan, finding) if not finding.waived else ()
    if not fixes:
        _tell(space, "no_fix")
    elif len(fixes) == 1:
        _apply(space, shown, finding, fixes[0])
    else:
        choices = [Choice(fix_sentence(fix, space.desk), str(n)) for n, fix in enumerate(fixes)]
        space.pick(space.desk.found(finding), choices, lambda n: _apply(space, shown, finding, fixes[int(n)]))


def _apply(space: Workspace, shown: Review, finding: Finding, fix: Fix) -> None:
    from tui.reports.fixes import fix_sentence
    from tui.reports.review import key_of

    told = fix_sentence(fix, space.desk)
    try:
        space.desk.session.replace(fix.apply(space.desk.plan), fix.path, "fix")
    except EditRefusedError as refusal:
        space.status_bar.tell(space.desk.sentence(refusal.code))
        return
    _again(space, shown, key_of(finding))
    _tell(space, "fixed", fix=told)


def _again(space: Workspace, shown: Review, at: str) -> None:
    """The plan is another: check it, and go on with the review where one was."""
    where = space.dialog.at if isinstance(space.dialog, Listing) else None
    space.changed()
    space.check_in_slices()
    if where is None:
        _show(space, shown, at)
    elif isinstance(space.dialog, Listing):
        space.dialog.renew()


# --- waiving ------------------------------------------------------------------------------------------------------


def _waive(space: Workspace, shown: Review) -> None:
    """Waive the finding with a reason and until a day; one that is waived is so no longer."""
    finding = _here(space, shown)
    if finding is None:
        return
    if finding.waived:
        _unwaive(space, shown, finding)
        return
    from tui.reports.review import key_of

    back = partial(_show, space, shown, key_of(finding))
    question = space.desk.words("review.reason", code=finding.code)
    space.question(question, partial(_ask_until, space, shown, finding), left=back)


def _unwaive(space: Workspace, shown: Review, finding: Finding) -> None:
    from tui.reports.review import key_of

    session = space.desk.session
    for id_, waiver in space.desk.plan.waivers.items():
        if (waiver.rule, waiver.path) == (finding.code, finding.path):
            session.remove(f"waivers.{id_}")
            _again(space, shown, key_of(finding))
            _tell(space, "no_longer_waived", id=id_)
            return


def _ask_until(space: Workspace, shown: Review, finding: Finding, reason: str) -> None:
    """Until when: the plan's end, some time, another day, or for ever."""
    words, now, end = space.desk.words, today(), space.desk.plan.plan.end
    days = [now + timedelta(days=days) for days in SPANS]
    if end is not None and end >= now:
        days = [*(day for day in days if day < end), end]
    choices = [Choice(words("review.until", date=format_date(day, words.language)), day.isoformat()) for day in days]
    choices += [Choice(words("review.until_other"), "other"), Choice(words("review.until_never"), "")]

    def take(value: str) -> None:
        if value == "other":
            _ask_day(space, shown, finding, reason)
        else:
            _keep_waiver(space, shown, finding, reason, date.fromisoformat(value) if value else None)

    space.pick(words("review.until_title"), choices, take)


def _ask_day(space: Workspace, shown: Review, finding: Finding, reason: str) -> None:
    spec = locate("waivers.W1.until").field

    def take(text: str) -> None:
        try:
            day = space.desk.reader.parsed(spec, text) if spec is not None else None
        except EntryError as error:
            _ask_day(space, shown, finding, reason)
            space.status_bar.tell(space.desk.entry_sentence(error))
        else:
            _keep_waiver(space, shown, finding, reason, day)

    from tui.reports.review import key_of

    back = partial(_show, space, shown, key_of(finding))
    space.question(space.desk.words("review.until_title"), take, left=back)


def _keep_waiver(space: Workspace, shown: Review, finding: Finding, reason: str, until: date | None) -> None:
    from tui.reports.review import key_of

    said = {"rule": finding.code, "path": finding.path, "reason": reason}
    try:
        id_ = space.desk.session.add("waivers", None, None, until=until, **said)
    except EditRefusedError as refusal:
        space.status_bar.tell(space.desk.sentence(refusal.code))
        return
    _again(space, shown, key_of(finding))
    _tell(space, "waived_by", id=id_)


def _tell(space: Workspace, key: str, **values: object) -> None:
    space.status_bar.tell(space.desk.words(f"review.{key}", **values))
