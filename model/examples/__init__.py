"""Two real plans as plan files: what a filled-in plan looks like, to learn from and to start from."""

from pathlib import Path

NAMES: tuple[str, ...] = ("twin-cities-gateway", "suisse-tourisme")


def text(name: str) -> bytes:
    """The bytes of an example's file.

    Raises:
        LookupError: there is no such example.
    """
    if name not in NAMES:
        raise LookupError(name)
    return (Path(__file__).parent / f"{name}.toml").read_bytes()
