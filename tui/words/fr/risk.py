"""Le risque du budget : ce que l'on dit des lignes connues entre deux montants, à l'écran et par `planmark risk`."""

WORDS: dict[str, str] = {
    "title": "Risque du budget",
    "none": (
        "Aucune ligne ne varie : rien ne dit entre quels montants le total peut finir. Donnez à une ligne une borne "
        "basse et une borne haute, ou au moins deux devis, dans son formulaire ({key})."
    ),
    "total": "Total du plan",
    "ceiling": "Plafond",
    "varying.one": "{n} ligne varie, de {varying} : le total finira entre {least} et {most}.",
    "varying.other": "{n} lignes varient, {varying} en tout : le total finira entre {least} et {most}.",
    "independent": "Lignes indépendantes entre elles",
    "summed": "par les variances",
    "simulated": "par simulation",
    "mean": "Moyenne",
    "deviation": "Écart type",
    "p10": "P10, en dessous une fois sur dix",
    "p50": "P50, une fois sur deux",
    "p80": "P80, quatre fois sur cinq",
    "p90": "P90, neuf fois sur dix",
    "contingency": "Provision pour aléas, jusqu'à P80",
    "under_ceiling": "Chances de tenir sous le plafond",
    "method": (
        "Par les variances : chaque ligne compte pour (bas + 4 × montant + haut) / 6, son écart type est "
        "(haut − bas) / 6 ; moyennes et variances s'additionnent, sur une courbe normale. Par simulation : {draws} "
        "tirages, toujours les mêmes, chaque ligne sur une courbe bêta de PERT."
    ),
    "independence": (
        "Hypothèse : les lignes varient indépendamment. Celles qui bougent ensemble (même prestataire, même cours, "
        "même marché) élargissent la fourchette : si toutes le faisaient, P80 serait de {together}."
    ),
    "tornado": "Tornade : ce que chaque ligne, seule, ferait au total",
    "line": "Ligne",
    "likely": "Montant",
    "alone_low": "au plus bas",
    "alone_high": "au plus haut",
    "fewer.one": "… et {n} ligne qui varie moins.",
    "fewer.other": "… et {n} lignes qui varient moins.",
    "remarks": "Fourchettes qui ne sont pas prises telles quelles",
    "more.one": "… et {n} de plus.",
    "more.other": "… et {n} de plus.",
    "remark.crossed": "{name} : la borne basse dépasse la haute ; elles sont échangées.",
    "remark.outside": "{name} : le montant est hors de la fourchette, qui est élargie jusqu'à lui.",
    "remark.no_amount": "{name} : sans montant, sa fourchette ne compte pas.",
    "remark.no_value": "{name} : une borne est une formule sans valeur ; elle est laissée de côté.",
    "remark.settled": "{name} : bloquée, engagée, facturée ou payée, la ligne ne varie pas.",
}
