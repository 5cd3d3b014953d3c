"""Les règles du schéma directeur : segments, décisions, orientation, achats."""

WORDS: dict[str, str] = {
    "SEG005.title": "Un segment visé s'aime et se gagne",
    "SEG005.found": "{id} est visé avec {score} sur 25",
    "SEG005.why": (
        "Attrait fois chances, c'est peu : on y perdra du temps, ou l'on n'y tient pas vraiment. Revoyez "
        "les notes, ou la cible."
    ),
    "SEG006.title": "Un segment visé a ses deux notes",
    "SEG006.found": "{id} est visé sans attrait ou sans chances notés",
    "SEG006.why": "Sans les deux notes, le segment n'a pas de place sur la carte, et rien ne le compare aux autres.",
    "SEG007.title": "Deux segments n'achètent pas de la même façon",
    "SEG007.found": "{id} achète comme {other}, mot pour mot",
    "SEG007.why": (
        "Ce qui sépare deux segments, c'est leur façon d'acheter. Réunissez-les, ou cherchez ce qui les "
        "distingue vraiment."
    ),
    "SEG008.title": "Un indicateur relève la satisfaction d'un segment visé",
    "SEG008.found": "{id} : aucun indicateur ne relève la satisfaction",
    "SEG008.why": (
        "La question posée est écrite, mais aucun relevé ne dira si elle monte. Rattachez-lui un indicateur."
    ),
    "SEG009.title": "Les meilleurs segments sont visés d'abord",
    "SEG009.found": "{id} vaut {score}, {other} qui est visé {than}",
    "SEG009.why": (
        "Un segment laissé de côté passe devant un segment visé. Il y a peut-être une raison : écrivez-la"
        " dans la politique."
    ),
    "SEG010.title": "Le plan dit quels segments il vise",
    "SEG010.found": "Aucun des segments n'est visé",
    "SEG010.why": "Décrire tout le monde sans choisir personne disperse l'argent. Dites pour chacun s'il est visé.",
    "DEC001.title": "Une décision prise dit ce qui est choisi",
    "DEC001.found": "{decision} : prise, sans dire le choix",
    "DEC001.why": "Dans six mois, chacun se souviendra d'un choix différent. Une phrase suffit.",
    "DEC002.title": "Une décision prise dit pourquoi",
    "DEC002.found": "{decision} : prise, sans raison écrite",
    "DEC002.why": "Un choix sans raison se défait à la première objection, ou survit à ce qui le justifiait.",
    "DEC003.title": "Une décision prise est datée",
    "DEC003.found": "{decision} : prise, mais quand ?",
    "DEC003.why": "La date dit avec quelles informations on a décidé, et quelles actions en découlent.",
    "DEC004.title": "Une décision reportée l'est à une date",
    "DEC004.found": "{decision} : reportée, sans date pour la revoir",
    "DEC004.why": "Reporter sans date, c'est laisser décider les autres. Notez le jour où vous la reprendrez.",
    "DEC005.title": "Une décision est revue au jour dit",
    "DEC005.found": "{decision} : à revoir depuis le {date}",
    "DEC005.why": (
        "Ce jour avait été choisi pour une raison. Confirmez la décision et donnez-lui une autre date, ou changez-la."
    ),
    "DEC006.title": "D'une décision prise, quelque chose découle",
    "DEC006.found": "{decision} : ni objectif ni action n'en découle",
    "DEC006.why": "Une décision que rien n'exécute est une opinion. Rattachez-la à ce qu'elle change dans le plan.",
    "DEC007.title": "Pousser par les revendeurs demande de les soutenir",
    "DEC007.found": "Push choisi, et rien ne soutient la distribution",
    "DEC007.why": (
        "Un revendeur vend ce qu'on l'aide à vendre : contacts, argumentaires, formation. Choisissez ce "
        "soutien, ou renoncez au push."
    ),
    "DEC008.title": "Attirer l'utilisateur demande de lui parler",
    "DEC008.found": "Pull choisi, sans campagne décidée",
    "DEC008.why": (
        "Le client final ne demandera pas ce dont il n'a jamais entendu parler. Dites par quelles "
        "campagnes on l'atteint."
    ),
    "DEC009.title": "Une campagne s'appuie sur le fichier clients",
    "DEC009.found": "Des campagnes, et rien de dit du fichier clients",
    "DEC009.why": (
        "Une campagne se cible et se mesure dans le fichier. Dites ce qu'il doit contenir, et qui le tient juste."
    ),
    "DEC010.title": "Fidéliser demande des procédures",
    "DEC010.found": "{option} : sans procédure de cycle de vie",
    "DEC010.why": (
        "On garde un client aux moments où il pourrait partir : panne, réclamation, silence. Dites ce que"
        " l'on fait à chacun."
    ),
    "DEC011.title": "Vendre par d'autres demande des partenaires",
    "DEC011.found": "{option} : vente par d'autres, partenaires à choisir",
    "DEC011.why": (
        "Sans partenaires nommés, la distribution indirecte est un vœu. Dites lesquels, et ce que chacun y gagne."
    ),
    "DEC012.title": "Une proposition de valeur vient d'une étude",
    "DEC012.found": "Proposition de valeur sans étude décidée",
    "DEC012.why": ("Les bénéfices promis sont ceux que vous imaginez. Une étude dira lesquels les clients perçoivent."),
    "DEC013.title": "Les personas habitent des segments",
    "DEC013.found": "Personas choisis, aucun segment n'en a",
    "DEC013.why": (
        "Un persona sans segment ne dit ni combien ils sont, ni ce qu'on leur vend. Donnez-en un à chaque segment visé."
    ),
    "DEC014.title": "Un contenu a son média",
    "DEC014.found": "Des contenus, et aucun média décidé",
    "DEC014.why": "Un message se lit quelque part, à un moment du parcours. Choisissez où et quand avant d'écrire.",
    "DEC015.title": "Des vendeurs sont équipés",
    "DEC015.found": "{option} : vendeurs sans soutien décidé",
    "DEC015.why": "Chacun fera sa plaquette et son calcul de prix. Dites quels outils tous auront.",
    "DEC016.title": "Jouer le prix demande une politique de prix",
    "DEC016.found": "Le prix est un levier, sa politique n'est pas dite",
    "DEC016.why": (
        "Le diagnostic ne dit ni d'où part le prix ni qui peut le changer. Remplissez Prix à l'écran Diagnostic (F2)."
    ),
    "DEC017.title": "Un média sert une campagne",
    "DEC017.found": "Des médias, et aucune campagne décidée",
    "DEC017.why": (
        "Un média choisi avant la campagne se remplit avec ce que l'on trouve. Dites d'abord ce que l'on veut obtenir."
    ),
    "DEC018.title": "Mutualiser ou céder des licences se fait à plusieurs",
    "DEC018.found": "{option} : avec quels partenaires ?",
    "DEC018.why": (
        "Ce revenu suppose quelqu'un en face. Nommez les partenaires, ou revoyez le mix de modèles d'affaires."
    ),
    "DEC019.title": "Un mix laisse quelque chose de côté",
    "DEC019.found": "{count} des six P sont choisis",
    "DEC019.why": (
        "Un mix qui retient tout ne dit pas où mettre le premier euro. Gardez les deux ou trois qui commandent."
    ),
    "DEC020.title": "Une décision porte la date d'un jour passé",
    "DEC020.found": "{decision} : datée du {date}, encore à venir",
    "DEC020.why": ("Ce que l'on décidera ce jour-là n'est pas décidé. Notez-le en date de revue, ou corrigez l'année."),
    "DEC021.title": "Un choix motivé est une décision prise",
    "DEC021.found": "{decision} : choix et raison écrits, non prise",
    "DEC021.why": (
        "Tout est écrit, sauf l'essentiel : est-ce décidé ? Passez l'état à prise, ou dites ce qui manque encore."
    ),
    "DEC022.title": "On décide avant d'exécuter",
    "DEC022.found": "{decision} : {action} avait commencé le {start}",
    "DEC022.why": (
        "Une action partie avant la décision l'a prise toute seule. L'une des deux dates est fausse, ou "
        "le choix n'en était plus un."
    ),
    "DEC023.title": "Ce qui s'exécute est décidé",
    "DEC023.found": "{decision} : {action} s'exécute, non décidée",
    "DEC023.why": "L'argent part sur un choix que personne n'a pris. Prenez la décision, ou arrêtez l'action.",
    "DEC024.title": "Vendre en ligne demande des fonctions",
    "DEC024.found": "Vente en ligne, fonctions du site à choisir",
    "DEC024.why": (
        "Commander, suivre, faire réparer : en interentreprises, le plus utile vient après la vente. "
        "Dites ce que le site fera."
    ),
    "DEC025.title": "Une structure s'appuie sur des entités",
    "DEC025.found": "Structure décidée, aucune entité décrite",
    "DEC025.why": (
        "Un organigramme du marketing ne dit pas ce que la production ou les achats apportent au client. Décrivez-les."
    ),
    "ORI001.title": "Une note s'appuie sur un fait",
    "ORI001.found": "{id} est notée sans preuve",
    "ORI001.why": "Sans fait récent, la note dit l'humeur du jour. Écrivez ce que vous pourriez montrer.",
    "ORI002.title": "Une note ne baisse pas sans que l'on réagisse",
    "ORI002.found": "{id} passe de {previous} à {score}",
    "ORI002.why": (
        "Ce qui se perd là se paiera chez les clients. Dites dans la preuve ce qui a changé, et quelle action y répond."
    ),
    "ORI003.title": "Les opérations suivent ce que veut le client",
    "ORI003.found": "Q6 vaut {score} : le marketing n'oriente rien",
    "ORI003.why": (
        "Si le marketing ne peut rien demander à la production, ce plan n'engagera que lui. Faites-en un "
        "sujet de direction."
    ),
    "ORI004.title": "Une question notée l'est de nouveau",
    "ORI004.found": "{id} avait une note et n'en a plus",
    "ORI004.why": "La tendance se lit sur deux notes. Reposez la question, même si la réponse n'a pas changé.",
    "ORI005.title": "Une réponse répond à une question",
    "ORI005.found": "{id} ne répond à aucune des douze questions",
    "ORI005.why": "Elle ne compte dans aucun total. Les questions vont de Q1 à Q12.",
    "ORI006.title": "Une entité dit ce qu'elle apporte",
    "ORI006.found": "{id} ne dit pas ce qu'elle apporte au client",
    "ORI006.why": (
        "Le plan du client vient d'abord, les autres le servent. Écrivez ce que cette entité fera pour lui."
    ),
    "ORI007.title": "Une entité a entendu la mission",
    "ORI007.found": "{id} : la mission ne lui est pas expliquée",
    "ORI007.why": "On ne sert pas ce que l'on n'a pas compris. Dites la mission avec les mots de cette entité.",
    "ORI008.title": "Une entité est accompagnée",
    "ORI008.found": "{id} est informée ou formée, pas accompagnée",
    "ORI008.why": "Savoir quoi changer ne suffit pas : quelqu'un revient, à un rythme fixé, et aide à tenir.",
    "ORI009.title": "Quelqu'un répond de chaque entité",
    "ORI009.found": "{id} : personne ne répond de son apport",
    "ORI009.why": "Une contribution sans nom n'arrive pas. Choisissez quelqu'un de l'équipe.",
    "ORI010.title": "L'équipe vient de plusieurs entités",
    "ORI010.found": "Toute l'équipe vient d'une seule entité",
    "ORI010.why": (
        "Un plan écrit entre soi se heurte aux autres ensuite. Invitez la production, les achats, les ventes."
    ),
    "ORI011.title": "L'accompagnement que l'on dit avoir se voit",
    "ORI011.found": "Q11 bien notée, aucune entité accompagnée",
    "ORI011.why": (
        "La note dit une chose et le plan une autre. Écrivez le rythme dans les fiches des entités, ou baissez la note."
    ),
    "ORI012.title": "La mission que l'on dit avoir est écrite",
    "ORI012.found": "Q4 bien notée, la mission du plan est vide",
    "ORI012.why": "Si elle est connue de tous, l'écrire à la fiche du plan (F10) prend une minute.",
    "ORI013.title": "La satisfaction que l'on dit mesurer se mesure",
    "ORI013.found": "Q3 bien notée, aucun segment ne dit comment",
    "ORI013.why": "Écrivez dans la fiche du segment la question posée, à qui et quand, ou rattachez l'indicateur.",
    "PUR001.title": "Un achat qui crée de la valeur se négocie à dessein",
    "PUR001.found": "{id} crée de la valeur, sans approche",
    "PUR001.why": "Faute d'approche, c'est le prix qui décidera, et le client verra la différence.",
    "PUR002.title": "Ce qui crée de la valeur ne s'achète pas au seul prix",
    "PUR002.found": "{id} crée de la valeur, acheté au prix",
    "PUR002.why": (
        "Le moins cher du jour fera ce que le client perçoit. Pensez au partenariat, ou dites que cet "
        "achat ne crée pas de valeur."
    ),
    "PUR003.title": "Un achat risqué a plus d'un fournisseur",
    "PUR003.found": "{id} est risqué et tient à un fournisseur",
    "PUR003.why": "S'il ferme ou refuse, vous ne livrez plus. Qualifiez-en un second avant d'en avoir besoin.",
    "PUR004.title": "Un achat a sa place sur la grille",
    "PUR004.found": "{id} : impact ou risque non noté",
    "PUR004.why": (
        "Sans les deux notes, rien ne dit comment le négocier. Notez-les de 1 à 5, en comparant aux autres achats."
    ),
    "PUR005.title": "Un achat dit s'il crée de la valeur",
    "PUR005.found": "{id} : crée-t-il de la valeur pour le client ?",
    "PUR005.why": "C'est la première question : elle sépare ce qui se construit à deux de ce qui se compare.",
    "PUR006.title": "Un achat risqué n'est pas remis en jeu chaque année",
    "PUR006.found": "{id} est risqué, et mis en concurrence",
    "PUR006.why": "Qui peut tout perdre au prochain appel d'offres n'investira pas pour vous. Sécurisez d'abord.",
    "PUR007.title": "Le temps d'acheter va où il rapporte",
    "PUR007.found": "{id} pèse peu, en partenariat",
    "PUR007.why": (
        "Peu d'impact, peu de risque : un catalogue ou un accord-cadre suffit. Gardez vos heures pour les"
        " achats du haut."
    ),
    "PUR008.title": "Un achat de poids a son acheteur",
    "PUR008.found": "{id} pèse et risque, sans acheteur",
    "PUR008.why": "Celui qui négocie doit comprendre ce que le client attend. Nommez-le, par son rôle.",
}
