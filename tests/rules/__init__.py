"""The rules as data: complete, and a broken file of a centre is explained."""
