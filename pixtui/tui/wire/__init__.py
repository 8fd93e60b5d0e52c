"""What goes over the line: only the cells that differ from those the terminal shows already.

Textual paints whole regions; on a slow line most of these bytes change nothing. ``shadow`` keeps
the cells last sent and sends the difference; ``moves`` and ``sgr`` find the shortest way to it.
"""
