"""Opening a plan: a file that is there, one that is not yet, an example."""

from pathlib import Path

from model.session import Session
from model.store.problems import PlanUnusableError
from model.store.reading import load
from tui.settings import remember_plan
from tui.words import Language


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

        plan = fresh(file.stem, language)
        # Nothing was typed yet: there is nothing to lose.
        return Session(plan, file, saved=plan)
    remember_plan(file)
    return Session(loaded.plan, file, loaded.digest, loaded.keeps_original, loaded.plan)


def opened_example(name: str) -> Session:
    """A session on an example, not yet a file: the first save makes one, under the first name that is free."""
    from model.examples import text
    from model.store.reading import loads

    file, number = Path(f"{name}.toml"), 2
    while file.exists():
        file, number = Path(f"{name}-{number}.toml"), number + 1
    return Session(loads(text(name)), file)
