"""Assessments to text; nothing here decides anything."""
