"""pixtui: the terminal console that carries an operator through a Pix certification session."""

__version__ = "0.1.0"
