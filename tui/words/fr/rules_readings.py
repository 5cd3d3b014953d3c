"""What rules ask about indicators and corrections, what was found, and why the method asks."""

WORDS: dict[str, str] = {
    "IND007.title": "Un relevé se fait à son jour",
    "IND007.found": "{id} : rien de relevé depuis le {date}",
    "IND007.why": "Un tableau troué paraît vert. Demandez le chiffre aujourd'hui, ou choisissez un rythme tenable.",
    "IND008.title": "Les relevés suivent leur rythme",
    "IND008.found": "{id} : rien entre le {first} et le {second}",
    "IND008.why": (
        "Ce qui s'est passé entre les deux ne se dira plus. Comblez le trou à la source, ou notez pourquoi il"
        " y en a un."
    ),
    "IND009.title": "Une période a un relevé",
    "IND009.found": "{id} : {first} et {second} : même période",
    "IND009.why": (
        "Deux chiffres pour le même temps ne sont pas vrais ensemble, et une somme compte les deux. Gardez-en"
        " un, l'autre en note."
    ),
    "IND010.title": "Un indicateur vise comme son objectif",
    "IND010.found": "{id} vise {target}, et {objective} {wanted}",
    "IND010.why": (
        "Le tableau serait vert et l'objectif manqué, ou l'inverse. Videz celle d'ici : elle suivra l'objectif."
    ),
    "IND011.title": "Un saut a sa raison",
    "IND011.found": "{id} saute de {old} à {new} ({date})",
    "IND011.why": (
        "La plupart des sauts sont une autre façon de compter. Déclarez la rupture ; s'il est réel, la note "
        "du relevé le dit."
    ),
    "IND012.title": "Une évolution reste dans une définition",
    "IND012.found": "{id} : départ d'avant la rupture du {date}",
    "IND012.why": (
        "Avant et après, on ne compte pas la même chose : leur écart n'est pas une évolution. Prenez un départ d'après."
    ),
    "IND013.title": "Le départ est ce qui a été relevé",
    "IND013.found": "{id} dit {value}, {objective} part de {baseline}",
    "IND013.why": "L'un des deux a été retraité, ou est d'un autre jour ou périmètre. Gardez celui qui a une source.",
    "IND014.title": "Un indicateur vise mieux que son départ",
    "IND014.found": "{id} vise {target}, moins bien que {start}",
    "IND014.why": "Son sens dit de quel côté est le mieux, et sa cible va de l'autre : l'un des deux se trompe.",
    "IND015.title": "Un indicateur dit comment il se compte",
    "IND015.found": "{id} : {field} à remplir",
    "IND015.why": (
        "Le jour où son gardien est absent, un autre doit trouver le même chiffre. Deux mots sur comment et "
        "où suffisent."
    ),
    "IND016.title": "Un indicateur a un niveau à atteindre",
    "IND016.found": "{id} n'a pas de cible, son objectif non plus",
    "IND016.why": "Un chiffre sans cible se suit avec intérêt et ne mène à aucune décision.",
    "IND017.title": "Une note va avec un relevé",
    "IND017.found": "{id} : note du {date} sans relevé",
    "IND017.why": "Le relevé a été déplacé ou jamais saisi : la note parle d'un chiffre que personne ne voit.",
    "IND018.title": "Un indicateur dit où est le mieux",
    "IND018.found": "{id} ne dit pas si la hausse est bonne",
    "IND018.why": (
        "Moins de réclamations, tant mieux ; moins de visiteurs, non : seul le sens dit au tableau quelle "
        "couleur montrer."
    ),
    "IND019.title": "Une évolution citée est celle qui se calcule",
    "IND019.found": "{id} : +{stated} % cités, {computed} % calculés",
    "IND019.why": (
        "L'erreur courante est la base : divisé par le nouveau chiffre, ou simple rapport. On divise l'écart "
        "par l'ancien."
    ),
    "IND020.title": "Une correction a sa cause et sa décision",
    "IND020.found": "{id} : {field} à remplir",
    "IND020.why": "Sans la cause, le même écart revient ; sans décision, on n'a fait que le regarder.",
    "IND021.title": "Un écart accepté se revoit",
    "IND021.found": "{id} accepte pour toujours un écart ({indicator})",
    "IND021.why": "Accepter est une décision datée : ce jour-là, l'écart s'est refermé, ou il est devenu un problème.",
    "IND022.title": "Une correction se revoit à son jour",
    "IND022.found": "{id} était à revoir le {date}",
    "IND022.why": (
        "Rien n'a été relevé depuis : personne ne sait si la décision a porté. Faites le relevé, puis décidez"
        " de nouveau."
    ),
    "IND023.title": "Une limite se tient",
    "IND023.found": "{id} : {value}, trois fois de suite hors limite ({limit})",
    "IND023.why": (
        "Déficits, parts au-delà de la règle, réserve sous son plancher : une fois est une exception, trois "
        "fois un usage. Décidez."
    ),
    "IND024.title": "Les relevés n'empirent pas à chaque fois",
    "IND024.found": "{id} empire à chaque relevé : de {old} à {new}",
    "IND024.why": (
        "Trois pas du mauvais côté font une tendance, même dans la tolérance. Notez sa cause, et s'il faut agir."
    ),
    "IND025.title": "Un indicateur au rouge a sa décision",
    "IND025.found": "{id} est au rouge ({date}), sans décision",
    "IND025.why": (
        "Un écart sans décision est accepté en silence. Nommez sa cause, puis agissez ou acceptez, avec un "
        "jour pour y revenir."
    ),
}
