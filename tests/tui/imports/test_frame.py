"""The frame of imports: a file told by what is in it, a mapping kept and found again, never one that does not fit."""

from pathlib import Path

import pytest

from tui.imports.recognition import recognised
from tui.imports.refusing import ImportRefusedError
from tui.imports.remembered import mapping_text, read_mapping, recall, remember

FILES = [
    (b"JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\n", "exercice.txt", "ledger"),
    (
        b"\xef\xbb\xbfJournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum\r\n",
        "123456789FEC20261231.txt",
        "ledger",
    ),
    (b'<?xml version="1.0"?>\n<rsm:CrossIndustryInvoice xmlns:rsm="urn:x">', "f.xml", "invoice"),
    (b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">', "f.xml", "invoice"),
    (b"%PDF-1.7\n", "facture.pdf", "invoice"),
    (b"BEGIN:VCALENDAR\r\nVERSION:2.0", "dates.csv", "dates"),
    (b'{"format": 1}', "plan.json", "json"),
    ("Libellé;Montant HT\r\nSalon;1 200,00\r\n".encode("cp1252"), "budget.csv", "lines"),
    ("Fournisseur;Devis n°;Date;Validité;Montant HT\n".encode(), "devis.csv", "quotes"),
    ("Libellé\tMontant".encode("utf-16"), "budget.txt", "lines"),
    ("Rubrique;Poste;Fournisseur;N° devis;Validité;Montant HT\n".encode(), "budget.csv", "lines"),
    (b"\xd0\xcf\x11\xe0" + bytes(40), "old.xls", "lines"),
    (b"Indicateur;Date;Valeur\nK1;31/03/2027;12\n", "releves.csv", "readings"),
    ("Période;Visites;Demandes\nmars 2027;12;3\n".encode(), "suivi.csv", "readings"),
    (b"date,K1,K2\n2027-03-31,1,2\n", "kpi.csv", "readings"),
    (b"Indicator,Jan 2027,Feb 2027\nVisits,1,2\n", "kpi.csv", "readings"),
    ("Date;Libellé;Montant\n31/03/2027;Stand;12\n".encode(), "banque.csv", "lines"),
    (b"anything", "letter.doc", ""),
    (b"", "empty.csv", "lines"),
]


@pytest.mark.parametrize(("content", "name", "kind"), FILES, ids=[f"{name}-{kind}" for _, name, kind in FILES])
def test_told_by_what_is_in_it(content: bytes, name: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert recognised(file) == kind


def test_a_mapping_is_kept_for_the_next_file_like_it() -> None:
    remember("lines", "Libellé; Montant", {"Libellé": "label", "Montant": ""})
    remember("lines", "Other", {"Other": "note"})
    assert recall("lines", "Libellé; Montant") == {"Libellé": "label", "Montant": ""}
    assert recall("ledger", "Libellé; Montant") == {}
    assert recall("lines", "") == {}


def test_a_mapping_in_a_file_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "map.toml"
    file.write_text(mapping_text("lines", {'A "b".c': "label", "@decimal": ","}), encoding="utf-8")
    assert read_mapping(file) == {'A "b".c': "label", "@decimal": ","}
    for text in ("", "mapping = 3", "[mapping]\na = 1", "= bad"):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ImportRefusedError):
            read_mapping(file)
