"""What a journal has to offer to whoever opens its plan: unsaved work to be asked about, or steps to be undone."""

from collections.abc import Iterable
from dataclasses import replace

from model.plain import frozen
from model.plan import Plan
from model.recovery.finding import HISTORY_SECONDS, Recovery
from model.recovery.reading import JournalUnusableError
from model.recovery.sitting import Sitting
from model.store.writing import dumps


@frozen
class Offer:
    """A recovery, the sitting to go on from, and whether the file was written by somebody else meanwhile.

    `base` is the version that the sitting started from.
    """

    recovery: Recovery
    sitting: Sitting
    base: Plan
    is_file_changed: bool = False


@frozen
class Offers:
    """Unsaved work, the newest first; the steps of a sitting that ended well; journals that nothing can be made of."""

    unsaved: tuple[Offer, ...] = ()
    history: Offer | None = None
    damaged: tuple[Recovery, ...] = ()


def offers(found: Iterable[Recovery], plan: Plan, digest: str | None, now: float) -> Offers:
    """What the journals of a plan offer, given the plan as its file holds it and the digest of that file."""
    unsaved: list[Offer] = []
    history: Offer | None = None
    damaged: list[Recovery] = []
    for number, recovery in enumerate(found):
        try:
            sitting = recovery.read()
        except JournalUnusableError as error:
            damaged += [recovery] if error.code != "journal_missing" else []
            continue
        offer = _offer(recovery, sitting, plan, digest)
        if offer.sitting.has_unsaved:
            unsaved.append(offer)
        elif number == 0 and offer.sitting.digest == digest and now - recovery.when < HISTORY_SECONDS:
            history = offer
    return Offers(tuple(unsaved), history, tuple(damaged))


def _offer(recovery: Recovery, sitting: Sitting, plan: Plan, digest: str | None) -> Offer:
    base = sitting.saved or plan
    is_changed = sitting.digest != digest
    if is_changed and sitting.plan is sitting.saved:
        # Only texts are unsaved: they are for the plan as it is today.
        here = replace(sitting, plan=plan, saved=plan, digest=digest, done=(), undone=())
        return Offer(recovery, here if sitting.has_unsaved else sitting, plan)
    if sitting.plan is not sitting.saved and digest is not None and dumps(sitting.plan) == dumps(plan):
        # It was killed between saving and saying so.
        return Offer(recovery, replace(sitting, saved=sitting.plan, digest=digest), sitting.plan)
    return Offer(recovery, sitting, base, is_changed)
