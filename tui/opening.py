"""Opening a plan: a file that is there, one that is not yet, or one chosen on the start screen."""

from pathlib import Path

from model.session import Session
from model.store.problems import PlanUnusableError
from model.store.reading import load
from tui.settings import Settings, remember_plan
from tui.words import Language, Words


def opened(file: Path, language: Language) -> Session:
    """A session on the file; a missing one is a new plan, written at the first save.

    Raises:
        PlanUnusableError: the file is there and cannot be used.
    """
    try:
        loaded = load(file)
    except PlanUnusableError as error:
        if error.problems[0].code != "file_missing":
            raise
        from model.fresh import fresh

        return Session(fresh(file.stem, language), file)
    remember_plan(file)
    return Session(loaded.plan, file, loaded.digest, loaded.keeps_original, loaded.plan)


def chosen_plan(words: Words, settings: Settings) -> Path | None:
    """The plan chosen on the start screen; None when the user leaves."""
    from tui.screens.start import StartApp

    return StartApp(words, settings).run()
