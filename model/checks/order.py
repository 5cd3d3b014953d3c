"""The order of the file as a sort key: section, record, field, entry."""

from functools import cache
from typing import Any

from model.paths import step
from model.plan import Plan
from model.record import Record

Key = tuple[int, ...]


@cache
def _field_ranks(record: type[Record]) -> dict[str, int]:
    return {field.name: field.rank for field in record.FIELDS.values()}


class FileOrder:
    """Says where a dotted path stands in the file of a plan; what the plan does not hold comes last."""

    def __init__(self, plan: Plan) -> None:
        self._seen: dict[str, tuple[Key, Any]] = {"": ((), plan)}
        self._ranks: dict[int, dict[str, int]] = {}

    def __call__(self, path: str) -> Key:
        """The rank of each step of the path among its neighbours."""
        return self._find(path)[0]

    def _find(self, path: str) -> tuple[Key, Any]:
        if path not in self._seen:
            parent, _, name = path.rpartition(".")
            key, node = self._find(parent)
            ranks = self._children(node)
            self._seen[path] = (*key, ranks.get(name, len(ranks))), step(node, name)
        return self._seen[path]

    def _children(self, node: Any) -> dict[str, int]:
        if isinstance(node, Record):
            return _field_ranks(type(node))
        if not isinstance(node, dict):
            return {}
        # The plan holds its tables for as long as this lives, so their identity is theirs alone.
        if id(node) not in self._ranks:
            self._ranks[id(node)] = {key: rank for rank, key in enumerate(node)}
        return self._ranks[id(node)]
