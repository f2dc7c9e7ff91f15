"""Dashboards as code: `boards` says what is on them, `panels` how, `generate` writes them."""
