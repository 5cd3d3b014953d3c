"""Ce qui se dit des relevés qui arrivent."""

WORDS: dict[str, str] = {
    "target.date": "Date",
    "target.indicator": "Indicateur",
    "target.value": "Relevé",
    "target.note": "Note",
    "which": "quel indicateur ?",
    "first": "Les premiers relevés tels qu'ils sont compris :",
    "no_date": "{file} : aucune colonne ne porte les jours des relevés.",
    "no_value": "{file} : aucune colonne ne porte de relevés des indicateurs de ce plan.",
    "read.one": "{n} relevé lu : nouveaux {new}, changés {changed}, comme au plan {same}.",
    "read.other": "{n} relevés lus : nouveaux {new}, changés {changed}, comme au plan {same}.",
    "periods.one": "{n} ligne nomme une période ; son relevé est de son dernier jour.",
    "periods.other": "{n} lignes nomment une période ; leurs relevés sont de son dernier jour.",
    "kept.unknown": "{value} : aucun indicateur de ce plan ; dire lequel c'est.",
    "kept.unreadable": "{column} : {value} ; attendu : {expected}",
    "kept.twice": "{value} pour un jour auquel {first} donne un autre relevé.",
    "kept.note": "{value} : une note à côté de {n} relevés, et rien ne dit duquel elle parle.",
}
