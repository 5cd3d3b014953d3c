"""What rules ask about objectives and actions, what was found, and why the method asks."""

WORDS: dict[str, str] = {
    "OBJ008.title": "Un pourcentage augmente en points",
    "OBJ008.found": "{id} : +{target} % d'un pourcentage : des points ?",
    "OBJ008.why": (
        "De 30 %, 10 % de plus font 33 % ; dix points de plus font 40 %. Dites lequel : un niveau, ou une "
        "hausse en points."
    ),
    "OBJ009.title": "Quelqu'un répond de chaque objectif",
    "OBJ009.found": "{id} : personne n'en répond",
    "OBJ009.why": (
        "Les actions ont chacune leur responsable ; sans un nom ici, personne ne dira que toutes ensemble ne "
        "suffisent pas."
    ),
    "OBJ010.title": "Un objectif nomme ce que l'on compte",
    "OBJ010.found": "{id} n'est encore qu'un vœu ({field})",
    "OBJ010.why": (
        "Tout le monde veut « améliorer l'image », et personne ne sait par où commencer. Dites qui fera quoi "
        "plus souvent."
    ),
    "OBJ011.title": "Un objectif long a des étapes",
    "OBJ011.found": "{id} : aucune étape avant le {deadline}",
    "OBJ011.why": (
        "Au-delà de six mois, un écart vu à la fin est vu trop tard. Une valeur à mi-parcours suffit pour piloter."
    ),
    "OBJ012.title": "Les étapes précèdent l'échéance",
    "OBJ012.found": "{id} : étape au {date}, échéance au {deadline}",
    "OBJ012.why": "Le jour de l'échéance, c'est la cible que l'on juge ; ce qui est daté d'après ne juge rien.",
    "OBJ013.title": "Les étapes mènent à la cible",
    "OBJ013.found": "{id} : {value}, puis {following} : le chemin recule",
    "OBJ013.why": "Le chemin passe par ces valeurs : s'il recule, de bons relevés paraissent en retard, ou l'inverse.",
    "OBJ014.title": "Un sous-objectif échoit avant son parent",
    "OBJ014.found": "{id} échoit le {date}, après {parent} ({deadline})",
    "OBJ014.why": "Ce qui doit aider à atteindre le parent n'aide plus une fois celui-ci jugé.",
    "OBJ015.title": "Une cible reste à portée du départ",
    "OBJ015.found": "{id} : de {start} à {target} : est-ce à portée ?",
    "OBJ015.why": (
        "Tripler en un plan arrive, après un lancement par exemple. Si c'est le cas, dites en note ce qui le "
        "rend probable."
    ),
    "OBJ016.title": "Une valeur de départ a sa date",
    "OBJ016.found": "{id} : valeur de départ sans date",
    "OBJ016.why": "Le chemin part de ce jour-là, et le lecteur voit si le chiffre est encore frais.",
    "OBJ017.title": "Une hausse est une hausse",
    "OBJ017.found": "{id} demande une hausse de {target}",
    "OBJ017.why": (
        "Si le chiffre doit baisser, dites-le au sens de l'indicateur ; s'il doit tenir, choisissez « maintenir »."
    ),
    "OBJ018.title": "Le départ précède l'échéance",
    "OBJ018.found": "{id} : départ au {date}, échéance au {deadline}",
    "OBJ018.why": "Il ne reste aucun chemin entre les deux : l'une des dates est une faute de frappe.",
    "OBJ019.title": "Une cible suit l'allure du passé",
    "OBJ019.found": "{id} : {target} demande trois fois la meilleure allure",
    "OBJ019.why": (
        "Les relevés disent à quelle vitesse ce chiffre a bougé au mieux. Demandez ce qui change cette année,"
        " ou visez plus près."
    ),
    "TRC005.title": "Un objectif répond au diagnostic",
    "TRC005.found": "{id} ne répond à aucun constat",
    "TRC005.why": "Un objectif que le diagnostic n'appelait pas est une habitude, ou révèle un constat oublié.",
    "ACT008.title": "Une action corrective dit d'où elle vient",
    "ACT008.found": "{id} corrige un écart ({correction}) sans le dire",
    "ACT008.why": (
        "En fin d'année, le bilan demande ce qui a été ajouté en route, et pourquoi. Nommez la correction "
        "comme origine."
    ),
    "ACT009.title": "Une action dit ce que l'on fait",
    "ACT009.found": "{id} ne dit ni quoi ni comment",
    "ACT009.why": "Le responsable la relit en mars, et doit savoir quoi faire sans le demander.",
    "ACT010.title": "Une action finie le dit",
    "ACT010.found": "{id} s'est terminée le {end} : faite, ou en retard ?",
    "ACT010.why": "Dites qu'elle est faite ou abandonnée, ou repoussez sa fin : ce qui la suit attend la réponse.",
    "ACT011.title": "Une action commencée le dit",
    "ACT011.found": "{id} devait commencer le {start}, toujours prévue",
    "ACT011.why": "Ou bien elle a commencé, et son état le dit, ou bien le début recule, et ce qui en dépend avec lui.",
    "ACT012.title": "Une action commence avant le jugement",
    "ACT012.found": "{id} commence le {start}, objectifs jugés le {deadline}",
    "ACT012.why": (
        "Ce qui commence après l'échéance ne change plus le résultat : cela sert un autre objectif, ou le plan suivant."
    ),
    "ACT013.title": "Une action longue a des jalons",
    "ACT013.found": "{id} dure plus de trois mois sans jalon",
    "ACT013.why": "Les dates fixées avant le départ se tiennent ; celles que l'on trouve en route suivent le retard.",
    "ACT014.title": "Une action attend un travail qui se fera",
    "ACT014.found": "{id} attend {action}, qui est abandonnée",
    "ACT014.why": "Elle peut partir sans elle, ou elle tombe avec elle : décidez avant son premier jour.",
    "ACT015.title": "Une action a des moyens",
    "ACT015.found": "{id} n'a ni argent ni jours",
    "ACT015.why": (
        "Ce qui ne coûte rien et ne prend le temps de personne ne se fait pas. Entrez une ligne, même à 0, ou"
        " des jours."
    ),
    "ACT016.title": "Les jalons suivent le début de leur action",
    "ACT016.found": "{id} tombe le {due}, avant le début de {action}",
    "ACT016.why": (
        "Ou bien l'action commence plus tôt qu'elle ne le dit, ou bien cette étape appartient à ce qui la prépare."
    ),
    "TRC004.title": "Une action chère se mesure",
    "TRC004.found": "{id} prend {share} % du budget, sans indicateur",
    "TRC004.why": (
        "Un dixième de l'argent sans rien à relever ne se défend pas l'an prochain, et ne se coupe pas non "
        "plus à bon escient."
    ),
    "OBJ020.title": "La diversification reste une part du plan",
    "OBJ020.found": "{share} % du budget va à la diversification ({id})",
    "OBJ020.why": (
        "Un produit nouveau sur un marché nouveau échoue le plus souvent. Gardez l'essentiel là où l'un des "
        "deux est connu."
    ),
}
