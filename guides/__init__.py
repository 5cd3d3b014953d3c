"""The guidance shown beside the forms: one page a step, in French and English, and the loader that reads them."""
