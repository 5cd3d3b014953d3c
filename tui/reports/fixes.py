"""A fix in words: what it would put where."""

from typing import TYPE_CHECKING

from model.paths import locate
from tui.desk import Desk
from tui.text import visible

if TYPE_CHECKING:
    from model.checks.fixing import Fix


def fix_sentence(fix: "Fix", desk: Desk) -> str:
    """What a fix does, in a few words."""
    words = desk.words
    if fix.code == "remove":
        return words("review.fix.remove", name=visible(str(fix.value)))
    label = words(f"fields.{fix.field}")
    if fix.code == "set":
        text = words("review.fix.set", field=label, value=_shown(fix, desk))
        return words("review.fix.from", fix=text, origin=fix.origin) if fix.origin else text
    if fix.code == "halfway":
        return words("review.fix.halfway", value=_shown(fix, desk), date=_day(fix, desk))
    return words(f"review.fix.{fix.code}", field=label, value=visible(str(fix.value)))


def _shown(fix: "Fix", desk: Desk) -> str:
    spec = locate(fix.path).field
    if spec is None:
        return visible(str(fix.value))
    if spec.kind == "ref":
        return visible(f"{fix.value} {desk.name(fix.value)}".strip())
    if spec.kind == "table" and spec.value is not None:
        spec = spec.value
    return visible(desk.reader.shown(spec, fix.value, fix.field))


def _day(fix: "Fix", desk: Desk) -> str:
    spec, day = locate(fix.path).field, fix.path.rpartition(".")[2]
    return day if spec is None or spec.key is None else desk.reader.shown(spec.key, day)
