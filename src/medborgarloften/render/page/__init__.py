"""A report as a page of blocks and pictures, before it is HTML or Markdown."""
