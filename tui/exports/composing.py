"""A plan composed as the document that every format writes."""

from model.breakdowns import total
from model.overlay import applied
from model.plan import Plan
from tui.exports.chapters import actions, annexes, budget, diagnostic, indicators, objectives, summary
from tui.exports.document import Chapter, Cover, Document
from tui.exports.options import Options
from tui.exports.redaction import redacted, step_for
from tui.exports.scribe import Scribe, capital, places_of, said
from tui.formats.dates import format_date

_CHAPTERS = (summary, diagnostic, objectives, actions, budget, indicators, annexes)


def composed(plan: Plan, options: Options) -> Document:
    """The document: what the profile hides is out of it, chapters without anything to say too.

    Raises:
        KeyError: the plan has no such scenario.
    """
    whole = redacted(plan, options.profile)
    seen = applied(whole, options.scenario)
    step = step_for(total(seen).priced(seen.plan.prices), options.profile)
    places = 0 if step else places_of(seen)
    scribe = Scribe(seen, whole, options, places, step)
    chapters = tuple(chapter for part in _CHAPTERS if (chapter := _chapter(part.ID, part.blocks, scribe)))
    return Document(_cover(scribe), chapters, seen, whole, options, places, step, scribe.remarks)


def _chapter(id_: str, blocks: object, scribe: Scribe) -> Chapter | None:
    held = tuple(blocks(scribe))  # type: ignore[operator]
    return Chapter(id_, scribe.words(f"exports.chapter.{id_}"), held) if held else None


def _cover(scribe: Scribe) -> Cover:
    sheet, words, scenario = scribe.plan.plan, scribe.words, scribe.options.scenario
    period = ""
    if sheet.start and sheet.end:
        language = words.language
        start, end = format_date(sheet.start, language), format_date(sheet.end, language)
        period = words("exports.period", start=start, end=end)
    return Cover(
        said(sheet.title) or words("exports.untitled"),
        said(sheet.client),
        said(sheet.author),
        period,
        capital(scribe.choice("plan.status", sheet.status)),
        words("exports.scenario", name=said(scribe.whole.scenarios[scenario].title) or scenario) if scenario else "",
        words("exports.kind"),
        words("exports.made_on", day=format_date(scribe.options.today, words.language)),
    )
