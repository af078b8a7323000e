"""The shape of a promise file, and what people meant where they missed it. Nothing else imports pydantic."""
