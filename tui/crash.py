"""What is noted of an error that nobody foresaw: its kind and where it arose, never a word of the plan."""

import traceback
from pathlib import Path

from platformdirs import user_state_path


def crash_file() -> Path:
    """Where the last such error is noted."""
    return user_state_path("planmark") / "crash.txt"


def noted(error: BaseException) -> str:
    """Note the error; its kind. Its message and the values around it may hold a client's figures, and are left out."""
    kind = type(error).__name__
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    try:
        file = crash_file()
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.write_text("\n".join([kind, *places, ""]), encoding="utf-8")
    except OSError:
        return kind
    return kind
