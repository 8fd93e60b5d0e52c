"""The columns of Pix's own files, in and out (domain notes §3.1, §3.2): exact headers, in order."""

from collections.abc import Mapping

from attrs import frozen

from pixtui.domain.particulars import SUBSCRIPTION_LABELS, Subscription
from pixtui.exchange.columns import Vocabulary, header_words


@frozen
class Column:
    """A column of a file: the field it holds and its header."""

    name: str
    header: str


SUBSCRIBED = "subscription:"
"""What the name of a column of a habilitation begins with; its code in Pix follows."""
BILLING = ("billing", "prepayment_code")
"""The columns that are absent for SCO centres."""

CANDIDATES_ODS = (
    Column("last_name", "* Nom de naissance"),
    Column("first_name", "* Prénom"),
    Column("birthdate", "* Date de naissance (format : jj/mm/aaaa)"),
    Column("sex", "* Sexe (M ou F)"),
    Column("birth_insee", "Code Insee"),
    Column("birth_postal_code", "Code postal"),
    Column("birth_city", "Nom de la commune"),
    Column("birth_country", "Pays"),
    Column("email", "E-mail de convocation"),
    Column("result_email", "E-mail du destinataire des résultats (formateur, enseignant…)"),
    Column("external_id", "Identifiant local"),
    Column("extra_time", "Temps majoré ?"),
    Column("billing", "Tarification part Pix"),
    Column("prepayment_code", "Code de prépaiement"),
)

SESSION = (
    Column("number", "Numéro de session préexistante"),
    Column("site", "* Nom du site"),
    Column("room", "* Nom de la salle"),
    Column("date", "* Date de début (format: JJ/MM/AAAA)"),
    Column("time", "* Heure de début (heure locale format: HH:MM)"),
    Column("examiner", "* Surveillant(s)"),
    Column("description", "Observations (optionnel)"),
)
SESSIONS_CSV = (
    *SESSION,
    Column("last_name", "* Nom de naissance"),
    Column("first_name", "* Prénom"),
    Column("birthdate", "* Date de naissance (format: JJ/MM/AAAA)"),
    Column("sex", "* Sexe (M ou F)"),
    Column("birth_insee", "Code INSEE de la commune de naissance"),
    Column("birth_postal_code", "Code postal de la commune de naissance"),
    Column("birth_city", "Nom de la commune de naissance"),
    Column("birth_country", "* Pays de naissance"),
    Column("result_email", "E-mail du destinataire des résultats (formateur, enseignant…)"),
    Column("email", "E-mail de convocation"),
    Column("external_id", "Identifiant externe"),
    Column("extra_time", "Temps majoré ? (exemple format: 33%)"),
    Column("billing", "* Tarification part Pix (Gratuite, Prépayée ou Payante)"),
    Column("prepayment_code", "Code de prépaiement (si Tarification part Pix Prépayée)"),
)

_ALSO = {"result_email": ("E-mail du prescripteur",), "birth_city": ("Commune de naissance",)}
"""Headers of other years."""


def habilitations(quote: str, between: str) -> tuple[Column, ...]:
    """The columns of the habilitations: ``{label}``, then the instruction in these quotes."""
    return tuple(
        Column(f"{SUBSCRIBED}{code}", f"{label}{between}({quote}oui{quote} ou laisser vide)")
        for code, label in SUBSCRIPTION_LABELS.items()
    )


ODS_HABILITATIONS = habilitations('"', "\n")
CSV_HABILITATIONS = habilitations("'", " ")


_SUBSCRIBED: Mapping[str, Subscription] = {SUBSCRIBED + code: code for code in SUBSCRIPTION_LABELS}


def subscription_of(name: str) -> Subscription | None:
    """The habilitation a column is of."""
    return _SUBSCRIBED.get(name)


def _vocabulary(columns: tuple[Column, ...]) -> Vocabulary:
    synonyms: dict[str, str] = {}
    for column in columns:
        headers = (column.header, *_ALSO.get(column.name, ()))
        synonyms[column.name] = ", ".join(header_words(one) for one in headers)
    required: Mapping[str, str] = {
        column.name: column.header
        for column in columns
        if column.name not in BILLING and not column.name.startswith(SUBSCRIBED)
    }
    return Vocabulary(synonyms, required)


CANDIDATES_VOCABULARY = _vocabulary((*CANDIDATES_ODS, *ODS_HABILITATIONS))
SESSIONS_VOCABULARY = _vocabulary((*SESSIONS_CSV, *CSV_HABILITATIONS))
