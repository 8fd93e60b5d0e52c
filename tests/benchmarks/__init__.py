"""What saving and opening a session cost, as ratios to floors measured in the same run.

One command: ``python -m tests.benchmarks`` (``--quick``, ``--strict``, ``--dir``, ``--only``).
"""
