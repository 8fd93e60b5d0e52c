"""The rules as data: dated TOML files beside this package, and a centre's own over them."""
