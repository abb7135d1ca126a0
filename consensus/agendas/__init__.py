"""Agendas: what a template may ask for, how an agenda is changed, and how its clock runs."""
