"""What a record says, in a short fingerprint: another one means that what rests on it deserves another look."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

from model.paths import attribute_of, read
from model.plan import Plan
from model.record import Record
from model.trace.relations import section_of
from model.values import canonical

LENGTH = 6

SAYING: dict[str, tuple[str, ...]] = {
    "diagnostic.competitors": ("name", "offer", "positioning", "difference"),
    "diagnostic.offers": ("name", "features", "strengths", "weaknesses"),
    "diagnostic.media": ("name", "reach", "assessment"),
    "diagnostic.channels": ("name", "assessment"),
    "diagnostic.swot": ("kind", "text"),
    "diagnostic.pestel": ("text", "effect"),
    "review": ("action", "obtained", "verdict", "lesson"),
    "segments": ("name", "persona", "profile", "expectations", "behaviour", "policy", "offer"),
    "decisions": ("choice", "reason"),
    "objectives": ("title", "metric", "unit", "target_kind", "target", "target_high"),
    "actions": ("title", "what", "how"),
    "indicators": ("name", "formula", "unit"),
    "corrections": ("cause", "decision"),
}
"""By section, the fields that make what a record says; weights, dates, owners and notes may change without it."""


def fingerprint(plan: Plan, path: str) -> str:
    """The fingerprint of the record at a path; empty while it says nothing yet.

    SHA-256 of its saying fields as `name=text` lines in a fixed order, those that say nothing left out, spaces and
    line breaks as one space, letters composed (NFC); its first six hexadecimal digits.
    """
    record = read(plan, path)
    said = said_by(section_of(path), record) if isinstance(record, Record) else ""
    return sha256(said.encode()).hexdigest()[:LENGTH] if said else ""


def said_by(section: str, record: Record) -> str:
    """What a record says, a line a field."""
    texts = ((name, _text(getattr(record, attribute_of(name)))) for name in SAYING.get(section, ()))
    return "\n".join(f"{name}={text}" for name, text in texts if text)


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return format(canonical(value), "f")
    if isinstance(value, date):
        return value.isoformat()
    return _composed(" ".join(value.split())) if isinstance(value, str) else ""


def _composed(text: str) -> str:
    if text.isascii():
        return text
    # A megabyte of tables, needed only where there are accents.
    import unicodedata

    return unicodedata.normalize("NFC", text)
