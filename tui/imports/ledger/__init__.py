"""A French ledger (fichier des écritures comptables, tax procedures A47 A-1): what was spent, with whom."""
