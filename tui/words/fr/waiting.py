"""Ce qui se fait pendant ce temps : la ligne qui le dit, et ce qui arrive si on l'abandonne."""

WORDS: dict[str, str] = {
    "begun": "{sentence} … (Échap abandonne)",
    "line": "{sentence} … {seconds} s (Échap abandonne)",
    "given_up": "Abandonné : {sentence}.",
    "busy": "Pas encore : {sentence}, c'est en cours.",
    "died": "{sentence} : arrêté avant la fin{reason}, rien n'est fait.",
}
