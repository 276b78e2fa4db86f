"""The languages known, as a literal table. A language is a folder of data with the same file names.

Lives here: the table. Not here: types (``knowledge.language``), rules. To add one: copy a folder, fill it, add a line.
"""

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages.ar import LANGUAGE as AR
from onrecord.knowledge.languages.en import LANGUAGE as EN
from onrecord.knowledge.languages.es import LANGUAGE as ES
from onrecord.knowledge.languages.fr import LANGUAGE as FR
from onrecord.knowledge.languages.ru import LANGUAGE as RU
from onrecord.knowledge.languages.zh import LANGUAGE as ZH

LANGUAGES: tuple[Language, ...] = (EN, ZH, FR, ES, RU, AR)
