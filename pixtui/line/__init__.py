"""Line mode: numbered questions over the same desk, in plain text, one question at a time.

For screen readers, braille displays, terminals too poor for a full screen, and pipes. Nothing is
written but lines of text: no escape sequence, no colour, no cursor that moves.
"""
