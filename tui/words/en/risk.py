"""The risk of the budget: what is said of lines known between two figures, on the screen and by `planmark risk`."""

WORDS: dict[str, str] = {
    "title": "Risk of the budget",
    "none": (
        "No line varies: nothing says between which figures the total may end. Give a line a low and a high estimate, "
        "or at least two quotes, in its form ({key})."
    ),
    "total": "Total of the plan",
    "ceiling": "Ceiling",
    "varying.one": "{n} line varies, of {varying}: the total ends between {least} and {most}.",
    "varying.other": "{n} lines vary, {varying} in all: the total ends between {least} and {most}.",
    "independent": "Lines independent of one another",
    "summed": "by variances",
    "simulated": "by simulation",
    "mean": "Mean",
    "deviation": "Standard deviation",
    "p10": "P10, stays under it once in ten",
    "p50": "P50, once in two",
    "p80": "P80, four times in five",
    "p90": "P90, nine times in ten",
    "contingency": "Contingency to reach P80",
    "under_ceiling": "Chance to stay under the ceiling",
    "method": (
        "By variances: each line counts (low + 4 × amount + high) / 6, its standard deviation is (high − low) / 6; "
        "means and variances add up, on a normal curve. By simulation: {draws} draws, always the same ones, each line "
        "on a PERT beta curve."
    ),
    "independence": (
        "Assumption: lines vary independently. Lines that move together (one supplier, one rate, one market) widen the "
        "range: if all did, P80 would be {together}."
    ),
    "tornado": "Tornado: what each line alone would do to the total",
    "line": "Line",
    "likely": "Amount",
    "alone_low": "if low",
    "alone_high": "if high",
    "fewer.one": "… and {n} line that varies less.",
    "fewer.other": "… and {n} lines that vary less.",
    "remarks": "Ranges not taken as they stand",
    "more.one": "… and {n} more.",
    "more.other": "… and {n} more.",
    "remark.crossed": "{name}: its low estimate is above the high one; they change places.",
    "remark.outside": "{name}: its amount lies outside its range, which is widened up to it.",
    "remark.no_amount": "{name}: without an amount, its range counts for nothing.",
    "remark.no_value": "{name}: an estimate is a formula without a value; it is left out.",
    "remark.settled": "{name}: held, committed, invoiced or paid, it does not vary.",
}
