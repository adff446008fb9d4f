# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The states of the things in the cycle, each as one table that can be read aloud."""

from __future__ import annotations

from enum import StrEnum

from baken.model.flow import Flow, Transition
from baken.model.stages import INDICATOR_STAGES, THEME_STAGES, IndicatorStage, ThemeStage
from baken.model.text import Text


class DocumentStatus(StrEnum):
    """How far a document or product is."""

    PREPARATION = "preparation"
    CONSULTATION = "consultation"
    SUBMITTED = "submitted"
    ADOPTED = "adopted"
    EVALUATED = "evaluated"
    ADJUSTED = "adjusted"
    COMPLETED = "completed"
    ENDED = "ended"


_D = DocumentStatus
DOCUMENT_FLOW = Flow(
    name="document",
    start=_D.PREPARATION,
    labels={
        _D.PREPARATION: Text("in voorbereiding", "in preparation"),
        _D.CONSULTATION: Text("ter zienswijze", "in consultation"),
        _D.SUBMITTED: Text("voorgelegd", "submitted"),
        _D.ADOPTED: Text("vastgesteld", "adopted"),
        _D.EVALUATED: Text("geëvalueerd", "evaluated"),
        _D.ADJUSTED: Text("bijgesteld", "adjusted"),
        _D.COMPLETED: Text("afgerond", "completed"),
        _D.ENDED: Text("geëindigd", "ended"),
    },
    transitions=(
        Transition(
            name="consult",
            sources=(_D.PREPARATION,),
            target=_D.CONSULTATION,
            label=Text("Ter zienswijze voorleggen", "Submit for consultation"),
            why=Text("Een ander orgaan geeft eerst zijn zienswijze.", "Another body gives its view first."),
        ),
        Transition(
            name="submit",
            sources=(_D.PREPARATION, _D.CONSULTATION),
            target=_D.SUBMITTED,
            label=Text("Voorleggen", "Submit"),
            why=Text("Het ligt bij het orgaan dat beslist.", "It lies before the body that decides."),
        ),
        Transition(
            name="return",
            sources=(_D.SUBMITTED, _D.CONSULTATION),
            target=_D.PREPARATION,
            label=Text("Terugnemen", "Take back"),
            why=Text("Het moet eerst worden aangepast.", "It must be changed first."),
        ),
        Transition(
            name="adopt",
            sources=(_D.SUBMITTED,),
            target=_D.ADOPTED,
            label=Text("Vaststellen", "Adopt"),
            why=Text(
                "Het orgaan dat gaat over dit stuk, heeft besloten.", "The body that this is for decided."
            ),
            by_decision=True,
        ),
        Transition(
            name="evaluate",
            sources=(_D.ADOPTED, _D.ADJUSTED),
            target=_D.EVALUATED,
            label=Text("Als geëvalueerd vastleggen", "Record as evaluated"),
            why=Text("Er is een afgesloten evaluatie.", "There is a closed evaluation."),
        ),
        Transition(
            name="adjust",
            sources=(_D.EVALUATED,),
            target=_D.ADJUSTED,
            label=Text("Bijstellen", "Adjust"),
            why=Text(
                "De koers is gewijzigd na de evaluatie.", "The course was changed after the evaluation."
            ),
            by_decision=True,
        ),
        Transition(
            name="complete",
            sources=(_D.PREPARATION, _D.SUBMITTED),
            target=_D.COMPLETED,
            label=Text("Afronden en bevriezen", "Complete and freeze"),
            why=Text("Een rapportage verandert hierna niet meer.", "A report does not change after this."),
        ),
        Transition(
            name="end",
            sources=(_D.ADOPTED, _D.EVALUATED, _D.ADJUSTED),
            target=_D.ENDED,
            label=Text("Beëindigen", "End"),
            why=Text(
                "De looptijd is voorbij of er is een opvolger.", "Its term is over or it has a successor."
            ),
        ),
    ),
)


_T = ThemeStage
THEME_FLOW = Flow(
    name="theme",
    start=_T.PROPOSED,
    labels=THEME_STAGES,
    transitions=(
        Transition(
            name="pick-up",
            sources=(_T.PROPOSED, _T.ENDED),
            target=_T.PICK_UP,
            label=Text("Vastpakken", "Pick up"),
            why=Text("De gemeente gaat met dit thema aan de slag.", "The municipality starts on this theme."),
        ),
        Transition(
            name="hold",
            sources=(_T.PICK_UP, _T.CONTINUE),
            target=_T.HOLD,
            label=Text("Vasthouden", "Hold"),
            why=Text("Er is resultaat, dat behouden moet blijven.", "There is a result, to be kept."),
        ),
        Transition(
            name="continue",
            sources=(_T.PICK_UP, _T.HOLD),
            target=_T.CONTINUE,
            label=Text("Doorzetten", "Continue"),
            why=Text("De aanpak gaat onverminderd door.", "The approach goes on undiminished."),
        ),
        Transition(
            name="end",
            sources=(_T.PROPOSED, _T.PICK_UP, _T.HOLD, _T.CONTINUE),
            target=_T.ENDED,
            label=Text("Loslaten", "Let go"),
            why=Text("Het thema vraagt geen eigen aanpak meer.", "The theme needs no approach of its own."),
        ),
    ),
)


_I = IndicatorStage
INDICATOR_FLOW = Flow(
    name="indicator",
    start=_I.PROPOSED,
    labels=INDICATOR_STAGES,
    transitions=(
        Transition(
            name="pilot",
            sources=(_I.PROPOSED,),
            target=_I.PILOTED,
            label=Text("Proef beginnen", "Begin a pilot"),
            why=Text("De indicator wordt uitgeprobeerd.", "The indicator is tried out."),
        ),
        Transition(
            name="adopt",
            sources=(_I.PILOTED,),
            target=_I.ADOPTED,
            label=Text("Vaststellen", "Adopt"),
            why=Text("De proef is gelukt; er wordt op gestuurd.", "The pilot worked; it is steered by."),
        ),
        Transition(
            name="retire",
            sources=(_I.PROPOSED, _I.PILOTED, _I.ADOPTED),
            target=_I.RETIRED,
            label=Text("Laten vervallen", "Retire"),
            why=Text("Er wordt niet meer op gestuurd.", "It is steered by no longer."),
        ),
    ),
)


class DecisionStatus(StrEnum):
    """Whether a decision is signed."""

    UNSIGNED = "unsigned"
    SIGNED = "signed"


DECISION_FLOW = Flow(
    name="decision",
    start=DecisionStatus.UNSIGNED,
    labels={
        DecisionStatus.UNSIGNED: Text("niet ondertekend", "unsigned"),
        DecisionStatus.SIGNED: Text("ondertekend", "signed"),
    },
    transitions=(
        Transition(
            name="sign",
            sources=(DecisionStatus.UNSIGNED,),
            target=DecisionStatus.SIGNED,
            label=Text("Ondertekening vastleggen", "Record the signatures"),
            why=Text("Beide handtekeningen staan eronder.", "Both signatures stand below it."),
        ),
    ),
)


class ReviewStatus(StrEnum):
    """How far a change of course is."""

    OPEN = "open"
    PROPOSED = "proposed"
    DECIDED = "decided"
    DISMISSED = "dismissed"


_R = ReviewStatus
REVIEW_FLOW = Flow(
    name="review",
    start=_R.OPEN,
    labels={
        _R.OPEN: Text("te beoordelen", "to be judged"),
        _R.PROPOSED: Text("voorstel gemaakt", "proposal made"),
        _R.DECIDED: Text("besloten", "decided"),
        _R.DISMISSED: Text("geen bijstelling nodig", "no change needed"),
    },
    transitions=(
        Transition(
            name="propose",
            sources=(_R.OPEN,),
            target=_R.PROPOSED,
            label=Text("Voorstel op maat maken", "Make a tailored proposal"),
            why=Text("De koers moet tussentijds worden bijgesteld.", "The course must change in between."),
        ),
        Transition(
            name="dismiss",
            sources=(_R.OPEN,),
            target=_R.DISMISSED,
            label=Text("Geen bijstelling nodig", "No change needed"),
            why=Text("Het signaal vraagt geen andere koers.", "The signal asks for no other course."),
        ),
        Transition(
            name="decide",
            sources=(_R.PROPOSED,),
            target=_R.DECIDED,
            label=Text("Besluit vastleggen", "Record the decision"),
            why=Text("Het orgaan dat erover gaat, heeft besloten.", "The body that this is for decided."),
            by_decision=True,
        ),
    ),
)


class PaperStatus(StrEnum):
    """Whether a report or evaluation can still change."""

    DRAFT = "draft"
    CLOSED = "closed"


REPORT_FLOW = Flow(
    name="report",
    start=PaperStatus.DRAFT,
    labels={
        PaperStatus.DRAFT: Text("in bewerking", "being written"),
        PaperStatus.CLOSED: Text("afgerond en bevroren", "completed and frozen"),
    },
    transitions=(
        Transition(
            name="close",
            sources=(PaperStatus.DRAFT,),
            target=PaperStatus.CLOSED,
            label=Text("Afronden en bevriezen", "Complete and freeze"),
            why=Text("Hierna verandert er niets meer aan.", "Nothing about it changes after this."),
        ),
    ),
)
EVALUATION_FLOW = Flow(
    name="evaluation",
    start=PaperStatus.DRAFT,
    labels={
        PaperStatus.DRAFT: Text("loopt", "running"),
        PaperStatus.CLOSED: Text("afgesloten", "closed"),
    },
    transitions=(
        Transition(
            name="close",
            sources=(PaperStatus.DRAFT,),
            target=PaperStatus.CLOSED,
            label=Text("Afsluiten", "Close"),
            why=Text(
                "Elke vraag is beantwoord en de uitkomst staat vast.",
                "Each question has an answer and the outcome is known.",
            ),
        ),
    ),
)
