"""What rules ask about the budget and its funding, what was found, and why the method asks."""

WORDS: dict[str, str] = {
    "BUD016.title": "Une ligne atterrit dans son montant",
    "BUD016.found": "{id} atterrit à {landing}, pour {amount} prévus",
    "BUD016.why": "Le dépassement sera pris sur une autre ligne : choisissez laquelle maintenant, ou relevez celle-ci.",
    "BUD017.title": "Les engagements tiennent dans le montant",
    "BUD017.found": "{id} : {committed} engagés, {amount} prévus",
    "BUD017.why": "Ce qui est signé sera payé. Le budget montre moins qu'il ne doit déjà.",
    "BUD018.title": "Le dépensé tient dans l'engagé",
    "BUD018.found": "{id} : {spent} dépensés, {committed} engagés",
    "BUD018.why": (
        "De l'argent est sorti sans commande, ou la commande n'a pas été notée : tranchez avant la prochaine facture."
    ),
    "BUD019.title": "Une ligne atterrit au moins au dépensé",
    "BUD019.found": "{id} atterrit à {landing}, {spent} déjà dépensés",
    "BUD019.why": "Ce qui est dépensé ne revient pas, sauf avoir : entrez alors l'avoir comme une ligne à part.",
    "BUD020.title": "Une grosse estimation a sa fourchette",
    "BUD020.found": "{id} est une estimation sans bas ni haut",
    "BUD020.why": (
        "Une estimation honnête est une fourchette. Avec elle, le risque du budget se chiffre ; sans elle, "
        "elle paraît exacte."
    ),
    "BUD021.title": "Un montant tient dans sa fourchette",
    "BUD021.found": "{id} : {amount} sort de la borne {limit}",
    "BUD021.why": "Le chiffre a changé et sa fourchette non, ou la fourchette vient d'une autre ligne.",
    "BUD022.title": "Un taux de change a son jour",
    "BUD022.found": "{id} : le cours du {currency} n'a pas de date",
    "BUD022.why": (
        "Un cours bouge de plusieurs pour cent en une saison. Sans le jour, personne ne sait s'il faut le relire."
    ),
    "BUD023.title": "L'an dernier se dit une fois",
    "BUD023.found": "{id} : {year} vaut {kept} là, {last} ici",
    "BUD023.why": (
        "Un chiffre retraité demande sa raison : gardez celui de la clôture, et dites en note ce qui a changé."
    ),
    "BUD024.title": "Une ligne suit son passé",
    "BUD024.found": "{id} : {amount}, jamais plus de {most} par an",
    "BUD024.why": (
        "Chaque année, ce qui n'est pas dépensé a manqué ailleurs. Dites ce qui renchérit cette année, ou "
        "rapprochez-vous."
    ),
    "BUD025.title": "Une ligne a un seul devis retenu",
    "BUD025.found": "{id} : {first} et {second} retenus tous deux",
    "BUD025.why": "Un seul sera signé ; le chiffre de la ligne ne repose que sur le premier.",
    "BUD026.title": "Un devis vaut quelques jours",
    "BUD026.found": "{id} : devis du {date}, valable au {until}",
    "BUD026.why": "Il aurait expiré avant d'être écrit : l'une des deux dates est une faute de frappe.",
    "BUD027.title": "Un devis se retrouve",
    "BUD027.found": "{id} s'appuie sur un devis que rien ne nomme",
    "BUD027.why": "Le jour où l'on doute du chiffre, c'est un numéro ou un nom qui ouvre le bon dossier.",
    "BUD028.title": "Une action abandonnée ne retient pas d'argent",
    "BUD028.found": "{id} : {amount} pour {action}, abandonnée",
    "BUD028.why": (
        "Cet argent est libre, et compte encore au total. Retirez la ligne, ou donnez-la à une action qui se fait."
    ),
    "BUD029.title": "Une dépense s'entre une fois",
    "BUD029.found": "{id} est la même ligne que {first}",
    "BUD029.why": (
        "Même libellé, même action, même fournisseur : une copie compte deux fois. S'il y a deux dépenses, "
        "donnez deux noms."
    ),
    "FUN002.title": "La réserve finit au-dessus de son plancher",
    "FUN002.found": "La réserve finit à {closing}, sous {floor}",
    "FUN002.why": (
        "Le plancher attend l'année où les recettes manquent. Dépensez moins, trouvez de l'argent, ou faites "
        "revoir le plancher."
    ),
    "FUN003.title": "La réserve supporte une autre année pareille",
    "FUN003.found": "Une autre année pareille laisse {left} de réserve",
    "FUN003.why": (
        "Un déficit est un choix, le même chaque année une habitude : le plan suivant sera plus petit, ou "
        "mieux financé."
    ),
    "FUN004.title": "Le financement couvre le budget",
    "FUN004.found": "Il manque {short} pour financer le budget",
    "FUN004.why": (
        "Quelqu'un devra donner la différence, ou une action ne se fera pas : dites laquelle avant que le "
        "client ne le voie."
    ),
    "FUN005.title": "Plus d'une main paie",
    "FUN005.found": "{id} apporte {share} % de l'argent de l'année",
    "FUN005.why": (
        "Si cette source tarit ou change d'avis, le plan s'arrête. Dites ce que l'on ferait d'abord, ou "
        "cherchez-en une autre."
    ),
    "FUN006.title": "L'argent des autres est promis",
    "FUN006.found": "{share} % du budget attend une promesse ({id})",
    "FUN006.why": (
        "Tant que rien n'est écrit, cet argent est un espoir. Notez ce que l'on fait sans lui : un scénario "
        "prend cinq minutes."
    ),
    "FUN007.title": "Un taux tient entre 0 et 100",
    "FUN007.found": "{id} paie {rate} % de ce qu'il finance",
    "FUN007.why": (
        "Une source paie une part ou le tout : au-delà de 100, quelqu'un y gagnerait ; à 0, ce n'en est pas une."
    ),
    "FUN008.title": "Les actions sont payées une fois",
    "FUN008.found": "{id} : {brought} pour des actions à {cost}",
    "FUN008.why": "Qui finance une action demande les factures. L'excédent se rend, ou devait payer autre chose.",
    "FUN009.title": "Un financement dit d'où il vient",
    "FUN009.found": "{id} ne dit pas quel argent c'est",
    "FUN009.why": "Fonds propres, subvention, partenaire, recette : chacun arrive à son heure, avec ses conditions.",
    "FUN010.title": "Une action ne vit pas que de prêts",
    "FUN010.found": "{action} ne vit que de l'apport en nature {id}",
    "FUN010.why": (
        "Une salle, des gens, un espace prêtés se reprennent. Chiffrez-les, et dites ce qui les remplacerait."
    ),
}
