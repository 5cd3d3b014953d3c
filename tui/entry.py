"""The program's first lines: a command runs at once; for the interface a first frame stands before the rest."""

from __future__ import annotations

import os
import sys

# `typing` alone would cost a third of the time to the first frame.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from model.session import Session
    from tui.desk import Desk
    from tui.settings import Settings
    from tui.words import Words

_FRAME = "\x1b[?1049h\x1b[H\x1b[2J\x1b[1m Planmark \x1b[0m "
_LEAVE = "\x1b[?1049l"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    has_frame = _may_be_interface(arguments) and _can_draw()
    if has_frame:
        os.write(2, _FRAME.encode())
        _spare_memory()
    try:
        return _run(arguments, has_frame=has_frame)
    except SystemExit:
        _leave(has_frame=has_frame)
        raise
    except ModuleNotFoundError as error:
        _leave(has_frame=has_frame)
        return _missing(error)
    except Exception as error:  # a sentence, and never a traceback with a client's figures in it
        _leave(has_frame=has_frame)
        return _failed(error)


def _missing(error: ModuleNotFoundError) -> int:
    """Say which package an installation that is not whole lacks, with nothing but what Python itself brings."""
    from tui.words import Words

    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    words = Words("fr" if locale.lower().startswith("fr") else "en")
    os.write(2, f"{words('files.package_missing', package=error.name or '?')}\n".encode())
    return 1


def _failed(error: Exception) -> int:
    """Say that an error arose that nobody foresaw."""
    from tui.crash import noted
    from tui.settings import language_of, load_settings
    from tui.words import Words

    words = Words(language_of(None, load_settings()))
    return _said(words, 1, words("files.unexpected", kind=noted(error)))


def _said(words: Words, status: int, *lines: str) -> int:
    """Lines said where there is no screen, made inert like all that is printed; the status."""
    from tui.cli.console import Answer
    from tui.cli.output import deliver

    return deliver(Answer(status=status, complaints=lines), words)


def _spare_memory() -> None:
    """Called before the arguments are read, where a frame stands: reading them would bring in what is spared."""
    from tui.sparing import spare_memory

    spare_memory()


def _leave(*, has_frame: bool) -> None:
    if has_frame:
        os.write(2, _LEAVE.encode())


def _may_be_interface(arguments: list[str]) -> bool:
    """One file or none, and no option but the language: decided without importing anything.

    Whatever else is said may be answered in lines, which a frame would hide.
    """
    values = {n + 1 for n, argument in enumerate(arguments) if argument == "--lang"}
    rest = [word for n, word in enumerate(arguments) if n not in values and word.partition("=")[0] != "--lang"]
    if len(rest) > 1 or any(word.startswith("-") for word in rest):
        return False
    return not rest or "." in rest[0] or os.sep in rest[0]


def _can_draw() -> bool:
    """A terminal at both ends, of a kind that can be drawn on, in UTF-8 (robustness, rule 11)."""
    term = os.environ.get("TERM", "")
    is_utf8 = (sys.stderr.encoding or "").lower().replace("-", "") == "utf8"
    return os.isatty(0) and os.isatty(2) and is_utf8 and term not in ("", "dumb", "unknown")


def _run(arguments: list[str], *, has_frame: bool) -> int:
    from tui.cli.main import parsed

    asked = parsed(arguments)
    if isinstance(asked, int):
        _leave(has_frame=has_frame)
        return asked
    from tui.settings import language_of, load_settings
    from tui.words import Words

    settings = load_settings()
    words = Words(language_of(asked.language, settings))
    if not _can_draw():
        return _said(words, 2, words("messages.no_terminal"))
    return _interface(asked.file, words, settings)


def _interface(file: Path | None, words: Words, settings: Settings) -> int:
    """Open the file, or let one be chosen, and run the screens on it."""
    import gc

    _spare_memory()
    # Starting makes many objects and no garbage: the collector only costs time here.
    gc.disable()
    from tui.desk import Desk
    from tui.palette import PALETTES, default_theme

    session = _session(file, words)
    if session is None:
        return 2
    palette = PALETTES[settings.theme or default_theme()]
    desk = Desk(session, words, settings.numbers or words.language, palette, settings=settings)
    status, following = _shown(desk, has_plan=file is not None)
    while following is not None:
        # Another plan is another sitting: only what is the reader's own stays.
        session = _session(following, desk.words)
        if session is None:
            return 2
        desk = Desk(session, desk.words, desk.numbers, desk.palette, settings=desk.settings)
        status, following = _shown(desk, has_plan=True)
    return status


def _session(file: Path | None, words: Words) -> Session | None:
    """A session on the file; where it cannot be used, why is said and there is none."""
    from pathlib import Path

    from model.plan import Plan
    from model.session import Session
    from model.store.problems import PlanUnusableError
    from tui.opening import opened

    if file is None:
        return Session(Plan(), Path("plan.toml"))
    try:
        return opened(file, words.language)
    except PlanUnusableError as error:
        from tui.cli.refusals import lines

        os.write(2, _LEAVE.encode())
        _said(words, 2, *lines(error, words))
        return None


def _shown(desk: Desk, *, has_plan: bool) -> tuple[int, Path | None]:
    """Run the screens, guarded; the exit status, and the plan to go on with."""
    import gc

    from tui.app import PlanmarkApp
    from tui.guard import Guard

    app = PlanmarkApp(desk, has_plan=has_plan)
    app.guard = Guard(app.put_aside, app.last_words, app.in_trouble)
    app.guard.start()
    gc.freeze()
    gc.enable()
    try:
        app.run()
    finally:
        app.guard.stop()
        app.tidy()
    if app.failure:
        kept = (desk.words("files.kept_aside"),) if desk.session.has_unsaved else ()
        return _said(desk.words, 1, desk.words("files.unexpected", kind=app.failure), *kept), None
    return app.return_code or 0, app.following


if __name__ == "__main__":
    sys.exit(main())
