"""Electronic invoices (Factur-X, CII, UBL): read with care, checked to the cent, put on the lines they belong to."""
