"""Ce qui se dit des données qui reviennent."""

WORDS: dict[str, str] = {
    "too_large": "{file} : trop gros pour être les données d'un plan.",
    "no_json": "{file}, ligne {line} : ce n'est pas un JSON lisible.",
    "not_ours": "{file} : ces données ne viennent pas d'un plan.",
    "of_scenario": "{file} : fait depuis le scénario {scenario} ; seules les données du plan lui-même se reprennent.",
    "key": "{file} : {name} n'est pas connu ; connus : {known}.",
    "problem": "{file} : {path} : {reason}",
    "links": "les liens se confirment dans le plan, pas depuis un fichier.",
    "unmarked": "Sans ses empreintes, le fichier ne dit pas ce qui a été retiré : seul compte ce qui y figure.",
}
