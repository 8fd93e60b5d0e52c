"""What an import says about each problem: what is wrong, and what to do."""

from collections.abc import Mapping

from pixtui.wording.catalogue import N_

PROBLEMS: Mapping[str, str] = {
    # the file
    "file_too_large": N_("The file is larger than 5 MB: it cannot be a list of candidates."),
    "not_a_csv": N_("This is no CSV file ({kind}). Save it as CSV from the spreadsheet first."),
    "not_text": N_("This is no text file. Save the list as CSV first."),
    "encoding_broken": N_("The file says it is {encoding} and is not. Save it as CSV UTF-8."),
    "encoding_unknown": N_("The accents cannot be read (byte {byte}). Save the file as CSV UTF-8."),
    "encoding_doubtful": N_("The accents are doubtful: {preview}. Save the file as CSV UTF-8."),
    "encoding_guessed": N_("Read as Windows-1252; check the accents: {preview}."),
    "mojibake": N_("Accents look damaged: {sample}. Check the file where it was made."),
    "CSV_DATA_REQUIRED": N_("There is no candidate in the file."),
    "CSV_HEADERS_NOT_VALID": N_("No column “{missing}”. Found: {found}."),
    "header_duplicated": N_("Two columns say the same: {header}. Keep one."),
    "unbalanced_quote": N_("A quotation mark is opened and not closed. Close it or take it away."),
    "too_many_rows": N_("More than {most} candidates. Make several lists of it."),
    # the row
    "row_too_long": N_("{cells} cells where the header has {expected}. Check the separators."),
    "row_too_short": N_("{cells} cells where the header has {expected}. Check the separators."),
    "line_break_in_cell": N_("A cell holds a line break. Put it on one line."),
    "DUPLICATE_CANDIDATE": N_("{name} already stands on row {other}. Keep one of the two."),
    "homonyms": N_("{name} also stands on row {other} with another birth date: two people?"),
    "seat_twice": N_("Seat {seat} is also on row {other}."),
    "already_listed": N_("{name} is already in the session."),
    "seat_taken": N_("Seat {seat} is already that of {other}."),
    # the cell
    "CANDIDATE_LAST_NAME_REQUIRED": N_("The last name is missing."),
    "CANDIDATE_FIRST_NAME_REQUIRED": N_("The first name is missing."),
    "CANDIDATE_BIRTHDATE_REQUIRED": N_("The birth date is missing."),
    "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID": N_("{value} is no date. Write it as 31/12/2010."),
    "CANDIDATE_BIRTHDATE_MUST_BE_GREATER": N_("{value} is too long ago for a birth date."),
    "birthdate_in_future": N_("{value} is still to come."),
    "birthdate_unlikely": N_("{value} is an unlikely birth date for a candidate. Check it."),
    "CANDIDATE_EXTRA_TIME_INTEGER": N_(
        "{value} is no extra time. Write a whole percentage, as 33."
    ),
    "CANDIDATE_EXTRA_TIME_OUT_OF_RANGE": N_(
        "{value}: write extra time as a whole percentage, as 33."
    ),
    "too_long": N_("Longer than 100 characters: {value}"),
    "formula": N_("{value} begins like a formula. Take the first character away."),
    "forbidden_character": N_("A control or invisible character ({character}) in: {value}"),
    "too_many_marks": N_("Accents pile up in: {value}"),
    "no_letter": N_("{value} holds no letter."),
    "name_one_letter": N_("{value}: a name of one letter? Check it."),
    "name_digits": N_("{value}: a digit in a name? Check it."),
    "name_symbol": N_("{value}: a sign that is no letter. Check it."),
    "name_mixed_scripts": N_("{value} mixes alphabets (letters that look alike). Type it again."),
    "letters_pix_drops": N_("{value}: Pix drops {letters} when it compares names."),
    # what the session's own rules add
    "refused": N_("{reason}"),
}
