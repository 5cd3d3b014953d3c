"""How steering is written: a status by glyph and word, a figure short enough for a column."""

from collections.abc import Mapping
from decimal import Decimal

from model.money import EXACT
from model.steering.arithmetic import settled
from model.steering.rising import Alert, Standing
from model.steering.state import STATUSES
from tui.formats.numbers import NARROW, format_gap, format_number
from tui.words import Language, Words

GLYPHS: Mapping[Standing, str] = {
    "missed": "✗",
    "off": "✗",
    "late": "!",
    "watch": "!",
    "no_reading": "·",
    "no_path": "·",
    "unmeasured": "·",
    "on_path": "✓",
    "done": "✓",
}
ARROWS = {"up": "↗", "down": "↘", "flat": "→"}
_SCALES: dict[Language, tuple[str, str, str]] = {"fr": ("k", "M", "Md"), "en": ("k", "M", "bn")}
LARGE = 100_000
_SCALED_DIGITS = 4


def standing_text(words: Words, standing: Standing) -> str:
    """A status by its glyph and its word: `✗ off path`."""
    return f"{GLYPHS[standing]} {words(f'steering.{standing}')}"


def counts_text(words: Words, alert: Alert) -> str:
    """How many indicators there are of each status, the worst first: `✗ 2 off path   ✓ 3 on path`."""
    shown = [status for status in STATUSES if alert.counts.get(status)]
    return "   ".join(f"{GLYPHS[status]} {alert.counts[status]} {words(f'steering.{status}')}" for status in shown)


def counts_brief(alert: Alert) -> str:
    """How many there are of each glyph, the worst first: `✗2 ✓3`."""
    tally: dict[str, int] = {}
    for status in STATUSES:
        tally[GLYPHS[status]] = tally.get(GLYPHS[status], 0) + alert.counts.get(status, 0)
    return " ".join(f"{glyph}{number}" for glyph, number in tally.items() if number)


def figure(number: Decimal, language: Language, *, signed: bool = False) -> str:
    """A figure in four to six digits: whole from a thousand on, `975 k`, `1.006 M`, `15.3 bn` above a hundred."""
    scaled, sign = _scaled(number, language)
    size = abs(scaled)
    if sign:
        places = max(_SCALED_DIGITS - 1 - max(size.adjusted(), 0), 0)
    else:
        places = 0 if size >= 1000 else 1 if size >= 100 else 2
    rounded = settled(scaled.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP", EXACT))
    text = format_gap(rounded, language) if signed else format_number(rounded, language)
    return text + sign


def _scaled(number: Decimal, language: Language) -> tuple[Decimal, str]:
    if abs(number) < LARGE:
        return number, ""
    power = 3 if abs(number) >= 10**9 else 2 if abs(number) >= 10**6 else 1
    space = NARROW if language == "fr" else " "
    return number.scaleb(-3 * power, EXACT), space + _SCALES[language][power - 1]


def percent(number: Decimal, language: Language) -> str:
    """A gap in percent with its sign: `−12,3 %`."""
    size = abs(number)
    places = 0 if size >= 100 else 1
    text = format_gap(number, language, places)
    return f"{text}{NARROW}%" if language == "fr" else f"{text}%"


def band(low: Decimal, high: Decimal, language: Language) -> str:
    """What is expected: a figure, or the two ends of a range."""
    return figure(low, language) if low == high else f"{figure(low, language)}–{figure(high, language)}"
