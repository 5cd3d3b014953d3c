"""L'an dernier pour point de départ, et les devis d'une ligne."""

WORDS: dict[str, str] = {
    "percent": "{n} %",
    "percent_title": "Repartir de l'an dernier : quel écart ?",
    "percent_same": "comme l'an dernier",
    "scope_title": "An dernier {percent} : quelles lignes ?",
    "category": "Cette catégorie ({name})",
    "whole": "Tout le budget",
    "empty.one": "{scope}, {n} ligne vide",
    "empty.other": "{scope}, {n} lignes vides",
    "also.one": "{scope}, aussi {n} ligne déjà chiffrée",
    "also.other": "{scope}, aussi {n} lignes déjà chiffrées",
    "becomes": "{before} → {after}",
    "nothing": "Aucune ligne à remplir : entrez d'abord le champ « An dernier » des lignes du budget.",
    "filled.one": "{n} ligne repartie de l'an dernier. Ctrl+Z pour revenir.",
    "filled.other": "{n} lignes reparties de l'an dernier. Ctrl+Z pour revenir.",
    "filled_left.one": "{n} ligne repartie de l'an dernier ; laissées telles quelles : {left}. Ctrl+Z pour revenir.",
    "filled_left.other": "{n} lignes reparties de l'an dernier ; laissées telles quelles : {left}. Ctrl+Z pour revenir.",
    "too_large": "Un de ces montants serait trop grand : rien n'a changé.",
    "backed": "Appuyé sur devis",
}
