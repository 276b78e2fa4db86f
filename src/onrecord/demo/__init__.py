"""The bundled sample: statements of invented countries, written for this program."""
