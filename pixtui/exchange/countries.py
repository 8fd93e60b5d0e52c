"""The countries Pix knows, by their French names (domain notes §3).

Compared in upper case and without accents, the order of the words aside: ``CORÉE DU SUD`` and
``Sud, Corée du`` are one.
"""

import re

from pixtui.domain.text import fold

FRANCE = "FRANCE"

_NAMES = """
France; Danemark; Islande; Norvège; Suède; Finlande; Estonie; Lettonie; Lituanie; Allemagne;
Autriche; Bulgarie; Hongrie; Liechtenstein; Roumanie; Tchéquie; République tchèque;
Tchécoslovaquie; Slovaquie; Bosnie-Herzégovine; Croatie; Slovénie; Serbie; Monténégro; Kosovo;
Yougoslavie; Pologne; Russie; Fédération de Russie; URSS; Albanie; Grèce; Italie; Saint-Marin;
Vatican; Saint-Siège; État de la Cité du Vatican; Andorre; Belgique; Royaume-Uni; Angleterre;
Écosse; Pays de Galles; Irlande du Nord; Gibraltar; Espagne; Irlande; Luxembourg; Monaco;
Pays-Bas; Portugal; Suisse; Malte; Moldavie; Biélorussie; Bélarus; Ukraine; Macédoine; Macédoine
du Nord; Guernesey; Jersey; Île de Man; Îles Féroé; Îles anglo-normandes; Turquie; Chypre; Arabie
saoudite; Irak; Iran; Liban; Syrie; Israël; Palestine; État de Palestine; Jordanie; Afghanistan;
Pakistan; Bhoutan; Népal; Chine; Japon; Thaïlande; Philippines; Cambodge; Sri Lanka; Taïwan;
Birmanie; Myanmar; Laos; Mongolie; Viêt Nam; Vietnam; Viet Nam; Inde; Malaisie; Singapour; Brunei;
Corée du Nord; Corée du Sud; Corée; République de Corée; République populaire démocratique de
Corée; Indonésie; Timor oriental; Timor-Leste; Bangladesh; Maldives; Koweït; Qatar; Émirats arabes
unis; Bahreïn; Oman; Yémen; Géorgie; Arménie; Azerbaïdjan; Kazakhstan; Kirghizistan; Kirghizstan;
Ouzbékistan; Tadjikistan; Turkménistan; Hong-Kong; Macao; Égypte; Libéria; Liberia; Afrique du
Sud; Gambie; Sainte-Hélène; Maroc; Sahara occidental; Algérie; Tunisie; Libye; Soudan; Soudan du
Sud; Éthiopie; Érythrée; Djibouti; Somalie; Kenya; Ouganda; Rwanda; Burundi; Tanzanie; Malawi;
Zambie; Zimbabwe; Mozambique; Botswana; Lesotho; Eswatini; Swaziland; Namibie; Angola; Congo;
République démocratique du Congo; Zaïre; Gabon; Guinée équatoriale; Cameroun; République
centrafricaine; Tchad; Nigeria; Nigéria; Niger; Bénin; Togo; Ghana; Côte d'Ivoire; Burkina Faso;
Haute-Volta; Mali; Sénégal; Mauritanie; Guinée; Guinée-Bissau; Sierra Leone; Cap-Vert; Cabo Verde;
Sao Tomé-et-Principe; Madagascar; Maurice; Île Maurice; Comores; Seychelles; Canada; États-Unis;
États-Unis d'Amérique; Porto Rico; Groenland; Bermudes; Mexique; Cuba; Haïti; République
dominicaine; Costa Rica; Guatemala; Honduras; Nicaragua; Panama; Salvador; El Salvador; Belize;
Bahamas; Barbade; Jamaïque; Trinité-et-Tobago; Grenade; Dominique; Sainte-Lucie;
Saint-Vincent-et-les-Grenadines; Antigua-et-Barbuda; Saint-Christophe-et-Niévès;
Saint-Kitts-et-Nevis; Anguilla; Îles Caïmans; Montserrat; Îles Turques et Caïques; Îles
Turks-et-Caïcos; Îles Vierges britanniques; Îles Vierges des États-Unis; Aruba; Curaçao; Antilles
néerlandaises; Bonaire, Saint-Eustache et Saba; Saint-Martin (partie néerlandaise); Argentine;
Brésil; Chili; Bolivie; Colombie; Équateur; Guyana; Paraguay; Pérou; Suriname; Surinam; Uruguay;
Venezuela; Îles Malouines; Falkland; Australie; Nouvelle-Zélande; Samoa; Samoa occidentales; Samoa
américaines; Fidji; Tonga; Papouasie-Nouvelle-Guinée; Tuvalu; Îles Salomon; Salomon; Kiribati;
Nauru; Vanuatu; Palaos; Îles Marshall; Marshall; Micronésie; États fédérés de Micronésie; Guam;
Îles Mariannes du Nord; Îles Cook; Niue; Tokelau; Îles Pitcairn; Île Norfolk; Île Christmas; Îles
Cocos
"""


def _key(name: str) -> tuple[str, ...]:
    return tuple(sorted(re.findall("[a-z]+", fold(name))))


_KNOWN = {_key(name) for name in _NAMES.split(";")}


def country_known(name: str) -> bool:
    """Whether that names a country."""
    return _key(name) in _KNOWN


def is_france(name: str) -> bool:
    """Whether that names France, overseas included: there an INSEE or a postal code is needed."""
    return _key(name) == _key(FRANCE)
