"""The rules of a Pix session, pure: no file, no clock, no screen, no sentence.

``decide(state, command, now)`` says what a command becomes or why it is refused;
``evolve(state, event)`` says what the session is afterwards. Time, rules and words come
from outside.
"""
