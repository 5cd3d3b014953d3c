"""Why a file cannot be read into a plan: the place in it, what stands there, what was expected."""


class ImportRefusedError(Exception):
    """`key` names the sentence among the words; `details` its values: file, sheet, cell, value, expected."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key, self.details = key, details
