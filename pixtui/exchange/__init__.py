"""Lists in and out: school lists and Pix's own files, one module a format.

A reader takes bytes and answers an ``ImportedList``: every candidate that could be read, and
every problem of every row at once. It never raises on what a file holds, writes nothing and
knows no sentence; whether a list is taken, whole or not at all, is the caller's.
"""
