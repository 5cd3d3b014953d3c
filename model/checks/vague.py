"""When the name of an objective or of a metric says nothing that could be counted."""

import re
import unicodedata
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WISHES = _words(
    """
    ameliorer augmenter booster conforter consolider developper dynamiser faire gagner optimiser plus mieux
    promouvoir renforcer vendre communiquer valoriser accroitre etre devenir
    better boost consolidate develop enhance grow improve increase more optimise optimize promote raise sell
    strengthen be become communicate
    """
)
"""Verbs and adverbs that say that something is to move, not what."""
ABSTRACTIONS = _words(
    """
    activite image notoriete presence qualite reputation resultat resultats satisfaction succes visibilite visible
    visibles communication marketing performance connu connus fidelite
    activity awareness brand business known loyalty outcome presence quality results success visibility
    """
)
"""Names of what is counted only once somebody has said how."""
SMALL = _words(
    """
    a au aux d de des du en et l la le les notre nos sa son the and in of our to its their on
    """
)


@lru_cache(maxsize=4096)
def is_vague(text: str) -> bool:
    """Whether a text holds wishes and abstractions alone: no figure, nothing that is counted."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = [word for word in re.findall(r"[a-z]+|\d+", plain) if word not in SMALL]
    return bool(words) and all(word in WISHES or word in ABSTRACTIONS for word in words)
