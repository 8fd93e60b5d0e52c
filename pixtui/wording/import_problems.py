"""What is wrong with a list, and what to do: one sentence a code.

The row and the column are said before it; every parameter arrives safe to show. Codes in
capitals are Pix's own (domain notes §3), the sentences are ours.
"""

from collections.abc import Mapping

from pixtui.wording.catalogue import N_

PROBLEMS: Mapping[str, str] = {
    # the file
    "file_empty": N_("The file is empty. Export the list again."),
    "file_too_large": N_("The file is larger than {megabytes} MB: this is no list of candidates."),
    "spreadsheet_file": N_("This is a spreadsheet. Save it as CSV, then import that file."),
    "other_file": N_("This is not a list but another kind of file. Export the list as CSV."),
    "web_page": N_(
        "This is a web page, perhaps a sign-in page. Sign in and download the list again."
    ),
    "not_text": N_("This is not a text file (line {line}). Save the list as CSV (UTF-8)."),
    "encoding_broken": N_(
        "The file is damaged: line {line} is not {encoding}. Save it again as CSV (UTF-8)."
    ),
    "encoding_unknown": N_(
        "The encoding of the file is not known (line {line}). Save it as CSV (UTF-8)."
    ),
    "encoding_mac": N_(
        "The file seems to come from a Mac (line {line}): its accents would be wrong. Save it as CSV (UTF-8)."
    ),
    "encodings_mixed": N_(
        "The file mixes two encodings (line {line}): some accents would be wrong. Save it again as CSV (UTF-8)."
    ),
    "encoding_guessed": N_("Read as Windows-1252. Check the accents: {words}."),
    "mojibake_repaired": N_(
        "The accents of this file were damaged and have been mended. Check them: {words}."
    ),
    "mojibake_seen": N_(
        "Some accents of this file are damaged: {words}. Export the list again in UTF-8."
    ),
    "CSV_DATA_REQUIRED": N_("The file holds no candidate. Check that you exported the right list."),
    "CSV_HEADERS_NOT_VALID": N_(
        "The column “{missing}” is missing. Found: {found}. Add it or name it so."
    ),
    "header_duplicated": N_("Several columns mean the same thing: {headers}. Keep one."),
    "too_many_columns": N_(
        "The file has {columns} columns, at most {most} are read. Check that it is the right list."
    ),
    "too_many_candidates": N_(
        "A session holds at most {most} candidates. Make several lists of it."
    ),
    "lines_before_header": N_("What stands above the header (row {header_row}) is not read."),
    # the shape of a row
    "row_too_short": N_(
        "{cells} cells where the header has {columns}. Check the separators of this row."
    ),
    "row_too_long": N_(
        "{cells} cells where the header has {columns}. Check the separators of this row."
    ),
    "unbalanced_quote": N_(
        "A quotation mark is opened and never closed: the rest of the file was not read. Close or remove it."
    ),
    "text_after_quote": N_(
        "Text follows a closing quotation mark (line {line}): the rest of the file was not read. Correct the quotation marks."
    ),
    "cell_too_long": N_(
        "A cell is far too long (line {line}): the rest of the file was not read. Look for a missing quotation mark."
    ),
    "csv_broken": N_(
        "This row cannot be read (line {line}), nor the rest of the file. Save the list again as CSV."
    ),
    "newline_in_cell": N_("“{value}” is on several lines. Write it on one."),
    # names and other texts
    "CANDIDATE_LAST_NAME_REQUIRED": N_("The birth name is missing. Fill it in."),
    "CANDIDATE_FIRST_NAME_REQUIRED": N_("The first name is missing. Fill it in."),
    "empty": N_("The cell is empty. Fill it in."),
    "too_long": N_("“{value}” is too long. Use at most 100 characters."),
    "formula": N_("“{value}” begins like a formula. Remove its first sign (= + - @)."),
    "path": N_("“{value}” is the path of a file, not a name. Correct it."),
    "forbidden_character": N_(
        "“{value}” holds a control or invisible character ({character}). Type it again."
    ),
    "too_many_marks": N_("“{value}” piles up accents. Type it again."),
    "no_letter": N_("“{value}” holds no letter. Check the name."),
    "one_letter": N_("“{value}” is a single letter. Check that the name is whole."),
    "digits": N_("“{value}” holds digits. Check it."),
    "symbol": N_("“{value}” holds a symbol. Check that Pix has it too."),
    "mixed_scripts": N_(
        "“{value}” mixes alphabets: some letters only look alike. Type it again if in doubt."
    ),
    "other_script": N_(
        "“{value}” is not in Latin letters: Pix cannot compare it. Check how Pix writes it."
    ),
    "letters_pix_drops": N_(
        "“{value}”: Pix drops {letters} when it compares names. Have it typed exactly so."
    ),
    # birth date
    "CANDIDATE_BIRTHDATE_REQUIRED": N_("The birth date is missing. Fill it in."),
    "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID": N_("“{value}” is not a date. Write it as DD/MM/YYYY."),
    "CANDIDATE_BIRTHDATE_MUST_BE_GREATER": N_(
        "The birth date {value} is too old: it must be after 01/01/1900."
    ),
    "birthdate_in_future": N_("The birth date {value} is still to come. Correct it."),
    "birthdate_serial": N_(
        "“{value}” is a spreadsheet's number for a day, read as {date}. Check it."
    ),
    "age_unusual": N_("The birth date {value} makes an age of {age}. Check it."),
    # extra time
    "CANDIDATE_EXTRA_TIME_INTEGER": N_(
        "“{value}” is no extra time. Write a whole percentage, as 33."
    ),
    "CANDIDATE_EXTRA_TIME_OUT_OF_RANGE": N_(
        "Extra time of {value} is not possible. Write a percentage from 1 to 999, or nothing."
    ),
    "extra_time_percentage_needed": N_(
        "“{value}” does not say how much extra time. Write the percentage, as 33."
    ),
    "extra_time_read_as": N_("Extra time “{value}” is read as {percentage} %. Check it."),
    # birth place, looked at and not kept
    "insee_not_valid": N_(
        "“{value}” is no INSEE code: Pix would refuse it. Correct it, or remove the column (it is not kept here)."
    ),
    "insee_zero_lost": N_(
        "The INSEE code “{value}” has lost its first zero. Put it back for Pix (it is not kept here)."
    ),
    # several rows, and the session
    "DUPLICATE_CANDIDATE_IN_SESSION": N_(
        "{name} already stands on row {first_row} with the same birth date: this row is left out."
    ),
    "homonyms": N_(
        "{name} is also in row {first_row} with another birth date. Check that they are two people."
    ),
    "seat_duplicated": N_("Seat {seat} is already given in row {first_row}. Change one of them."),
    "already_in_session": N_(
        "{name} is already in the session with this birth date. Remove this row."
    ),
    "homonym_in_session": N_(
        "{name} is already in the session with another birth date. Check that they are two people."
    ),
    "seat_taken": N_("Seat {seat} is already that of {other}. Change one of them."),
}
