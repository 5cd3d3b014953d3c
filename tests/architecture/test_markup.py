"""No text of a plan is ever given to something that would read it as markup or commands: the source says so."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

_ROOT: Final = Path(__file__).parents[2]
FILES: Final = sorted(path for part in ("tui", "model", "guides") for path in (_ROOT / part).rglob("*.py"))

READ_MARKUP: Final = {
    "from_markup",
    "notify",
    "markup",
    "Static",
    "Label",
    "Button",
    "Markdown",
    "set_tooltip",
    "tooltip",
}
PRINTERS: Final = {"tui/cli/output.py"}
RUNS_TEXT: Final = {"eval", "exec", "compile", "__import__", "input"}
UNSAFE_MODULES: Final = {"pickle", "marshal", "shelve", "socketserver", "http", "urllib", "xmlrpc", "ftplib", "ctypes"}


def nodes(file: Path) -> Iterator[ast.AST]:
    """Every node of a file's source."""
    return ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def imported(node: ast.AST) -> list[str]:
    """The modules that a statement imports."""
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def called(node: ast.AST) -> str:
    """The last name of what is called."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(_ROOT)))
def test_no_text_is_read_as_markup(file: Path) -> None:
    """No widget of Textual's, no markup, no notification; printing is one module's alone; nothing runs a text."""
    path = str(file.relative_to(_ROOT))
    for node in nodes(file):
        where = f"{path}:{getattr(node, 'lineno', 0)}"
        for module in imported(node):
            assert not module.startswith("textual.widgets"), where
            assert module.split(".")[0] not in UNSAFE_MODULES, where
        name = called(node)
        assert name not in READ_MARKUP, where
        assert name != "print" or path in PRINTERS, where
        assert name not in RUNS_TEXT or isinstance(getattr(node, "func", None), ast.Attribute), where


def test_the_reader_of_sources_finds_what_it_looks_for() -> None:
    """The names are found where they stand: this check can fail."""
    tree = ast.parse("from textual.widgets import Static\nscreen.notify(plan.title)\nprint(plan)\n")
    assert [name for node in ast.walk(tree) if (name := called(node))] == ["notify", "print"]
    assert [module for node in ast.walk(tree) for module in imported(node)] == ["textual.widgets"]
