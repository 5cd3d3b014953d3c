"""What is saved while the system fails: a plan in several ways, the settings. Each says what must hold afterwards."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from model import edits
from model.plan import Plan
from model.store.atomic import leftovers
from model.store.files import digest_of
from model.store.problems import FileChangedError, SaveFailedError
from model.store.reading import loads
from model.store.saving import save
from model.store.writing import dumps
from tests.commands import PLAN
from tui.settings import Settings, save_settings, settings_file

MODE: Final = 0o640


@dataclass(frozen=True, slots=True)
class Said:
    """What a save said of itself: whether it is done (None: it never says), what to go on from, what it left."""

    is_saved: bool | None
    known: str | None = None
    leftover: str = ""
    error: str = ""


class Subject(Protocol):
    """Something saved to a folder."""

    @property
    def name(self) -> str:
        """What it is called among the tries."""

    def prepare(self, folder: Path, /) -> None:
        """The folder as it is before the save."""

    def known(self, folder: Path, /) -> str | None:
        """What somebody who opens the file now knows of it."""

    def save(self, folder: Path, known: str | None, /) -> Said:
        """Save, and tell."""

    def wrong(self, folder: Path, said: Said | None, /) -> list[str]:
        """What does not hold; `said` is None when the process was killed."""

    def is_new(self, folder: Path, /) -> bool:
        """Whether what was to be saved is there, and what this save removes is gone."""


@dataclass(frozen=True, slots=True)
class PlanSave:
    """A plan over none or over an earlier one, through a link or not, keeping the original or not."""

    name: str
    is_first: bool = False
    is_linked: bool = False
    keeps_original: bool = False

    def prepare(self, folder: Path) -> None:
        (folder / "place").mkdir()
        if self.is_linked:
            (folder / "link.toml").symlink_to(Path("place") / "plan.toml")
        if not self.is_first:
            self._target(folder).write_bytes(_OLD)
            self._target(folder).chmod(MODE)

    def known(self, folder: Path) -> str | None:
        target = self._target(folder)
        return digest_of(target.read_bytes()) if target.exists() else None

    def save(self, folder: Path, known: str | None) -> Said:
        path = folder / "link.toml" if self.is_linked else self._target(folder)
        # A file that was saved by Planmark is opened again without an original to keep.
        keeps = self.keeps_original and known == digest_of(_OLD)
        try:
            return Said(True, save(_NEW_PLAN, path, known, keep_original=keeps))
        except SaveFailedError as error:
            return Said(False, error.digest or known, error.leftover, str(error))
        except FileChangedError as error:
            return Said(False, known, "", f"changed: {error}")

    def is_new(self, folder: Path) -> bool:
        return _content(self._target(folder)) == _NEW

    def wrong(self, folder: Path, said: Said | None) -> list[str]:
        target = self._target(folder)
        found = _content(target)
        old = None if self.is_first else _OLD
        checks = {
            f"lost: {target.name} holds {found!r}": found in (old, _NEW),
            "said to be saved": said is None or not said.is_saved or found == _NEW,
            "another mode": found is None or stat.S_IMODE(target.stat().st_mode) == self._mode(),
            "the link is gone": not self.is_linked or (folder / "link.toml").is_symlink(),
            "the original is not kept": self._has_original(target, found),
        }
        wrong = [what for what, holds in checks.items() if not holds]
        return [*wrong, *(f"stray file unnoticed: {path.name}" for path in self._strays(folder, said))]

    def _target(self, folder: Path) -> Path:
        return folder / "place" / "plan.toml"

    def _mode(self) -> int:
        return 0o666 & ~_UMASK if self.is_first else MODE

    def _has_original(self, target: Path, found: bytes | None) -> bool:
        backup = target.with_name("plan.toml.bak")
        if not (self.keeps_original and not self.is_first):
            return not backup.exists()
        if not backup.exists():
            return found == _OLD
        return backup.read_bytes() == _OLD and stat.S_IMODE(backup.stat().st_mode) == MODE

    def _strays(self, folder: Path, said: Said | None) -> list[Path]:
        target = self._target(folder)
        known = {target, *leftovers(target), Path(said.leftover if said else "")}
        # A copy that could not be read again is no reason to go without one: there may be two.
        known |= {copy for copy in target.parent.glob("plan.toml.bak*") if copy.read_bytes() == _OLD}
        there = [*target.parent.iterdir(), *(path for path in folder.iterdir() if path.name != "place")]
        return [path for path in there if path not in known and path != folder / "link.toml"]


@dataclass(frozen=True, slots=True)
class SettingsSave:
    """The settings: they never say whether they were saved, never stand in the way, and are whole all the same."""

    name: str = "settings"

    def prepare(self, folder: Path) -> None:
        self._home(folder)
        save_settings(Settings(language="fr"))

    def known(self, _folder: Path) -> str | None:
        return None

    def save(self, folder: Path, _known: str | None) -> Said:
        self._home(folder)
        save_settings(Settings(language="en", keys={"save": "f11"}))
        return Said(None)

    def is_new(self, folder: Path) -> bool:
        self._home(folder)
        return _content(settings_file()) == _NEW_SETTINGS and not leftovers(settings_file())

    def wrong(self, folder: Path, _said: Said | None) -> list[str]:
        self._home(folder)
        found = _content(settings_file())
        known = {settings_file(), *leftovers(settings_file())}
        strays = [path for path in settings_file().parent.iterdir() if path not in known]
        lost = [] if found in (_OLD_SETTINGS, _NEW_SETTINGS) else [f"lost: {settings_file().name} holds {found!r}"]
        return [*lost, *(f"stray file unnoticed: {path.name}" for path in strays)]

    def _home(self, folder: Path) -> None:
        os.environ["XDG_CONFIG_HOME"] = str(folder / "config")


SUBJECTS: Final[dict[str, Subject]] = {
    subject.name: subject
    for subject in (
        PlanSave("first", is_first=True),
        PlanSave("overwrite"),
        PlanSave("link", is_linked=True),
        PlanSave("link-first", is_linked=True, is_first=True),
        PlanSave("original", keeps_original=True),
        PlanSave("link-original", keeps_original=True, is_linked=True),
        SettingsSave(),
    )
}
"""What `faults` is about; whatever else is saved one day takes its place here."""


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _titled(title: str) -> Plan:
    return edits.put(loads(PLAN.encode()), "plan.title", title)


_UMASK: Final = _umask()
_NEW_PLAN: Final = _titled("new")
_OLD, _NEW = dumps(_titled("old")), dumps(_NEW_PLAN)
_OLD_SETTINGS: Final = b'language = "fr"\n'
_NEW_SETTINGS: Final = b'language = "en"\n\n[keys]\nsave = "f11"\n'


def said_again(told: Any) -> Said:
    """What a save said, after its way from another process."""
    return Said(**told)
