"""Rules about the budget and its funding."""

from decimal import Decimal

from tests.checking import findings, paths


def _ceiling(
    sheet: str, lines: str = "[budget.B1]\namount = 100\ntax_rate = 20\n[budget.B2]\namount = 50.5"
) -> set[str]:
    return paths("BUD001", f'[plan]\ncurrency = "EUR"\n{sheet}\n{lines}')


def test_ceiling_without_tax() -> None:
    """BUD001: 100 + 50.50 is above a ceiling of 150.49 without tax, and not of 150.50."""
    assert _ceiling('prices = "excl_tax"\nceiling = 150.49') == {"plan.ceiling"}
    assert _ceiling('prices = "excl_tax"\nceiling = 150.5') == set()


def test_ceiling_with_tax() -> None:
    """BUD001: the ceiling is in the plan's prices: a line of 100 without tax is 120 with it."""
    line = '[budget.B1]\namount = 100\ntax_rate = 20\nprices = "excl_tax"'
    assert _ceiling('prices = "incl_tax"\nceiling = 119.99', line) == {"plan.ceiling"}
    assert _ceiling('prices = "incl_tax"\nceiling = 120', line) == set()


def test_included_lines_do_not_count() -> None:
    """BUD001: a line included in another counts for nothing."""
    lines = '[budget.B1]\namount = 100\n[budget.B2]\namount = 100\nincluded_in = "B1"'
    assert _ceiling("ceiling = 100", lines) == set()


LINES = """
[budget.B1]
[budget.B2]
source = "quote"
amount = 0
[budget.B3]
included_in = "B2"
[budget.B4]
source = "estimate"
unit_cost = 3
quantity = 2
amount = 5
[budget.B5]
source = "last_year"
quantity = 2
[budget.B6]
source = "contract"
amount = 5
[budget.B6.months]
2027-01 = 1
"""


def test_sources() -> None:
    """BUD002: a line that counts rests on something."""
    assert paths("BUD002", LINES) == {"budget.B1.source"}


def test_shares() -> None:
    """BUD003: shares sum to 100, exactly."""
    text = "[budget.B1.shares]\nA1 = 60\nA2 = 39.99\n[budget.B2.shares]\nA1 = 60.5\nA2 = 39.5\n[budget.B3]"
    assert paths("BUD003", text) == {"budget.B1.shares"}


def test_two_forms() -> None:
    """BUD004: a line holds one form of amount; a quantity alone is none."""
    assert paths("BUD004", LINES) == {"budget.B4", "budget.B6"}


def test_no_amount() -> None:
    """BUD005: a line that counts has an amount; 0 is one."""
    assert paths("BUD005", LINES) == {"budget.B1", "budget.B5"}


def test_quotes_out_of_date() -> None:
    """BUD006: a quote's last day has passed, and the money is not committed."""
    text = """
    [budget.B1]
    valid_until = 2027-04-30
    [budget.B2]
    valid_until = 2027-05-01
    [budget.B3]
    valid_until = 2027-04-30
    status = "paid"
    [budget.B4.quotes.Y1]
    valid_until = 2027-04-30
    chosen = true
    [budget.B4.quotes.Y2]
    valid_until = 2027-04-30
    """
    assert paths("BUD006", text) == {"budget.B1.valid_until", "budget.B4.quotes.Y1.valid_until"}


def _suppliers(**amounts: int) -> set[str]:
    lines = (f'[budget.{id_}]\namount = {n}\nsupplier = "{id_[0]}"\n' for id_, n in amounts.items())
    return paths("BUD007", "".join(lines))


def test_one_supplier() -> None:
    """BUD007: more than 60 % with one supplier, at its largest line; 60 % exactly is not more."""
    assert _suppliers(A1=21, A2=40, C1=39) == {"budget.A2.supplier"}
    assert _suppliers(A1=20, A2=40, C1=40) == set()
    assert _suppliers(A1=0) == set()


def test_supplier_spelling() -> None:
    """BUD007: case and spaces around a name do not make another supplier."""
    text = '[budget.B1]\namount = 35\nsupplier = "Dupond "\n[budget.B2]\namount = 35\nsupplier = "DUPOND"\n'
    assert paths("BUD007", text + "[budget.B3]\namount = 30") == {"budget.B1.supplier"}


def test_formulas() -> None:
    """BUD008: a formula has no value; an unknown driver and a cycle have codes of their own."""
    text = """
    [drivers.a]
    value = "=@b"
    [drivers.b]
    value = "=@a"
    [drivers.c]
    value = "=1/0"
    [budget.B1]
    amount = "=2*"
    [budget.B2]
    amount = "=@a"
    [budget.B3]
    amount = "=@nobody"
    [budget.B4]
    amount = "=@last_year"
    [budget.B5]
    amount = "=2*3"
    """
    assert paths("BUD008", text) == {
        "drivers.c.value",
        "budget.B1.amount",
        "budget.B2.amount",
        "budget.B4.amount",
    }


def test_exchange_rates() -> None:
    """BUD009: a line in another currency has an exchange rate."""
    text = """
    [plan]
    currency = "EUR"
    [budget.B1]
    currency = "CHF"
    [budget.B2]
    currency = "CHF"
    exchange_rate = 1.05
    [budget.B3]
    currency = "EUR"
    """
    assert paths("BUD009", text) == {"budget.B1.exchange_rate"}


def test_estimates() -> None:
    """BUD010: the low estimate is not above the high one."""
    text = "[budget.B1]\nlow = 3\nhigh = 2\n[budget.B2]\nlow = 2\nhigh = 2\n[budget.B3]\nlow = 3"
    assert paths("BUD010", text) == {"budget.B1.low"}


def test_no_line() -> None:
    """BUD011: a plan has a budget."""
    assert paths("BUD011", "") == {"budget"}
    assert paths("BUD011", "[budget.B1]") == set()


def test_funding() -> None:
    """FUN001: a source of money says an amount or a rate."""
    text = "[funding.N1]\n[funding.N2]\namount = 0\n[funding.N3]\nrate = 50"
    assert paths("FUN001", text) == {"funding.N1.amount"}


def test_params_of_money() -> None:
    """BUD001, BUD007: the params are Decimals: how far above the ceiling, and the supplier's percent to one decimal."""
    text = '[plan]\nceiling = 30\n[budget.B1]\namount = 20\nsupplier = "s"\n[budget.B2]\namount = 10.5'
    (over,) = findings("BUD001", text)
    assert over.params == {"total": Decimal("30.5"), "ceiling": Decimal(30), "over": Decimal("0.5")}
    (weight,) = findings("BUD007", text)
    assert weight.params == {"supplier": "s", "share": Decimal("65.6")}


QUOTED = """
[budget.B1]
amount = 50
[budget.B1.quotes.Y1]
amount = 50
chosen = true
[budget.B1.quotes.Y2]
amount = 60
[budget.B2]
amount = 950
source = "contract"
"""


def test_too_few_quotes() -> None:
    """BUD012: above 5 % of the budget, on fewer than three quotes, still a forecast."""
    assert paths("BUD012", QUOTED) == set()
    weighty = QUOTED.replace("950", "949.99")
    assert paths("BUD012", weighty) == {"budget.B1.quotes"}
    assert paths("BUD012", weighty.replace("amount = 50\n", "amount = 50\nstatus = 'committed'\n", 1)) == set()
    assert paths("BUD012", weighty + "[budget.B1.quotes.Y3]\namount = 70") == set()
    assert paths("BUD012", '[budget.B1]\namount = 5\nsource = "quote"') == {"budget.B1.quotes"}


def test_chosen_quote_differs() -> None:
    """BUD013: the line amounts to its chosen quote, to the cent and in any form; without amount, it is BUD005's."""
    assert paths("BUD013", QUOTED) == set()
    assert paths("BUD013", QUOTED.replace("amount = 50\n", "unit_cost = 25\nquantity = 2\n", 1)) == set()
    assert paths("BUD013", QUOTED.replace("amount = 50\n", "amount = 50.004\n", 1)) == set()
    (found,) = findings("BUD013", QUOTED.replace("amount = 50\n", "amount = 50.01\n", 1))
    assert found.path == "budget.B1.quotes.Y1.amount"
    assert found.params == {"id": "B1", "quoted": Decimal(50), "amount": Decimal("50.01")}
    assert paths("BUD013", QUOTED.replace("amount = 50\n", "", 1)) == set()


def test_dearer_quote_without_note() -> None:
    """BUD014: the cheapest needs no reason, a dearer one does; a note of spaces is none."""
    assert paths("BUD014", QUOTED) == set()
    dearer = QUOTED.replace("amount = 60", "amount = 40")
    assert paths("BUD014", dearer) == {"budget.B1.quotes.Y1.chosen"}
    assert paths("BUD014", dearer.replace("[budget.B1]", "[budget.B1]\nnote = ' '")) == {"budget.B1.quotes.Y1.chosen"}
    assert paths("BUD014", dearer.replace("[budget.B1]", "[budget.B1]\nnote = 'Sooner'")) == set()


def test_far_above_last_year() -> None:
    """BUD015: more than 25 % above, and only where last year is what the line rests on."""
    line = '[budget.B1]\nsource = "last_year"\nlast_year = 80\namount = '
    assert paths("BUD015", line + "100") == set()
    (found,) = findings("BUD015", line + "100.01")
    assert (found.path, found.params["rise"]) == ("budget.B1.last_year", Decimal(25))
    assert paths("BUD015", (line + "200").replace('last_year"', 'quote"')) == set()
    assert paths("BUD015", line.replace("80", "0") + "200") == set()
