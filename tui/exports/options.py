"""What is asked of an export: for whom, in which language, through which scenario, into which template."""

from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from model.plain import frozen
from tui.words import Language

Profile = Literal["client", "internal", "board"]
PROFILES: tuple[Profile, ...] = get_args(Profile)


@frozen
class Options:
    """The choices of one export.

    `today` is the day that indicators are judged on; `template` a document of the client's whose styles are taken;
    `machine` asks for the dialect that programs read.
    """

    language: Language
    profile: Profile = "client"
    scenario: str | None = None
    template: Path | None = None
    machine: bool = False
    today: date = field(default_factory=date.today)
