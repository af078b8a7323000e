"""The program as a process of its own, kept out of the user's folders: `python program.py ARGUMENTS`."""

import fence  # noqa: F401 - keeps this process out of the user's folders
from medborgarloften.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
