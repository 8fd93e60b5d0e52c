"""What the console costs in a real terminal, beside other programs that show the same grid."""
