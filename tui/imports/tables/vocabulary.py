"""What columns are called, in French and in English, from accounting software as from somebody's own sheet."""

import re
from collections.abc import Iterable, Mapping

from tui.text import folded

_LONGEST = 100
"""What is longer is no name of a column."""
_NOISE = re.compile(r"[^\w%/]+|_+")
_UNITS = re.compile(
    r"\b(?:en )?(?:milliers?|millions?)(?: d ?| de | of )?(?:euros?|eur)?\b"
    r"|[(\[]\s*(?:en |in )?[km]?(?:€|eur|euros|usd|chf|gbp|\$|£)\s*(?:ht|ttc)?\s*[)\]]"
    r"|\b(?:en|in) [km]?(?:€|eur|euros|usd|chf|gbp|\$)"
)


def plain(name: str) -> str:
    """A column's name without case, accents, punctuation: `Montant H.T. (€)` is `montant ht`."""
    text = folded(name).replace("’", "'")
    text = re.sub(r"\b([a-z])\.([a-z])\.(?:([a-z])\.?)?", r"\1\2\3", text)
    return " ".join(_NOISE.sub(" ", _UNITS.sub(lambda found: " ttc " if "ttc" in found[0] else " ", text)).split())


_AMOUNTS = (
    r"montants?|prix|totaux|total|couts?|budgets?|amounts?|costs?|prices?|sommes?|depenses?|enveloppes?|valeurs?|values?"
    r"|previsions?|previsionnels?|planned|forecast|estimates?|estimation|subtotal|line total|extended( price)?|net"
    r"|credits?|allocation|spend"
)
_QUALIFIED = (
    r"previsionnel|prevu|estime|demande|propose|initial|vote|alloue|total|global|annuel|planned|requested|approved"
    r"|proposed|estimated|forecast|annual|net|amount|cost|price|budget|de la ligne|ligne|line"
)
_WITHOUT_TAX = r"ht|hors (taxes?|tva)|excl.*|ex vat|ex tax|before tax|without tax|pre tax"
Vocabulary = Mapping[str, tuple[str, ...]]
LINES: Vocabulary = {
    "id": (r"id|identifiant|identifier|planmark( id)?|code planmark|n( |o )?ligne",),
    "tax_rate": (
        r"(taux|tx)( de)?( tva| taxe)?|tax(es?)?|tva %|% ?tva|%|(vat|tax|sales tax)( rate| %)|rate of (vat|tax)|vat",
        r"tva",
    ),
    "amount_tax": (
        r"(montant|mt|total|dont)( de( la)?)? tva|tva (montant|mt|eur)|(vat|tax) amount",
        r"amount of (tax|vat)|tax(es?)?( amount)?",
    ),
    "amount_incl": (
        r"(.* )?ttc|(.* )?(incl|including|with|inc)( of)? (vat|tax|taxes|tva)",
        r"(montant|prix|total|cout) brut|gross( amount| total| cost)?|toutes taxes( comprises)?",
    ),
    "unit_cost": (
        r"(prix|cout|tarif|montant|px|p)( ht)? ?(unitaire|unit|u|/u|/ unite|a l unite)( ht| net)?",
        r"pu( ht| net)?|unit (price|cost|rate)( excl.*| net)?",
        r"(price|cost|rate) (per|/) ?(unit|item|piece|day)|price each|tjm|day rate",
    ),
    "quantity": (
        r"quantites?|qtes?|qty|qte|quantity|nb|nbre|nombre( d[e'] ?.*)?|volume|units?( number)?",
        r"number( of .*)?|jours|days|count|q",
    ),
    "unit": (r"unites?|unit of measure|uom|u|mesure",),
    "last_year": (
        r"n ?1|n - 1",
        r"(budget|realise|reel|montant|depense|cout)s?( ht)? (n ?1|annee (precedente|derniere|passee))",
        r"annee (precedente|derniere|passee)|last year|previous year|prior year|py",
    ),
    "spent": (
        r"realises?|reel|reels|depense[sr]?( reel.*)?|depenses (realisees|reelles)|facture|montant facture",
        r"paye|consomme|actuals?|spent|actual (cost|spend|amount)|invoiced|paid|ytd",
    ),
    "committed": (
        r"engages?|montant engage|engagements?|engagement|commande|montant commande|committed|commitments?",
        r"ordered|po amount",
    ),
    "landing": (
        r"atterrissage|projection|estime final|prevision de fin.*|reestime|rea|landing|outturn",
        r"year end( cost| forecast)?|latest estimate|eac",
    ),
    "low": (r"(montant |estimation |hypothese )?(bas|basse|mini|minimum)|low( estimate)?|min|best case",),
    "high": (r"(montant |estimation |hypothese )?(haut|haute|maxi|maximum)|high( estimate)?|max|worst case",),
    "valid_until": (
        r"(date de |fin de )?validite( (du|de l) .*)?|valable jusqu.*|valid( until| to| till)?|expir.*",
        r"date d expiration|date limite",
    ),
    "start": (r"debut|date de debut|mois de debut|du|start( date| month)?|from|begin.*",),
    "end": (r"fin|date de fin|mois de fin|au|end( date| month)?|to|until",),
    "supplier": (
        r"fournisseurs?|prestataires?|supplier|vendor|provider|contractor|tiers|agence|partenaire",
        r"nom (du )?(fournisseur|tiers)|company|societe|beneficiaire|payee",
    ),
    "reference": (
        r"(n|no|num|numero|ref|references?)( (de |du )?(devis|contrat|commande|facture|quote|contract|piece|compte))?",
        r"reference|ref|devis|compte( general)?|account( number| code| no)?|gl( account| code)?",
        r"quote( no| number| ref.*)?|code( .*)?|imputation",
    ),
    "currency": (r"devise|monnaie|currency|cur|ccy",),
    "status": (r"statut|etat|status|state|avancement",),
    "source": (r"source|origine|base|basis|base du chiffrage",),
    "priority": (r"priorite|priority|prio|rang|rank",),
    "note": (
        r"(commentaire|remarque|observation|note|comment|remark|precision|detail)s?( .*)?|notes?",
        r"justification|hypotheses?|explanation|memo",
    ),
    "category": (
        r"(sous )?categories?|rubriques?|familles?|chapitres?|(postes? )?budgetaires?|poste budgetaire",
        r"category|categories|heading|section|types?( de (depense|cout|budget|frais))?|axes?( .*)?",
        r"domaines?|leviers?|cost (type|category)|expense (type|category)|line of business",
        r"nature comptable|theme|thematique|canal|canaux|channel|pole",
    ),
    "group": (
        r"groupes?|group|entites?|entity|service|direction|departement|department|marches?|market|pays",
        r"country|region|zone|campagne|campaign|projet|project|team|equipe|centre de cout.*",
        r"cost cent(er|re).*|business unit|bu|marque|brand",
    ),
    "action": (r"actions?|operations?|action (id|n)|plan d action|initiative|activite|activity",),
    "label": (
        r"libelles?( .*)?|designations?( .*)?|intitules?( .*)?|descriptions?( .*)?",
        r"(lignes?|postes?)( de)?( (depenses?|budget|cout))?|objet|natures?( (de( la)?|des) .*)?|articles?",
        r"items?|labels?|budget lines?|line( item)?|prestations?|names?|noms?|depenses?|expenses?",
        r"line description|produits?|services?|what|quoi|element|dispositif|support",
    ),
    "amount": (
        rf"(({_QUALIFIED}) )*({_AMOUNTS})( ({_QUALIFIED}))*( ({_WITHOUT_TAX}))?",
        rf"{_WITHOUT_TAX}|hors taxes?|(total|montant|prix|net) ht|previsionnel( .*)?|pt",
    ),
}
"""By field, in the order in which they are tried: how its column is called, as `plain` writes it."""

QUOTES: Vocabulary = {
    "line_id": (r"id|identifiant|planmark( id)?|ligne planmark|line id|budget line id",),
    "tax_rate": LINES["tax_rate"],
    "amount_tax": LINES["amount_tax"],
    "amount_incl": LINES["amount_incl"],
    "valid_until": (*LINES["valid_until"], r"(date )?(de )?(fin|echeance)( de)?( la)?( validite| l offre| du devis)?"),
    "date": (
        r"date( (du|de l|de la|of( the)?|d))?( ?(devis|offre|proposition|quote|offer|emission))?",
        r"(quote|offer|issue|issued)( date)?|emis( le)?|etabli( le)?|recu( le)?",
    ),
    "supplier": LINES["supplier"],
    "reference": (
        r"(n|no|num|numero|ref|reference)?( (du |de |d )?)?(devis|offre|proposition)( n| no| numero| ref)?",
        r"(n|no|num|numero|ref|reference|references)( (du |de |d )?(devis|offre|proposition|quote|offer))?",
        r"(quote|quotation|offer)( no| number| n| ref| reference| id)?|version",
    ),
    "line": (r"(ligne|poste)s?( (de |du )?(budget|depenses?))?|budget( line| item)?", *LINES["label"]),
    "amount": LINES["amount"],
}


def fields_called(name: str, vocabulary: Vocabulary) -> list[str]:
    """The fields that a column of this name may hold, the likeliest first."""
    if len(name) > _LONGEST:
        return []
    text = plain(name)
    return [
        field for field, patterns in vocabulary.items() if text and any(re.fullmatch(one, text) for one in patterns)
    ]


def is_known(name: str, vocabularies: Iterable[Vocabulary] = (LINES, QUOTES)) -> bool:
    """Whether some column is called so."""
    return any(fields_called(name, vocabulary) for vocabulary in vocabularies)
