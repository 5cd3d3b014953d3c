"""Who has a plan, in a sentence: the person, the machine, since when."""

from datetime import datetime

from model.store.lock import Holder
from tui.formats.dates import format_date
from tui.text import visible
from tui.words import Words


def holder_sentence(key: str, holder: Holder, words: Words) -> str:
    """A sentence (a word of `conflicts`) about whoever has a plan."""
    return words(f"conflicts.{key}", who=who(holder, words), since=moment(holder.since, words))


def who(holder: Holder, words: Words) -> str:
    """The person, and the machine where the lock names one."""
    name = visible(holder.user) or words("conflicts.somebody")
    return words("conflicts.on_machine", who=name, machine=visible(holder.host)) if holder.host else name


def moment(seconds: float, words: Words) -> str:
    """A day and a time of day, as they are read."""
    try:
        moment = datetime.fromtimestamp(seconds).astimezone()
    except (OverflowError, OSError, ValueError):
        return "?"
    return words("conflicts.moment", day=format_date(moment.date(), words.language), time=f"{moment:%H:%M}")
