"""Why the child process does not read a file: a code and the parts of its sentence."""


class RefusedFile(Exception):  # noqa: N818 - not an error of the program: an answer
    """The file is not read; ``code`` is one of the problems of an import."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
