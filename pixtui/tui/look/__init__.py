"""How the console looks: the themes as data, and what a terminal cannot show spelled out."""
