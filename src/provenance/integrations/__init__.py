"""Scores in the tools that people use, one thin module each; a module is imported by those who have the tool."""
