"""What each rule asks for, what was found, and why the method asks."""

from tui.words.fr import rules_master, rules_money, rules_objectives, rules_plan, rules_readings

WORDS: dict[str, str] = {
    **rules_plan.WORDS,
    **rules_objectives.WORDS,
    **rules_money.WORDS,
    **rules_readings.WORDS,
    **rules_master.WORDS,
    "PLN001.title": "Ce qui est obligatoire est rempli",
    "PLN001.found": "{id} : {field} à remplir",
    "PLN001.why": (
        "Sans ce champ, le plan ne peut être ni lu ni piloté : d'autres écrans, les totaux ou les livrables "
        "s'appuient dessus."
    ),
    "PLN002.title": "Un identifiant désigne une fiche du plan",
    "PLN002.found": "{id} : {name} ne désigne rien ici ({field})",
    "PLN002.why": (
        "Un lien qui ne mène nulle part rompt le fil du constat à l'argent. Choisissez une fiche de la "
        "liste, ou videz le champ."
    ),
    "PLN003.title": "Aucune chaîne ne revient à son départ",
    "PLN003.found": "{id} revient à son point de départ par {through}",
    "PLN003.why": (
        "Dans une boucle, rien ne vient en premier : ni arbre d'objectifs, ni ordre des actions, ni montant "
        "ne peut s'en tirer."
    ),
    "PLN004.title": "Une fin vient après son début",
    "PLN004.found": "{id} finit ({end}) avant de commencer ({start})",
    "PLN004.why": "Les dépenses s'étalent entre les deux, et la frise va de l'un à l'autre.",
    "PLN005.title": "Les dates tombent dans l'exercice",
    "PLN005.found": "{id} : {date} tombe hors de l'exercice",
    "PLN005.why": (
        "Un plan opérationnel porte sur une année. Ce qui déborde revient au plan suivant, ou bien la date "
        "est une faute de frappe."
    ),
    "PLN006.title": "Une dispense vise une règle qui existe",
    "PLN006.found": "{id} dispense de {rule}, qui n'est pas une règle",
    "PLN006.why": "Une dispense au code mal tapé ne dispense de rien, et celui qui l'a signée croit l'affaire close.",
    "PLN007.title": "Qui anime n'a pas autorité sur le groupe",
    "PLN007.found": "{id} anime et a autorité sur des participants",
    "PLN007.why": (
        "On parle librement devant un animateur qui n'est pas son supérieur. Confiez ce rôle à quelqu'un d'autre."
    ),
    "DIA001.title": "Le marché est décrit",
    "DIA001.found": "Le marché reste à décrire",
    "DIA001.why": "Sa taille, sa croissance et sa maturité disent si un objectif est modeste ou hors de portée.",
    "DIA002.title": "Les concurrents sont nommés",
    "DIA002.found": "Aucun concurrent n'est nommé",
    "DIA002.why": "On ne se distingue que de quelqu'un. Deux ou trois noms suffisent pour commencer.",
    "DIA003.title": "Les offres concernées sont listées",
    "DIA003.found": "Aucune offre n'est listée",
    "DIA003.why": (
        "Une action fait valoir quelque chose : sans les offres, on ne sait pas ce que le budget doit vendre."
    ),
    "DIA004.title": "Le plan dit à qui il s'adresse",
    "DIA004.found": "Aucun segment n'est décrit",
    "DIA004.why": (
        "Le profil, les attentes et la façon d'acheter commandent le reste : la politique, l'offre, les médias."
    ),
    "DIA005.title": "La politique de prix est dite",
    "DIA005.found": "La politique de prix reste à dire",
    "DIA005.why": (
        "Gagner des parts ou relever la marge n'appellent pas les mêmes prix ; les actions doivent savoir ce "
        "que l'on cherche."
    ),
    "DIA006.title": "Les moyens de communication sont listés",
    "DIA006.found": "Aucun moyen de communication n'est listé",
    "DIA006.why": (
        "Ce que l'on a déjà coûte moins que ce qu'il faut acheter. Faites-en la liste avant de choisir les actions."
    ),
    "DIA007.title": "Les canaux de distribution sont listés",
    "DIA007.found": "Aucun canal de distribution n'est listé",
    "DIA007.why": "Une demande qui ne trouve pas où acheter est perdue. Dites où et par qui l'offre arrive au client.",
    "DIA008.title": "Le diagnostic est résumé par un SWOT",
    "DIA008.found": "Le SWOT est vide",
    "DIA008.why": "Les objectifs répondent à ses lignes. Sans lui, personne ne peut montrer d'où ils viennent.",
    "DIA009.title": "L'environnement est passé en revue (PESTEL)",
    "DIA009.found": "Le PESTEL est vide",
    "DIA009.why": (
        "Une loi ou une habitude qui change peut défaire un bon plan. Une ligne par facteur qui compte suffit."
    ),
    "DIA010.title": "Un élément du SWOT s'appuie sur une preuve",
    "DIA010.found": "{id} ne s'appuie sur aucune preuve",
    "DIA010.why": (
        "Un chiffre, une étude ou un constat du diagnostic sépare le fait de l'opinion partagée autour de la table."
    ),
    "REV001.title": "Chaque action passée a son verdict",
    "REV001.found": "{id} attend son verdict",
    "REV001.why": "Reconduire, corriger ou abandonner : sans décision, l'action passée revient par habitude.",
    "REV002.title": "Les actions de l'an dernier sont revues",
    "REV002.found": "Les actions de l'an dernier ne sont pas revues",
    "REV002.why": (
        "Ce que l'on a obtenu, et à quel coût, est l'étude la moins chère. Un premier plan peut s'en dispenser."
    ),
    "SEG001.title": "Un segment dit comment ses clients achètent",
    "SEG001.found": "{id} ne dit pas comment ces clients achètent",
    "SEG001.why": (
        "Deux groupes qui achètent de la même façon n'en font qu'un. La façon d'acheter commande la "
        "politique et l'offre."
    ),
    "SEG002.title": "Un segment a sa politique",
    "SEG002.found": "{id} n'a pas de politique propre",
    "SEG002.why": (
        "Un segment traité comme les autres n'avait pas à être distingué. Écartez-le des cibles, ou "
        "donnez-lui une politique."
    ),
    "SEG003.title": "Un segment a une offre adaptée",
    "SEG003.found": "{id} n'a pas d'offre adaptée",
    "SEG003.why": "L'offre est ce que l'acheteur voit de la politique : sans elle, la politique reste sur le papier.",
    "SEG004.title": "La satisfaction d'un segment visé se mesure",
    "SEG004.found": "{id} : rien ne mesure la satisfaction",
    "SEG004.why": (
        "Le plan doit laisser des clients plus satisfaits qu'avant. Dites à quoi on le verra, ou rattachez "
        "un indicateur."
    ),
    "OBJ001.title": "Un objectif a une échéance",
    "OBJ001.found": "{id} n'a pas d'échéance",
    "OBJ001.why": "Sans date, aucun relevé ne peut être en retard, donc rien ne sera corrigé à temps.",
    "OBJ002.title": "Un objectif se mesure",
    "OBJ002.found": "{id} ne se mesure pas ({field} à remplir)",
    "OBJ002.why": (
        "Si l'on ne peut dire ni ce que l'on compte ni combien on en veut, personne ne dira que c'est atteint."
    ),
    "OBJ003.title": "Un objectif qualitatif dit tout de même comment en juger",
    "OBJ003.found": "{id} reste qualitatif ({field} vide)",
    "OBJ003.why": (
        "Certaines visées se laissent mal compter. Une échelle ou un test par oui ou non abrège pourtant le "
        "débat le jour venu."
    ),
    "OBJ004.title": "Une cible fait mieux que la situation présente",
    "OBJ004.found": "{id} vise {target}, moins bien que {start}",
    "OBJ004.why": "Ou bien la cible est déjà dépassée, ou bien son indicateur va dans l'autre sens.",
    "OBJ005.title": "Une fourchette a deux bornes, la haute au-dessus de la basse",
    "OBJ005.found": "{id} : borne haute absente, ou sous la borne basse",
    "OBJ005.why": "Avec une seule borne, c'est un seuil ; bornes croisées, aucun relevé ne peut y tomber.",
    "OBJ006.title": "Un objectif dit d'où il part",
    "OBJ006.found": "{id} ne dit pas d'où il part",
    "OBJ006.why": "Le chemin vers la cible se trace depuis ce point ; sans lui, la part accomplie ne se calcule pas.",
    "OBJ007.title": "Un plan a des objectifs",
    "OBJ007.found": "Il n'y a pas encore d'objectif",
    "OBJ007.why": "Actions, argent et indicateurs en découlent. Partez des lignes du SWOT qui pèsent le plus.",
    "ACT001.title": "Une action sert un objectif",
    "ACT001.found": "{id} ne sert aucun objectif",
    "ACT001.why": "Une action sans objectif ne peut ni réussir ni échouer : rien ne permet d'en juger le résultat.",
    "ACT002.title": "Chaque action a son responsable",
    "ACT002.found": "{id} : personne n'en a la charge",
    "ACT002.why": "Un nom, et un seul : à deux responsables, chacun attend l'autre.",
    "ACT003.title": "Une action en cours a des jalons",
    "ACT003.found": "{id} est en cours sans jalon",
    "ACT003.why": "Entre le premier et le dernier jour, seule une étape datée montre si l'on est dans les temps.",
    "ACT004.title": "Les jalons précèdent la fin de leur action",
    "ACT004.found": "{id} tombe le {due}, après la fin de {action}",
    "ACT004.why": "Ou bien l'action dure plus qu'elle ne le dit, ou bien le jalon appartient à une autre.",
    "ACT005.title": "Une action dit quand elle commence",
    "ACT005.found": "{id} ne dit pas quand elle commence",
    "ACT005.why": "Sans début, pas de barre sur la frise, et ses dépenses s'étalent sur toute l'année.",
    "ACT006.title": "Un jalon est atteint à sa date",
    "ACT006.found": "{id} était dû le {due} et n'est pas fait",
    "ACT006.why": "Notez le jour où il l'a été, ou fixez une autre date et voyez ce qu'elle retarde.",
    "ACT007.title": "Une action commence après celles dont elle dépend",
    "ACT007.found": "{id} commence avant la fin de {action} ({end})",
    "ACT007.why": "L'une des deux dates ne tient pas, ou la dépendance n'est que partielle.",
    "BUD001.title": "Le total reste sous le plafond",
    "BUD001.found": "Le total dépasse le plafond de {over}",
    "BUD001.why": "Le plan excède ce qui lui est accordé : coupez, ou faites relever le plafond.",
    "BUD002.title": "Une ligne s'appuie sur quelque chose",
    "BUD002.found": "{id} ne s'appuie sur rien",
    "BUD002.why": (
        "Un devis, le chiffre de l'an dernier, un contrat ; à défaut, une estimation qui se donne pour telle."
    ),
    "BUD003.title": "Les parts font 100",
    "BUD003.found": "{id} : les parts font {total}, et non 100",
    "BUD003.why": (
        "Une part du coût ne reviendrait à aucune action, ou reviendrait deux fois. En attendant, les parts "
        "servent de poids."
    ),
    "BUD004.title": "Une ligne a une seule forme de montant",
    "BUD004.found": "{id} porte deux formes de montant",
    "BUD004.why": (
        "Un montant, un coût unitaire ou des mois : le premier présent compte, les autres trompent le lecteur."
    ),
    "BUD005.title": "Une ligne a un montant",
    "BUD005.found": "{id} n'a pas de montant",
    "BUD005.why": "Elle compte 0 tant que l'on ne sait pas. Si rien ne sera payé, tapez 0 : cela le dit.",
    "BUD006.title": "Un devis est encore valable",
    "BUD006.found": "{id} : devis valable jusqu'au {date} seulement",
    "BUD006.why": (
        "Passé ce jour, le fournisseur n'est plus tenu par son prix. Redemandez le devis, ou engagez-vous à temps."
    ),
    "BUD007.title": "Aucun fournisseur ne tient seul le budget",
    "BUD007.found": "{supplier} prend {share} % du budget",
    "BUD007.why": (
        "Si cette maison défaille ou augmente ses prix, l'essentiel du plan suit. Un second nom au dossier coûte peu."
    ),
    "BUD008.title": "Une formule se calcule",
    "BUD008.found": "{id} : la formule ne se calcule pas ({field})",
    "BUD008.why": (
        "En attendant elle compte 0. Cherchez un signe mal tapé, une division par zéro ou une hypothèse sans valeur."
    ),
    "BUD009.title": "Une ligne en devise a son taux de change",
    "BUD009.found": "{id} est en {currency}, sans taux de change",
    "BUD009.why": "Deux monnaies ne s'additionnent pas. Entrez le taux, et le jour où il a été lu.",
    "BUD010.title": "L'estimation basse est sous la haute",
    "BUD010.found": "{id} : estimation basse {low} au-dessus de la haute {high}",
    "BUD010.why": "Bornes croisées, le total ne peut être donné en fourchette.",
    "BUD011.title": "Un plan a un budget",
    "BUD011.found": "Il n'y a pas encore de poste au budget",
    "BUD011.why": "Toute dépense a sa place ici, même petite, même payée par un autre.",
    "BUD012.title": "Une grosse ligne se compare sur trois devis",
    "BUD012.found": "{id} pèse plus de 5 % du budget, avec {count} devis sur 3",
    "BUD012.why": "Un prix seul ne se juge pas. Demandez-en deux autres sur le même descriptif avant de vous engager.",
    "BUD013.title": "Une ligne vaut le devis retenu",
    "BUD013.found": "{id} : {amount} au budget, {quoted} au devis retenu",
    "BUD013.why": (
        "L'un des deux est périmé. Reprenez le devis (commande « Retenir un devis »), ou retenez-en un autre."
    ),
    "BUD014.title": "Un devis plus cher se justifie",
    "BUD014.found": "{id} : devis retenu à {chosen}, un autre est à {low}",
    "BUD014.why": (
        "Délai, qualité, service : la raison est souvent bonne, et la première question du client. Mettez-la en note."
    ),
    "BUD015.title": "Une ligne reconduite reste proche de l'an dernier",
    "BUD015.found": "{id} : {rise} % au-dessus de l'an dernier",
    "BUD015.why": (
        "Au-delà de 25 %, ce n'est plus l'an dernier qui fonde le chiffre. Demandez un devis, ou donnez-le pour une "
        "estimation."
    ),
    "FUN001.title": "Un financement dit ce qu'il apporte",
    "FUN001.found": "{id} n'a ni montant ni taux",
    "FUN001.why": "Un argent sans chiffre ne peut faire face à aucune dépense.",
    "IND001.title": "Un indicateur mesure chaque objectif",
    "IND001.found": "Aucun indicateur ne mesure {id}",
    "IND001.why": "Un objectif que personne ne relève se découvre manqué quand il est trop tard pour agir.",
    "IND002.title": "Des relevés successifs diffèrent",
    "IND002.found": "{id} : relevés du {first} et du {second} identiques",
    "IND002.why": (
        "Deux fois le même chiffre exactement, c'est possible, et plus souvent une recopie. Revoyez la source."
    ),
    "IND003.title": "Quelqu'un relève l'indicateur, à un rythme fixé",
    "IND003.found": "{id} : {field} à remplir",
    "IND003.why": "Un relevé dont tout le monde est chargé, ou sans rythme, ne se fait pas.",
    "IND004.title": "Un relevé porte sur un jour passé",
    "IND004.found": "{id} : relevé daté du {date}, encore à venir",
    "IND004.why": "Un chiffre pour un jour à venir est une prévision, ou une faute d'année.",
    "IND005.title": "Un indicateur découle d'un objectif",
    "IND005.found": "{id} ne découle d'aucun objectif ni action",
    "IND005.why": "Ce qui se compte est sans fin ; seul ce qui renseigne sur un objectif vaut le temps du relevé.",
    "IND006.title": "Décider d'agir mène à une action",
    "IND006.found": "{id} décide d'agir, sans nommer d'action",
    "IND006.why": "L'écart sur {indicator} reste ouvert tant qu'une action, avec un responsable, ne le reprend pas.",
    "TRC001.title": "Chaque ligne du SWOT a sa réponse, ou est écartée",
    "TRC001.found": "Rien ne répond à {id}",
    "TRC001.why": (
        "Qu'un objectif ou une décision y réponde, ou dites pourquoi personne ne le fera : un choix assumé "
        "n'est pas un oubli."
    ),
    "TRC002.title": "L'argent sert un objectif",
    "TRC002.found": "{id} : {amount} ne servent aucun objectif",
    "TRC002.why": (
        "Rattachez la ligne à une action qui en sert un. Ce qui ne sert alors à rien est le premier endroit où couper."
    ),
    "TRC003.title": "Une action sert chaque objectif",
    "TRC003.found": "Aucune action ne sert {id}",
    "TRC003.why": (
        "Une cible à laquelle aucun travail ne mène est un vœu. Donnez-lui une action, ou des sous-objectifs "
        "qui en ont."
    ),
    "TRC010.title": "Un lien repose encore sur ce qui est dit",
    "TRC010.found": "{id} repose sur {name}, qui dit autre chose désormais",
    "TRC010.why": (
        "Le lien a été confirmé sur d'autres mots. Relisez les deux : confirmez-le tel quel (c dans le fil), ou "
        "changez ce qui en découlait."
    ),
    "TRC011.title": "Un lien confirmé existe toujours",
    "TRC011.found": "{name} : ce lien n'existe plus",
    "TRC011.why": "Son empreinte est restée après une retouche à la main. Elle ne dit plus rien : retirez-la.",
}
