"""Reading what could be hostile, in a process of its own with little memory and little time.

Only ``reader`` is for the rest of the program; everything else here runs in the child process
and imports nothing of the package, so that it starts at once.
"""
