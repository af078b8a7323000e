"""The commands of README.md, word for word; `python tests/readme.py first` prints the first one."""

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(r"^```(?P<language>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    """Return the code blocks of one language, in the order of the file."""
    text = README.read_text(encoding="utf-8")
    return [match["text"].strip() for match in _BLOCK.finditer(text) if match["language"] == language]


if __name__ == "__main__":
    sys.stdout.write(blocks("sh")[{"first": 0, "second": 1}[sys.argv[1]]] + "\n")
