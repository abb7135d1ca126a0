"""The sections of a record: one module for each thing that it tells."""
