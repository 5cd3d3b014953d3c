"""Deux personnes sur un plan : qui l'a, ce que chacune a changé, ce qui reste."""

WORDS: dict[str, str] = {
    "held": "{who} modifie ce plan depuis le {since}.",
    "on_machine": "{who} (sur {machine})",
    "somebody": "Quelqu'un",
    "moment": "{day} à {time}",
    "look_only": "Regarder seulement",
    "work_on_copy": "Travailler sur une copie, {file}",
    "take_it_over": "Prendre la main",
    "look_only_mark": "▪ lecture seule",
    "looking_only": "Rien ne peut être changé ; la palette permet de prendre la main.",
    "look_only_refused": "Lecture seule : {who} a ce plan. La palette permet de prendre la main.",
    "on_copy": "C'est votre copie à présent : Ctrl+S l'enregistre sous {file}.",
    "taken_over": "Vous avez la main sur le plan.",
    "nobody_else": "Personne d'autre n'a ce plan.",
    "was_taken_over": "Enregistré dans {file} ; {who} a pris la main entre-temps.",
}
