"""Who imports whom at run time: what import-linter reads in the source, seen again in what Python really loads."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

PLAN: Final = 'format = 1\n\n[plan]\ntitle = "Exemple SARL"\nstart = 2027-01-01\nend = 2027-12-31\n'

# Every command that works without a terminal; {plan} is a plan on disk, {new} a file that is not there yet.
HEADLESS: Final[list[list[str]]] = [
    ["--version"],
    ["--help"],
    ["new", "{new}"],
    ["new", "{new}", "--example", "twin-cities-gateway"],
    ["check", "{plan}"],
    ["check", "{plan}", "--json"],
    ["check", "--help"],
    ["rules"],
    ["rules", "OBJ001", "--json"],
    ["show", "{plan}"],
    ["show", "{plan}", "diagnostic", "--json"],
    ["budget", "{plan}", "--by", "month"],
    ["budget", "{plan}", "--json"],
    ["risk", "{plan}"],
    ["set", "{plan}", "plan.author=Marie"],
    ["guide", "objectives"],
    ["--lang", "fr", "guide", "objectives#deadline"],
]

_ROOT: Final = Path(__file__).parents[2]
_SAY_LOADED: Final = "print('loaded:', *sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
_RUN_COMMAND: Final = f"""
import sys
from tui.entry import main
try:
    main()
except SystemExit as end:
    if end.code not in (None, 0, 1):
        raise
finally:
    {_SAY_LOADED}
"""


def _loaded(program: str, *arguments: str) -> set[str]:
    """The top packages that a program has loaded when it ends."""
    command = [sys.executable, "-c", program, *arguments]
    run = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    return set(run.stderr.rpartition("loaded:")[2].split())


@pytest.mark.skipif(find_spec("tui.entry") is None, reason="the command line is not there yet")
@pytest.mark.parametrize("arguments", HEADLESS, ids=" ".join)
def test_headless_commands_load_no_screens(arguments: list[str], tmp_path: Path) -> None:
    """A command that needs no terminal loads neither Textual nor Rich."""
    plan, new = tmp_path / "plan.toml", tmp_path / "new.toml"
    plan.write_text(PLAN)
    loaded = _loaded(_RUN_COMMAND, *(argument.format(plan=plan, new=new) for argument in arguments))
    assert not loaded & {"textual", "rich"}


def _modules(package: str) -> list[str]:
    files = (_ROOT / package).rglob("*.py")
    return [".".join(file.relative_to(_ROOT).with_suffix("").parts).removesuffix(".__init__") for file in files]


@pytest.mark.parametrize(
    ("package", "strangers"),
    [
        ("model", {"tui", "guides", "textual", "rich", "markdown_it"}),
        ("guides", {"tui", "model", "textual", "rich"}),
    ],
)
def test_lower_layers_load_nothing_above_them(package: str, strangers: set[str]) -> None:
    """Every module of the model, and of the guidance, loads without the layers above and without each other."""
    program = f"import sys, importlib\nfor name in {_modules(package)!r}: importlib.import_module(name)\n{_SAY_LOADED}"
    assert not _loaded(program) & strangers


def test_the_interface_starts_without_what_it_does_not_use() -> None:
    """What is kept out of memory stays out once every module of the interface is there, and breaks none of them."""
    program = f"""
import sys, importlib
from tui.sparing import ABSENT, HOLLOW, spare_memory
spare_memory()
for name in {_modules("tui")!r}:
    importlib.import_module(name)
assert all(sys.modules[name] is None for name in ABSENT)
assert not any(getattr(sys.modules[name], "__file__", None) for name in HOLLOW)
{_SAY_LOADED}
"""
    assert "textual" in _loaded(program)
