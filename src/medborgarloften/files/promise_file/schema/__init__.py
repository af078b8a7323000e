"""The shape of a promise file. The only importer of pydantic."""
