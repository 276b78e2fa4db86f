"""The version of the program, alone here so that every room may name it without importing the package."""

VERSION = "0.1.0"
