"""What ``pixtui check`` looks at, one room for each: the terminal, the machine, the reset."""
