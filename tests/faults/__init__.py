"""What can go wrong with a disk or a process, provoked for real.

A life of a session is played under strace; every system call on its files can be killed before
or failed at (``syscalls.enumerate_all``). The tests of this folder run a sample.
"""
