"""What rules ask about the sheet, the diagnostic and last year, what was found, and why the method asks."""

WORDS: dict[str, str] = {
    "DIA011.title": "Opportunités et menaces viennent du dehors",
    "DIA011.found": "{id} est tiré de {origin}, de l'autre bord",
    "DIA011.why": (
        "Ce que l'entreprise peut changer est une force ou une faiblesse. Ce qui lui arrive est une "
        "opportunité ou une menace."
    ),
    "DIA012.title": "Le SWOT a ses quatre côtés",
    "DIA012.found": "Le SWOT n'a aucune ligne de ce type : {choice}",
    "DIA012.why": "Un tableau sans faiblesse a été rempli pour plaire ; sans menace, on n'a regardé que chez soi.",
    "DIA013.title": "Des parts tiennent dans le tout",
    "DIA013.found": "Les parts font {total} %, plus de 100",
    "DIA013.why": (
        "Elles viennent d'années ou de périmètres différents. Prenez une source pour toutes, ou laissez vides"
        " les douteuses."
    ),
    "DIA014.title": "Croissance et maturité s'accordent",
    "DIA014.found": "Croissance de {growth} % : contredit la maturité",
    "DIA014.why": (
        "Gagner des clients ou en prendre aux autres, cela en dépend. L'une des deux réponses est d'une autre année."
    ),
    "DIA015.title": "Un changement grave est repris",
    "DIA015.found": "Rien ne reprend {id}, de poids 5",
    "DIA015.why": (
        "On l'a jugé du plus grand poids, et ni le SWOT ni un objectif ne s'en saisit : reprenez-le, ou "
        "baissez son poids."
    ),
    "DIA016.title": "Ce qui distingue un concurrent est dit",
    "DIA016.found": "Rien ne dit ce qui distingue {id}",
    "DIA016.why": "Un nom et une offre ne disent pas pourquoi le client y va. Demandez-le à deux clients perdus.",
    "REV003.title": "Les actions passées ont coûté ce qui était prévu",
    "REV003.found": "{count} actions ont coûté bien moins, dont {id}",
    "REV003.why": (
        "Quand plusieurs coûtent moins des trois quarts du prévu, l'habitude est dans la prévision : revoyez "
        "les lignes d'ici."
    ),
    "REV004.title": "Un verdict laisse une leçon",
    "REV004.found": "{id} : aucune leçon derrière le verdict",
    "REV004.why": "Dans deux ans, quelqu'un reproposera la même action. Une phrase lui épargnera le même prix.",
    "REV005.title": "Ce qui est abandonné le reste",
    "REV005.found": "{id} vient de {past}, qui était à abandonner",
    "REV005.why": "Ou bien le verdict allait trop vite, et il change, ou bien l'action revient par habitude.",
    "REV006.title": "Un verdict a sa suite",
    "REV006.found": "{id} devait continuer, et rien n'en vient",
    "REV006.why": "Nommez-la comme origine d'une action de cette année, ou dites qu'elle est finalement abandonnée.",
    "REV007.title": "Un dépassement a sa raison",
    "REV007.found": "{id} a coûté {over} % de plus que prévu",
    "REV007.why": "Sans la leçon, le chiffre de cette année porte la même erreur.",
    "PLN010.title": "Une dérogation tient encore",
    "PLN010.found": "{id} dispensait de {rule} jusqu'au {date}",
    "PLN010.why": (
        "Sa règle parle de nouveau. Renouvelez-la si sa raison tient encore, ou retirez-la et réglez la question."
    ),
    "PLN011.title": "Un plan est d'un an",
    "PLN011.found": "Le plan va du {start} au {end}",
    "PLN011.why": (
        "Les résultats d'une année nourrissent la suivante : sur deux ans, on apprend trop tard. Coupez-le en"
        " plans annuels."
    ),
    "PLN012.title": "Chaque chose figure une fois au plan",
    "PLN012.found": "{id} porte le même nom que {first}",
    "PLN012.why": "Deux fiches du même nom sont une copie, ou ont deux responsables qui s'ignorent.",
    "PLN013.title": "Le plan dit qui l'entreprise sert",
    "PLN013.found": "La mission n'est pas encore dite",
    "PLN013.why": (
        "Dite comme une clientèle à servir, elle départage les occasions qui sont pour cette entreprise et les autres."
    ),
    "PLN014.title": "Le budget a un plafond",
    "PLN014.found": "Le budget n'a pas encore de plafond",
    "PLN014.why": "Sans lui, chaque ligne se discute seule, et la somme surprend tout le monde à la fin.",
}
