"""Les mots français."""
