"""In which order the records of a table stand when two people have added to it, removed from it, moved in it."""

from collections.abc import Collection, Sequence


def merged_order(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], present: Collection[str]
) -> list[str]:
    """The present keys: in one's own order where that is not the base's, else in theirs; new ones after their own.

    Keys that are sorted on both sides (days, months) stay sorted.
    """
    first, second = (mine, theirs) if _has_moved(base, mine) else (theirs, mine)
    result = [key for key in first if key in present]
    for at, key in enumerate(second):
        if key in present and key not in result:
            before = next((known for known in reversed(second[:at]) if known in result), None)
            result.insert(0 if before is None else result.index(before) + 1, key)
    is_sorted = all(list(keys) == sorted(keys) for keys in (mine, theirs))
    return sorted(result) if is_sorted and len(result) > 1 else result


def _has_moved(base: Sequence[str], mine: Sequence[str]) -> bool:
    """Whether what the base has already stands in another order."""
    known = set(base) & set(mine)
    return [key for key in base if key in known] != [key for key in mine if key in known]
