"""The words: the catalogue is complete, and every code has its sentence."""
