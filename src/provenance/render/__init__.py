"""Layer 8: assessments to text; nothing here decides anything."""
