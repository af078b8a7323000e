"""What a report is made of: figures and records, before any word of them is said."""
