"""Ce qu'une séance précédente a laissé sans l'enregistrer : à l'ouverture d'un plan, et pour `planmark recover`."""

WORDS: dict[str, str] = {
    "title": "Une séance précédente a laissé du travail non enregistré",
    "ended": "Elle s'est arrêtée le {when} sans enregistrer. Rien n'en est dans le fichier.",
    "elsewhere": "Elle tournait sur un autre ordinateur, {host}. Ouverte là-bas encore ? Choisissez « plus tard ».",
    "file_changed": "Le fichier a été écrit depuis. Les deux sont gardés : l'enregistrement demandera lequel prendre.",
    "others.one": "{n} séance plus ancienne reste aussi.",
    "others.other": "{n} séances plus anciennes restent aussi.",
    "order": "Des fiches sont dans un autre ordre.",
    "texts": "En cours de frappe",
    "text": "{field} : « {text} »",
    "enter": "Entrée",
    "restore": "restaurer",
    "discard": "jeter…",
    "later": "plus tard",
    "back": "Revenir à ce qui est resté",
    "discard_surely": "Le jeter pour de bon",
    "restored": "La séance reprend où elle s'était arrêtée. Ctrl+S l'enregistre, Ctrl+Z la défait pas à pas.",
    "kept": "Il est gardé, et la question reviendra à la prochaine ouverture.",
    "discarded": "C'est jeté.",
    "not_discarded": "✗ Impossible de l'effacer : {reason}.",
    "damaged": "Ce qu'une séance précédente a gardé est illisible ({file}).",
}
