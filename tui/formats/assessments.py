"""What the answers of the self-assessment come to, in figures: the percentage, its rise in points, what is missing."""

from model.orientation import Assessed
from tui.words import Words


def in_percent(found: Assessed, words: Words) -> str:
    """`58 %  ▲ +6  9/12`: the score of what is answered, against last time, and how much is answered."""
    if found.percent is None:
        return f"—  {found.answered}/{found.asked}"
    parts = [words("master.percent", n=found.percent)]
    if found.rise is not None:
        parts.append(f"▲ +{found.rise}" if found.rise > 0 else f"▼ −{-found.rise}" if found.rise < 0 else "=")
    if found.answered < found.asked:
        parts.append(f"{found.answered}/{found.asked}")
    return "  ".join(parts)
