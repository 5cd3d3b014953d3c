"""Ce que dit la ligne de commande : emploi, aide, erreurs d'emploi, réponses des commandes."""

WORDS: dict[str, str] = {
    "usage": "Emploi : {usage}",
    "commands": "Commandes :",
    "options": "Options :",
    "file": "FICHIER",
    "usage_of.": "planmark [FICHIER]  ou  planmark COMMANDE …",
    "usage_of.new": "planmark new FICHIER [--example NOM] [--from MODÈLE] [--take-over]",
    "usage_of.check": "planmark check FICHIER… [--today DATE] [--json]",
    "usage_of.rules": "planmark rules [CODE] [--json]",
    "usage_of.show": "planmark show FICHIER [SECTION] [--scenario ID] [--json]",
    "usage_of.budget": "planmark budget FICHIER [--by AXE] [--scenario ID] [--json]",
    "usage_of.dashboard": "planmark dashboard FICHIER [--today DATE] [--json]",
    "usage_of.risk": "planmark risk FICHIER [--scenario ID] [--json]",
    "usage_of.trace": "planmark trace FICHIER [ID] [--money BUT] [OPTION…]",
    "usage_of.what-if": "planmark what-if FICHIER [ESSAI…] [--save-as ID] [OPTION…]",
    "usage_of.set": "planmark set FICHIER CHEMIN=VALEUR… [--take-over]",
    "usage_of.diff": "planmark diff AVANT [APRÈS] [--scenario ID] [--exit-code] [--json]",
    "usage_of.renew": "planmark renew FICHIER NOUVEAU [--take-over] [--json]",
    "usage_of.export": "planmark export FICHIER [--to FORMAT] [-o SORTIE] [OPTION…]",
    "usage_of.import": "planmark import FICHIER SOURCE [--as GENRE] [--yes] [OPTION…]",
    "usage_of.recover": "planmark recover [FICHIER|DOSSIER…] [OPTION…]",
    "usage_of.guide": "planmark guide [SUJET]",
    "about.": "ouvre l'interface sur un plan, nouveau si le fichier n'existe pas",
    "about.new": "écrit un nouveau plan",
    "about.check": "ce que des plans ne suivent pas de la méthode",
    "about.rules": "les règles d'après lesquelles les plans sont vérifiés",
    "about.show": "un plan, ou l'une de ses sections",
    "about.budget": "les totaux du budget",
    "about.dashboard": "chaque indicateur sur son chemin : écart, tendance, atterrissage",
    "about.risk": "où le total peut finir, et quelles lignes pèsent le plus",
    "about.trace": "ce qui repose sur quoi, des constats à l'argent",
    "about.what-if": "des essais sur le budget, et ce qu'ils coûtent",
    "about.set": "modifie des champs et enregistre",
    "about.diff": "ce qui a changé d'un plan à un autre",
    "about.renew": "le plan de l'an prochain à partir de celui-ci",
    "about.export": "le plan en document, en feuille de calcul, en agenda ou en données",
    "about.import": "ce qui revient du dehors, en différences, puis repris",
    "about.recover": "ce que des arrêts brutaux ont laissé : voir, restaurer, jeter",
    "about.guide": "le guide sur une étape ou un champ",
    "help_of.": (
        "Des plans marketing opérationnels dans le terminal. Un fichier qui porte le nom d'une commande s'écrit avec "
        "son dossier : ./new"
    ),
    "help_of.new": (
        "Écrit un nouveau plan : l'an prochain, en euros, intitulé comme son fichier. Avec --from, la copie entière "
        "d'un autre plan sous ce titre. Un fichier qui existe n'est pas remplacé."
    ),
    "help_of.check": (
        "Une ligne par constat : fichier, gravité, règle, champ, phrase.\n"
        "État de sortie : 0 aucune erreur, 1 des erreurs, 2 un fichier inutilisable."
    ),
    "help_of.rules": "Toutes les règles, ou l'une d'elles avec sa raison et le guide qui en parle.",
    "help_of.show": (
        "SECTION est une section du fichier (diagnostic.swot, budget), une fiche (objectives.O1) ou une étape "
        "(diagnostic). En JSON : les tables telles que le fichier les tient, les nombres chiffre pour chiffre, les "
        "dates en texte ISO."
    ),
    "help_of.budget": "Le total hors taxes, la taxe, le total TTC, et ce qui reste sous le plafond.",
    "help_of.dashboard": (
        "Le tableau de bord à un jour donné, aujourd'hui par défaut : le dernier chiffre de chaque indicateur, ce que "
        "son chemin vers la cible attendait ce jour-là, l'écart, la tendance, et où il finira à son échéance. Un "
        "écart au-delà de la tolérance demande une cause et une décision."
    ),
    "help_of.risk": (
        "D'après les bornes basses et hautes des lignes, ou leurs devis : moyenne, écart type, P10 à P90, provision "
        "pour aller jusqu'à P80, chances de tenir sous le plafond, et les lignes selon ce qu'elles pèsent. Les lignes "
        "bloquées, engagées, facturées ou payées ne varient pas."
    ),
    "help_of.trace": (
        "Le fil du plan, des constats à l'argent ; avec un ID, ce sur quoi cette fiche repose et ce qui repose sur "
        "elle. ✓ un lien confirmé, · jamais confirmé, ⚠ suspect : ce sur quoi il repose a changé depuis. ○ marque un "
        "orphelin.\nÉtat de sortie : 1 quand --orphans ou --suspect en trouve."
    ),
    "help_of.what-if": (
        "Applique les essais l'un après l'autre et montre les totaux avant et après, les lignes changées, et ce qui "
        "n'est plus financé. Rien n'est écrit sans --save-as.\n"
        "Un essai : B1=12000, B1=+10%, B1=-500, B1==12*350, A3=excluded, A3=delay:2, A3=scale:80, @day_rate=500. Sur "
        "un total, category:salons=9000 se répartit sur ses lignes. Un but : total<50000, A1<10000, O2>8000, "
        "month:2027-03<4000. Dans un shell, < et > se mettent entre guillemets. Les nombres sont en notation de "
        "machine (1234.5), dans les prix du plan. Répartitions et buts laissent tranquilles les lignes bloquées, "
        "engagées, facturées et payées.\n"
        "État de sortie : 0 fait, 1 hors d'atteinte (le plus proche est montré, rien n'est enregistré), 2 inutilisable."
    ),
    "help_of.set": (
        "Chaque CHEMIN=VALEUR modifie un champ : budget.B1.amount=1200. Nombres, dates et mois comme dans le fichier "
        "(1234.5, 2027-06-30, 2027-03), true ou false, listes à virgules. CHEMIN= vide un champ, ou retire une fiche ; "
        "le chemin d'une fiche absente la crée. Dans un scénario, un nombre signé est un changement (+500, -10%). "
        "Toutes les modifications sont faites, ou aucune."
    ),
    "help_of.diff": (
        "Une phrase par élément qui diffère, sous sa section : ce qui s'y trouvait et ce qui s'y trouve. L'ordre des "
        "éléments n'est pas une différence. Avec --scenario les deux plans sont tels qu'il les voit ; d'un plan seul, "
        "ce qui diffère est ce que le scénario y change.\n"
        "État de sortie : 0, et avec --exit-code 1 si quelque chose diffère ; 2 un fichier inutilisable."
    ),
    "help_of.renew": (
        "Écrit le plan de l'an prochain dans NOUVEAU, qui ne doit pas exister. Les actions forment son bilan ; celles "
        "qui sont abandonnées restent en arrière, les autres sont replanifiées un an plus tard. La dépense devient "
        "celle de l'an dernier et le montant de départ, les derniers relevés les valeurs de départ. Ce qui est repris, "
        "abandonné et reste à décider est affiché. FICHIER ne change pas."
    ),
    "help_of.export": (
        "Écrit le plan tel que d'autres le lisent. Le format est celui de --to, sinon celui que dit la fin du nom de "
        "SORTIE ; sans SORTIE, le fichier est posé à côté du plan, sous son nom. Un fichier qui existe n'est remplacé "
        "qu'avec --force.\n"
        "Profils : client (sans notes, provenances, bornes, devis ni jours des personnes), internal (tout), board "
        "(comme pour le client, en bref et arrondi). Le document est dans la langue du plan, sauf si --lang en dit "
        "une autre."
    ),
    "help_of.import": (
        "SOURCE est reconnu à ce qu'il contient : lignes de budget ou devis dans le CSV ou la feuille de n'importe "
        "qui, écritures comptables (FEC), factures électroniques, relevés d'indicateurs, copie modifiée d'un classeur, "
        "d'un calendrier ou de données faits par export. Ce qu'il changerait est montré avec les mots du plan, avec "
        "ce qui n'est pas repris et pourquoi ; --yes le reprend et enregistre. Les totaux sont vérifiés, jamais "
        "pris pour des lignes. GENRE : workbook, lines, quotes, ledger, invoice, readings, dates ou json.\n"
        "Ce que veulent dire les colonnes d'un fichier est montré, et retenu pour le prochain fichier semblable ; "
        "--save-mapping l'écrit dans un fichier que lit --mapping.\n"
        "Code de sortie : 0 fait, 1 quelque chose n'est pas repris ou ne concorde pas, 2 un fichier ou une cellule "
        "illisible : rien n'est repris alors."
    ),
    "help_of.recover": (
        "Montre les séances arrêtées sans enregistrer et, à côté des plans nommés (ou dans les dossiers), les fichiers "
        "temporaires d'enregistrements interrompus et les verrous de processus disparus.\n"
        "--restore écrit le plan retrouvé dans FICHIER comme un enregistrement, refusé s'il a été écrit depuis "
        "(code 2) ; -o écrit un autre fichier, qui ne doit pas exister. Les textes en cours de frappe sont affichés. "
        "--discard efface ce qui reste de FICHIER. De plusieurs, la plus récente est restaurée. Ce qui est ouvert est "
        "laissé en paix (code 2)."
    ),
    "help_of.guide": (
        "SUJET est une page (objectives), une section d'une page (objectives#deadline), le chemin d'un champ, ou des "
        "mots d'un titre. Sans sujet, la liste des sujets."
    ),
    "option.--example": "--example NOM",
    "option.--from": "--from MODÈLE",
    "option.--money": "--money BUT",
    "option.--orphans": "--orphans",
    "option.--suspect": "--suspect",
    "option.--today": "--today DATE",
    "option.--scenario": "--scenario ID",
    "option.--strategy": "--strategy MANIÈRE",
    "option.--save-as": "--save-as ID",
    "option.--yes": "--yes",
    "option.--as": "--as GENRE",
    "option.--map": '--map "COLONNE=CHAMP"',
    "option.--mapping": "--mapping FICHIER",
    "option.--save-mapping": "--save-mapping FICHIER",
    "option.--take-over": "--take-over",
    "option.--by": "--by AXE",
    "option.--to": "--to FORMAT",
    "option.--force": "--force",
    "option.--machine": "--machine",
    "option.--profile": "--profile NOM",
    "option.--template": "--template FICHIER",
    "option.--list": "--list",
    "option.--restore": "--restore FICHIER",
    "option.--discard": "--discard FICHIER",
    "option.-o": "-o SORTIE",
    "option.--exit-code": "--exit-code",
    "option.--json": "--json",
    "option.--lang": "--lang fr|en",
    "option.--help": "-h, --help",
    "option.--version": "--version",
    "about.--example": "twin-cities-gateway (anglais) ou suisse-tourisme (français)",
    "about.--from": "un plan à copier",
    "about.--today": "comme si l'on était ce jour-là (2027-06-30)",
    "about.--scenario": "le plan tel que ce scénario le voit",
    "about.--strategy": "comment chercher un but : pro-rata, priority (la plus basse d'abord) ou fewest (lignes)",
    "about.--save-as": "garde les différences dans le plan comme un nouveau scénario",
    "about.--as": "le lire comme ce genre de fichier, quoi qu'il paraisse",
    "about.--map": "ce que veut dire une colonne ; rien après le = la laisse de côté ; répétable",
    "about.--mapping": "ce que veulent dire ses colonnes, tel que --save-mapping l'a écrit",
    "about.--save-mapping": "écrire dans ce fichier ce que veulent dire ses colonnes",
    "about.--yes": "reprendre les changements et enregistrer",
    "about.--take-over": "écrire même si quelqu'un d'autre modifie le plan",
    "about.--by": "category, group, action, objective, segment, supplier, source, status ou month",
    "about.--money": "le budget par constat (finding), objectif (objective), segment ou canal (channel)",
    "about.--orphans": "où le fil est coupé, dans les deux sens",
    "about.--suspect": "les liens à revoir",
    "about.--to": "le format : html, pdf, docx, pptx, xlsx, md, csv, ics, json",
    "about.--force": "écrit par-dessus un fichier qui existe",
    "about.--machine": "csv : dans la notation des programmes (virgules, points, UTF-8 sans marque)",
    "about.--profile": "pour qui : client, internal ou board",
    "about.--template": "docx, pptx : celui du client (.dotx et .potx aussi) : ses styles, en-têtes, dispositions",
    "about.--list": "ce qui reste (aussi sans option)",
    "about.--restore": "écrit le plan retrouvé dans ce fichier",
    "about.--discard": "jette ce qui reste de ce fichier",
    "about.-o": "le fichier à écrire",
    "about.--exit-code": "sortir avec 1 si quelque chose diffère",
    "about.--json": "répond à un programme plutôt qu'à une personne",
    "about.--lang": "la langue à parler",
    "about.--help": "cette aide",
    "about.--version": "de quel Planmark il s'agit",
    "usage.map": "{option} {word} : attendu : COLONNE=CHAMP",
    "usage.language": "{word} n'est pas une langue connue ({known})",
    "usage.option_unknown": "pas d'option {option} ici",
    "usage.option_near": "pas d'option {option} ici ; vouliez-vous dire {near} ?",
    "usage.option_plain": "{option} ne prend pas de valeur",
    "usage.option_bare": "{option} attend une valeur",
    "usage.too_few": "il manque quelque chose",
    "usage.too_many": "une chose de trop : {word}",
    "usage.command_unknown": "pas de commande {word}",
    "usage.command_near": (
        "pas de commande {word} ; vouliez-vous dire {near} ? (Un fichier de ce nom s'écrit ./{word})"
    ),
    "usage.date": "{option} attend une date comme 2027-06-30, et non {word}",
    "usage.either": "{one} ou {other}, pas les deux",
    "usage.value": "{option} ne connaît pas {word}, mais {known}",
    "usage.assignment": "{word} n'a pas la forme CHEMIN=VALEUR",
    "held": (
        "{file} : {who} modifie ce plan depuis le {since} ; rien n'a été enregistré. --take-over écrit quand même."
    ),
    "not_printed": "la réponse n'a pas pu être écrite.",
    "diff.none": "Rien ne diffère.",
    "diff.links": "Liens confirmés",
    "new.made": "{file} est prêt : planmark {file} l'ouvre.",
    "set.saved": "{file} enregistré : {paths}.",
    "set.kept": " Le fichier d'avant, avec ses commentaires, est gardé à côté (.bak).",
    "set.unchanged": "{file} : rien à changer.",
    "severity.error": "erreur",
    "severity.warning": "avertissement",
    "severity.advice": "conseil",
    "severity.waived": "dérogation",
    "count.more": "… et {n} de plus, que dit --json.",
    "count.none": "rien à signaler.",
    "count.error.one": "{n} erreur",
    "count.error.other": "{n} erreurs",
    "count.warning.one": "{n} avertissement",
    "count.warning.other": "{n} avertissements",
    "count.advice.one": "{n} conseil",
    "count.advice.other": "{n} conseils",
    "count.waived.one": "{n} dérogation",
    "count.waived.other": "{n} dérogations",
    "family.PLN": "le plan et ses liens",
    "family.DIA": "diagnostic",
    "family.REV": "bilan",
    "family.SEG": "segments",
    "family.DEC": "décisions",
    "family.OBJ": "objectifs",
    "family.ACT": "actions",
    "family.BUD": "budget",
    "family.FUN": "financements",
    "family.IND": "indicateurs",
    "family.TRC": "des constats à l'argent",
    "family.ORI": "orientation client",
    "family.PUR": "achats",
    "rules.unknown": "pas de règle {code}.",
    "rules.near": "pas de règle {code} ; vouliez-vous dire {near} ?",
    "show.unknown": "un plan n'a pas de section {section}. Ses sections : {known}.",
    "show.near": "un plan n'a pas de section {section} ; vouliez-vous dire {near} ?",
    "show.absent": "{path} n'est pas dans ce plan.",
    "show.empty": "(rien encore)",
    "scenario.unknown": "pas de scénario {id} dans ce plan. Ses scénarios : {known}.",
    "scenario.none": "pas de scénario {id} : ce plan n'en a aucun.",
    "scenario.seen": "Scénario : {name}",
    "budget.excl_tax": "HT",
    "budget.tax": "taxe",
    "budget.incl_tax": "TTC",
    "budget.by.category": "Catégorie",
    "budget.by.group": "Groupe",
    "budget.by.action": "Action",
    "budget.by.objective": "Objectif",
    "budget.by.segment": "Segment",
    "budget.by.supplier": "Fournisseur",
    "budget.by.source": "Source",
    "budget.by.status": "État",
    "budget.by.month": "Mois",
    "budget.nothing": "(sans)",
    "budget.total": "Total",
    "budget.base": "Sans le scénario",
    "budget.difference": "Différence",
    "budget.left": "Plafond : {ceiling} {side} ; il reste {left}.",
    "budget.over": "Plafond : {ceiling} {side} ; {over} de trop.",
    "budget.lines.one": "{n} ligne",
    "budget.lines.other": "{n} lignes",
    "what_if.unreadable": "{word} n'est pas un essai : B1=12000, A3=excluded, @day_rate=500, total<50000…",
    "what_if.unknown": "rien ne s'appelle {word} dans le budget.",
    "what_if.unknown_near": "rien ne s'appelle {word} dans le budget ; vouliez-vous dire {near} ?",
    "what_if.total_lever": "{word} ne peut être ni exclu, ni décalé, ni réduit : seule une ligne, une action le peut.",
    "what_if.formula": "{word} : {reason}",
    "what_if.before": "Avant",
    "what_if.after": "Après",
    "what_if.difference": "Différence",
    "what_if.lines": "Lignes ({side})",
    "what_if.no_line": "Aucune ligne ne change de montant.",
    "what_if.excluded": "{name} : exclu.",
    "what_if.delay.one": "{name} : {n} mois plus tard.",
    "what_if.delay.other": "{name} : {n} mois plus tard.",
    "what_if.sooner.one": "{name} : {n} mois plus tôt.",
    "what_if.sooner.other": "{name} : {n} mois plus tôt.",
    "what_if.scale": "{name} : à {n} %.",
    "what_if.driver": "{name} : {before} devient {after}.",
    "what_if.goal": "{text} est hors d'atteinte : au plus près, {nearest} (à {missing}).",
    "what_if.spread": "{text} ne peut être réparti : au plus près, {nearest} (à {missing}).",
    "what_if.objective_unfunded": "{name} n'a plus d'action financée.",
    "what_if.indicator_without_action": "{name} n'a plus rien à mesurer : {because} n'est plus financé.",
    "what_if.indicator_without_objective": "{name} n'a plus rien à mesurer : {because} n'est plus financé.",
    "what_if.milestone_moot": "{name} n'a plus d'objet : {because} n'est plus financé.",
    "what_if.segment_unserved": "Plus aucune action financée ne sert {name}.",
    "what_if.saved": "Scénario {id} enregistré dans {file}.",
    "what_if.not_saved": "Rien n'est enregistré.",
    "guide.unknown": "rien dans le guide sur {topic}.",
    "guide.near": "rien dans le guide sur {topic}. Tout près :",
    "guide.several": "{topic} se trouve à plusieurs endroits :",
}
