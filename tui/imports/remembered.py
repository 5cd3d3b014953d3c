"""Mappings that are kept: those of this user by themselves, others in a file of one's own that can be shared."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import tomli
import tomli_w
from platformdirs import user_config_path

from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Answers
from tui.settings import read_table, write_table

_MOST = 200
_LONGEST_NAME = 200


def mappings_file() -> Path:
    """Where this user's mappings are kept."""
    return user_config_path("planmark") / "imports.toml"


def recall(kind: str, signature: str) -> dict[str, str]:
    """What was decided the last time for a file like this; empty when it is the first."""
    entry = _tables(read_table(mappings_file()), kind).get(_key(signature)) if signature else None
    return _texts(entry.get("mapping")) if isinstance(entry, dict) else {}


def remember(kind: str, signature: str, answers: Answers) -> None:
    """Keep what was decided; nothing to keep without a signature. A folder that cannot be written to is no matter."""
    if not signature or not answers:
        return
    table = read_table(mappings_file())
    kept = {key: entry for key, entry in _tables(table, kind).items() if key != _key(signature)}
    kept[_key(signature)] = {"of": signature[:_LONGEST_NAME], "mapping": dict(answers)}
    write_table(mappings_file(), {**table, kind: dict(list(kept.items())[-_MOST:])})


def _key(signature: str) -> str:
    return sha256(signature.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _tables(table: dict[str, Any], kind: str) -> dict[str, Any]:
    found = table.get(kind)
    return found if isinstance(found, dict) else {}


def _texts(found: object) -> dict[str, str]:
    return {key: value for key, value in found.items() if isinstance(value, str)} if isinstance(found, dict) else {}


def read_mapping(file: Path) -> dict[str, str]:
    """The mapping of a file: its table `[mapping]`.

    Raises:
        ImportRefusedError: no such file, or none with a mapping in it.
    """
    try:
        found = tomli.loads(file.read_text(encoding="utf-8")).get("mapping")
    except FileNotFoundError as error:
        raise ImportRefusedError("imports.missing", file=str(file)) from error
    except (OSError, ValueError) as error:
        raise ImportRefusedError("imports.no_mapping", file=str(file)) from error
    if not isinstance(found, dict) or len(_texts(found)) < len(found):
        raise ImportRefusedError("imports.no_mapping", file=str(file))
    return _texts(found)


def mapping_text(kind: str, answers: Answers) -> str:
    """A mapping as the text of a file that `read_mapping` reads."""
    return tomli_w.dumps({"kind": kind, "mapping": dict(answers)})
