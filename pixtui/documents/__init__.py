"""The papers of a session, as PDF: one module a paper, all drawn by one kit.

``catalogue`` names them and makes them; ``matter`` is what they are made from; ``sheet``,
``table`` and ``typeface`` draw. Only this package imports fpdf2, and only when a paper is made.
"""
