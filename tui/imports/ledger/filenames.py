"""What the name of a ledger says, as the law wants it written: `123456789FEC20271231.txt`."""

import re
from datetime import date

from model.plain import frozen

# A SIRET is a SIREN with five digits more; copies are named with spaces, hyphens, underscores.
_FORM = re.compile(r"(?<!\d)(\d{9})(?:\d{5})?[ _-]?FEC[ _-]?(\d{8})(?!\d)", re.IGNORECASE)


@frozen
class Named:
    """Whose ledger it is and the last day of its fiscal year; empty and None where the name does not say."""

    siren: str = ""
    closing: date | None = None

    @property
    def mark(self) -> str:
        """How the names of this client's ledgers begin."""
        return f"{self.siren}FEC"

    @property
    def official(self) -> str:
        """The name that the law gives the ledger, whatever a copy of it is called; empty where it is not known."""
        return f"{self.mark}{self.closing:%Y%m%d}" if self.siren and self.closing else ""


def named(name: str) -> Named:
    """What a file's name says."""
    found = _FORM.search(name)
    if found is None:
        return Named()
    try:
        return Named(found[1], date.fromisoformat(found[2]))
    except ValueError:
        return Named(found[1])
