"""One problem of a promise file, as the checks yield it; `read.py` adds line and column."""

from typing import NamedTuple

from medborgarloften.files.promise_file.document import KeyPath


class Problem(NamedTuple):
    """A code, its facts and the path of the value, or of the key, that is wrong."""

    code: str
    facts: dict[str, object]
    path: KeyPath
    is_key: bool = False
