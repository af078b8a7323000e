"""Lets `python -m medborgarloften` be the command `loften`."""

from medborgarloften.cli import main

if __name__ == "__main__":
    main()
