"""A ledger of 200,000 lines through the whole command, measured; ledgers with anything done to them."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.incoming import ArrivalRefusedError
from tests.sampling import some
from tests.tui.imports.ledgers import COLUMNS, DIALECTS, USUAL, ledger
from tests.tui.imports.test_ledger_taking import plan_of, taken
from tui.imports.refusing import ImportRefusedError

WHOLE = 66_667
ENTRIES = min(some(WHOLE), WHOLE)
"""Of three lines each: 200,000 lines by `make thorough`, a share of them at each run."""
MEASURED = """
import sys, time
from pathlib import Path
from tui.entry import main
code = main(sys.argv[1:])
status = Path("/proc/self/status")
peak = status.read_text().split("VmHWM:")[1].split()[0] if status.exists() else 0
print(code, time.process_time(), peak, file=sys.stderr)
"""


def _written(file: Path) -> int:
    """Three lines for each invoice, of 40 accounts and 800 suppliers; the sum of the charges in cents."""
    dice, total = random.Random(5), 0  # noqa: S311 - the same each time
    with file.open("w", encoding="iso8859-15", newline="\r\n") as opened:
        opened.write("\t".join(COLUMNS) + "\n")
        for number in range(ENTRIES):
            cents, tax, supplier = dice.randint(100, 10**6), dice.randint(1, 10**5), dice.randrange(800)
            day = f"2025{dice.randint(1, 12):02d}{dice.randint(1, 28):02d}"
            total += cents
            for account, aux, debit, credit in (
                (f"62{dice.randint(10, 49)}00\tCompte d'été", "\t", _money(cents), "0,00"),
                ("445660\tTVA déductible", "\t", _money(tax), "0,00"),
                ("401000\tFournisseurs", f"F{supplier}\tSociété n° {supplier}", "0,00", _money(cents + tax)),
            ):
                head = f"AC\tAchats\t{number}\t{day}\t{account}\t{aux}\tFA{number}\t{day}"
                opened.write(f"{head}\tFacture {number}\t{debit}\t{credit}\t\t\t{day}\t\t\n")
    return total


def _money(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02d}"


def test_two_hundred_thousand_lines(tmp_path: Path) -> None:
    """200,000 lines are under ten seconds of work and 300 MB for all of it, start included; to the cent."""
    file, plan = tmp_path / "123456789FEC20251231.txt", tmp_path / "plan.toml"
    total = _written(file)
    plan_of(tmp_path)
    mapping = ["--mapping", str(_all(tmp_path))]
    command = [sys.executable, "-c", MEASURED, "import", str(plan), str(file), "--json"]
    done = subprocess.run([*command, *mapping], capture_output=True, check=True, text=True, timeout=120)
    code, seconds, peak = done.stderr.split()
    told = json.loads(done.stdout)
    read = next(note["n"] for note in told["notes"] if note["code"] == "ledger.read")
    assert (code, read) == ("0", 3 * ENTRIES)
    found = sum(change["after"]["last_year"] for change in told["changes"] if change["before"] is None)
    assert round(100 * found) == total
    assert float(seconds) < 10 * max(ENTRIES / WHOLE, 0.2)
    assert int(peak) < 300_000


def _all(folder: Path) -> Path:
    file = folder / "mapping.toml"
    file.write_text('[mapping]\n"6" = "Everything"\n', encoding="utf-8")
    return file


PIECES = ("\t", "|", '"', "\n", "\r", "\0", "\x1b[31m", "é", "\u202e", "9" * 30, "-", ",", "6231", "\ufeff", "@B1", ";")


@given(
    st.sampled_from(sorted(DIALECTS)),
    st.lists(
        st.tuples(st.integers(0, 5000), st.integers(0, 60), st.sampled_from(PIECES) | st.binary(max_size=3)),
        min_size=1,
        max_size=6,
    ),
)  # fmt: skip
@settings(max_examples=some(150), deadline=None)
def test_whatever_is_done_to_a_ledger(
    tmp_path_factory: pytest.TempPathFactory, name: str, cuts: list[tuple[int, int, str | bytes]]
) -> None:
    """It is read, or refused in a sentence."""
    folder = tmp_path_factory.mktemp("fec")
    file = ledger(folder, USUAL, DIALECTS[name])
    content = bytearray(file.read_bytes())
    for at, gone, piece in cuts:
        content[at % len(content) : at % len(content) + gone] = piece.encode() if isinstance(piece, str) else piece
    file.write_bytes(content)
    try:
        found = taken(plan_of(folder), file, {"6": "All"})
    except (ImportRefusedError, ArrivalRefusedError):
        return
    assert all(line.category == "All" for line in found.plan.budget.values())
