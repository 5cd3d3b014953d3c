"""Ce qui se dit des calendriers qui reviennent."""

WORDS: dict[str, str] = {
    "of_scenario": "{file} : fait depuis le scénario {scenario} ; seul un calendrier du plan lui-même se reprend.",
    "not_ours": "{file} : aucun de ses événements n'est de ce plan (ou le client ou le premier jour "
    "du plan a changé depuis).",
    "too_large": "{file} : trop gros pour être le calendrier d'un plan.",
    "unreadable": "{file} : ce n'est pas un calendrier lisible.",
    "kept.no_day": "son jour ne se lit pas ({day}).",
    "kept.reading": "déplacé au {day} ; le jour d'un relevé découle de la fréquence de son indicateur.",
    "kept.twice": "il est à deux jours dans le fichier ; {day} est l'un d'eux.",
    "gone.one": "{n} jour du plan n'est plus dans le calendrier ; le plan le garde : {names}.",
    "gone.other": "{n} jours du plan ne sont plus dans le calendrier ; le plan les garde : {names}.",
    "strays.one": "{n} événement est d'un jour que le plan n'a plus.",
    "strays.other": "{n} événements sont de jours que le plan n'a plus.",
}
