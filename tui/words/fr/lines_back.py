"""Ce qui se dit d'un CSV exporté qui revient."""

WORDS: dict[str, str] = {
    "not_ours": "{file} : ce n'est pas l'en-tête d'un CSV de lignes exporté.",
    "provenance": "{file}, ligne {row}",
    "missing.one": "{n} ligne du plan n'est pas dans le fichier ; le plan la garde : {lines}.",
    "missing.other": "{n} lignes du plan ne sont pas dans le fichier ; le plan les garde : {lines}.",
    "disagrees": "Ligne {row}, {line} : ses montants et son taux de taxe ne s'accordent pas ; le "
    "montant dans lequel la ligne compte est repris.",
    "kept.twice": "{value} : cette ligne est deux fois dans le fichier.",
    "kept.unknown": "{value} : aucune ligne de ce plan ; une nouvelle ligne n'a pas d'identifiant.",
    "kept.unnamed": "une ligne sans identifiant ni intitulé.",
    "kept.total": "{value} : un total, pas une ligne.",
    "kept.no_action": "{value} : aucune action de ce plan.",
    "kept.no_choice": "{value} : aucun des mots possibles ici.",
    "kept.unreadable": "{value} ; attendu : {expected}",
    "kept.currency": "{value} : les montants du fichier sont dans la monnaie du plan.",
    "kept.foreign": "{value} : la ligne a sa propre monnaie ; la changer dans le plan.",
    "kept.included": "{value} : la ligne fait partie d'une autre et ne compte pas.",
    "kept.tax": "{value} : la taxe découle du montant et du taux ; changer l'un des deux.",
    "kept.other_side": "{value} : aucun montant du côté où compte la ligne ne donne cela, au centime.",
}
