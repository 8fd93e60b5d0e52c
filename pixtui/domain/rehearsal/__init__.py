"""Rehearsing a session: a fictional class, scripted trouble, and what was made of it."""
