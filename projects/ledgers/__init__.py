"""The projects' ledgers, one module for each subject; a new module gets its line here."""

from projects.ledgers import core  # noqa: F401, I001 - first: others extend what it registers
from projects.ledgers import problems  # noqa: F401
from projects.ledgers import sites  # noqa: F401
from projects.ledgers import works  # noqa: F401
