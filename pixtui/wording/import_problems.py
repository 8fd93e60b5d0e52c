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
    "xml_too_large": N_(
        "The file is larger than {megabytes} MB. Give the ZIP archive that SIECLE exports instead."
    ),
    "spreadsheet_file": N_(
        "This is a workbook that cannot be read as it is. Save it as .ods, .xlsx or CSV, then import that file."
    ),
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
        "Cells: {cells}, where the header has {columns}. Check the separators of this row."
    ),
    "row_too_long": N_(
        "Cells: {cells}, where the header has {columns}. Check the separators of this row."
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
        "Extra time of {value} is not possible. Write 33 % (in a workbook, a cell of percents), from 1 to 999 %, or nothing."
    ),
    "extra_time_percentage_needed": N_(
        "“{value}” does not say how much extra time. Write the percentage, as 33."
    ),
    "extra_time_read_as": N_("Extra time “{value}” is read as {percentage} %. Check it."),
    # birth place, looked at and not kept
    "insee_not_valid": N_(
        "“{value}” is no INSEE code: Pix would refuse it. Correct it, or remove the column (it is not kept here)."
    ),
    "digits_lost": N_(
        "“{value}” is a number that a spreadsheet has rounded: its digits are lost. Set the column "
        "to text and put the right identifier in."
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
    "homonym_in_session": N_(
        "{name} is already in the session with another birth date. Check that they are two people."
    ),
    "seat_taken": N_("Seat {seat} is already that of {other}. Change one of them."),
    # a workbook or a SIECLE list
    "zip_broken": N_("This file is damaged: it cannot be unpacked. Save or download it again."),
    "zip_too_large": N_(
        "Unpacked, this file would be far too large for a list: it was not opened. Export the list again."
    ),
    "zip_duplicate": N_(
        "This file holds the same part twice: nobody can say which is right. Save it again from the spreadsheet."
    ),
    "zip_encrypted": N_(
        "This file is protected by a password. Save it without one, then import it."
    ),
    "zip_no_list": N_(
        "There is no XML list in this archive. Choose the archive that SIECLE exports."
    ),
    "not_a_workbook": N_(
        "This is neither an .ods nor an .xlsx workbook. Save the list in one of these formats, or as CSV."
    ),
    "sheet_too_large": N_(
        "The sheet goes beyond row {rows} or column {columns}: this is no list of candidates. Remove what stands outside the list."
    ),
    "xml_broken": N_("The XML of this file is damaged (line {line}). Export the list again."),
    "xml_encoding": N_("The encoding {encoding} is not one of a list. Export the list again."),
    "xml_encoding_broken": N_(
        "The file is not in the encoding it declares ({encoding}, line {line}). Export the list again."
    ),
    "xml_too_deep": N_(
        "The file nests elements without end (line {line}): it was not read. Export the list again."
    ),
    "xml_doctype": N_(
        "The file brings definitions of its own, which no list does: it was not read. Export the list again."
    ),
    "xml_shape": N_("{element} is not as in a SIECLE list. Export the list again."),
    "xml_other": N_(
        "This is no SIECLE list (it begins with {root}). Choose the export “ElevesSansAdresses”."
    ),
    "too_many_pupils": N_("The file lists more than {most} pupils. Export the list of one school."),
    "reader_gave_up": N_(
        "This file could not be read within the limits of memory and time. Save the list again, without anything else in it."
    ),
    "formula_cell": N_("This cell computes its value. Replace the formula by the value."),
    "error_cell": N_("“{value}” is an error of the spreadsheet. Type the value."),
    "hidden_row": N_("This row is hidden in the spreadsheet. Check that it belongs to the list."),
    "macros": N_(
        "The file holds programs (macros). They are not run; check where the file comes from."
    ),
    "other_sheets": N_(
        "The list read is that of the sheet “{sheet}”, not of: {others}. Check that it is the right one."
    ),
    "other_lists": N_("The list read is {chosen}, not: {others}. Check that it is the right one."),
    "INVALID_DOCUMENT": N_(
        "This is not Pix's list of candidates as it was downloaded. Missing: {missing}. Download the list again from the session."
    ),
    "INVALID_DOCUMENT:nobody": N_("Nobody is on this list of Pix. Fill it in, then import it."),
    "other_school": N_(
        "This is the list of the school {found}; the session is of {uai}. Choose the right export."
    ),
    "other_school_year": N_(
        "This is a list of the school year {year}; we are in {now}. Check that it is the right export."
    ),
    "class_not_found": N_("Nobody of this list is in the class {class_name}. Classes: {classes}."),
    "class_unknown": N_(
        "This list does not say the classes: nobody can tell who is in {class_name}. Leave the class out."
    ),
    "pupils_left_out": N_("Not taken: have left the school: {gone}; without a class: {unplaced}."),
    "two_classes": N_("{name} is in several classes: {classes}. {taken} is taken."),
    "ine_missing": N_(
        "The national identifier (INE) is missing: later lists will find this pupil by name and birth date only."
    ),
    "encoding_mac_read": N_("Read as a file from a Mac. Check the accents: {words}."),
    # Pix's rules about a candidate
    "CANDIDATE_SEX_REQUIRED": N_("The sex is missing. Write M or F."),
    "CANDIDATE_SEX_NOT_VALID": N_("“{value}” is not M or F. Write one of them."),
    "CANDIDATE_EMAIL_NOT_VALID": N_(
        "“{value}” is not one e-mail address. Correct it, or leave it empty."
    ),
    "CANDIDATE_RESULT_RECIPIENT_EMAIL_NOT_VALID": N_(
        "“{value}” is not one e-mail address for the results. Correct it, or leave it empty."
    ),
    "CANDIDATE_BIRTH_INFORMATION_REQUIRED": N_(
        "The birth place is missing. Write the country, and the INSEE code or the postal code and the commune."
    ),
    "CANDIDATE_BIRTH_COUNTRY_REQUIRED": N_("The country of birth is missing. Fill it in."),
    "CANDIDATE_BIRTH_COUNTRY_NOT_FOUND": N_(
        "Pix knows no country “{value}”. Write its French name."
    ),
    "CANDIDATE_BIRTH_INSEE_CODE_OR_BIRTH_POSTAL_CODE_AND_BIRTH_CITY_REQUIRED": N_(
        "In France, give either the INSEE code alone, or the postal code and the commune; not both."
    ),
    "CANDIDATE_BIRTH_POSTAL_CODE_REQUIRED": N_(
        "The postal code of the commune of birth is missing. Fill it in."
    ),
    "CANDIDATE_BIRTH_CITY_REQUIRED": N_("The commune of birth is missing. Fill it in."),
    "CANDIDATE_FOREIGN_INSEE_CODE_NOT_VALID": N_("Born abroad: the INSEE code must be 99."),
    "CANDIDATE_FOREIGN_BIRTH_CITY_REQUIRED": N_(
        "Born abroad: the town of birth is missing. Fill it in."
    ),
    "CANDIDATE_FOREIGN_POSTAL_CODE_MUST_BE_EMPTY": N_("Born abroad: leave the postal code empty."),
    "birth_insee_not_valid": N_("“{value}” is no INSEE code of a commune. Write its 5 characters."),
    "birth_postal_code_not_valid": N_("“{value}” is no postal code. Write its 5 digits."),
    "CANDIDATE_BILLING_MODE_REQUIRED": N_(
        "Who pays is missing. Write Gratuite, Payante or Prépayée."
    ),
    "CANDIDATE_BILLING_MODE_NOT_VALID": N_(
        "“{value}” is no billing mode. Write Gratuite, Payante or Prépayée."
    ),
    "CANDIDATE_PREPAYMENT_CODE_REQUIRED": N_(
        "Prepaid: the prepayment code is missing. Fill it in."
    ),
    "CANDIDATE_PREPAYMENT_CODE_MUST_BE_EMPTY": N_("Not prepaid: leave the prepayment code empty."),
    "CANDIDATE_MAX_ONE_COMPLEMENTARY_CERTIFICATION": N_(
        "Two additional certifications are asked for. Keep one."
    ),
    "yes_or_nothing": N_("“{value}” is neither “oui” nor nothing. Correct it."),
    # several sessions in one file
    "SESSION_ADDRESS_REQUIRED": N_("The name of the site is missing. Fill it in."),
    "SESSION_ROOM_REQUIRED": N_("The room is missing. Fill it in."),
    "SESSION_DATE_REQUIRED": N_("The date of the session is missing. Fill it in."),
    "SESSION_DATE_NOT_VALID": N_("“{value}” is not a date. Write it as DD/MM/YYYY."),
    "SESSION_TIME_REQUIRED": N_("The time of the session is missing. Fill it in."),
    "SESSION_TIME_NOT_VALID": N_("“{value}” is not a time. Write it as HH:MM."),
    "SESSION_EXAMINER_REQUIRED": N_("The invigilators are missing. Fill them in."),
    "SESSION_SCHEDULED_IN_THE_PAST": N_(
        "The session of {value} would be in the past. Correct its date or time."
    ),
    "SESSION_ID_NOT_VALID": N_(
        "“{value}” is no session number. Copy it from Pix Certif: digits only."
    ),
    "INFORMATION_NOT_ALLOWED_WITH_SESSION_ID": N_(
        "With a session number, leave the fields of the session empty."
    ),
    "EMPTY_SESSION": N_("This session has no candidate. Check that it should be so."),
    "session_details_missing": N_(
        "Session {number} is only named by its number: its site, room, date and time are not in the file. Create it with pixtui new, then import this file."
    ),
    "other_session": N_(
        "The file is for another session ({session}). Check that it is the right file."
    ),
    "session_not_found": N_(
        "This session is not in the file, which holds: {sessions}. Check its number, or its site, room, date and time."
    ),
    # profiles of Pix Orga
    "profile_looks_like": N_(
        "{name} may be {other} of the session, written otherwise: the profile is not taken."
    ),
    "certifiable_disagrees": N_(
        "{name}: the column and the levels disagree; the levels say {competences} competences at level 1 or more, and hold."
    ),
    "profile_date_in_future": N_(
        "“{value}” is a send still to come. Check the clock of this machine, or export again."
    ),
    "profile_pix_not_valid": N_("“{value}” is no number of pix. Export the collection again."),
    "too_many_profiles": N_("The collection has more than {most} rows. Export it by class."),
    "profile_other_class": N_(
        "{name} is in {theirs} in the collection and in {ours} here: the profile is not taken. Put the class right, or say it by hand (c in the grid)."
    ),
    "certifiability_by_hand": N_(
        "{name}: what was said by hand would be replaced by the collection ({competences} competences, {date})."
    ),
    "profile_elsewhere": N_(
        "{name} is not in the session; this row cannot be read: it is not taken."
    ),
    "yes_or_no": N_("“{value}” is neither Oui nor Non. Export the collection again."),
    "profile_date_not_valid": N_(
        "“{value}” is not the date of a send. Export the collection again."
    ),
    "profile_level_not_valid": N_("“{value}” is not a level. Export the collection again."),
    "profile_homonyms": N_(
        "{name} may be someone else than in row {first_row}: the two are kept apart. Check who is who."
    ),
    "profile_ambiguous": N_(
        "Nobody can say which candidate this profile of {name} is of: it is not taken. Say it by hand (c in the grid)."
    ),
    # several rows, and the session
    "DUPLICATE_CANDIDATE": N_(
        "{name} already stands on row {first_row} with the same birth date. Remove one, or give each an identifier if they are two people."
    ),
    "twins": N_(
        "{name} is also on row {first_row} with the same birth date and another identifier: Pix could not tell them apart. Check that they are two people."
    ),
    "id_duplicated": N_(
        "The identifier {id} is already that of row {first_row}. Correct one of them."
    ),
    "identity_kept": N_(
        "{name} is already at work: the list now says {said}, and this is not taken. Report the error (C1) if it is one."
    ),
    "identity_changes": N_(
        "{name} of the session becomes {said}. Check that it is the same person."
    ),
    "identifier_shared": N_(
        "The identifier {id} is that of {other} of the session. Put right the names or the birth date of one of the two, or the identifier."
    ),
    "looks_like": N_(
        "{name} may be {other} of the session, written otherwise. If so, put one of them right first."
    ),
    "twin_in_session": N_(
        "{name} is already in the session with this birth date and another identifier. Check that they are two people."
    ),
    "field_changes": N_("{name}: {field} {old} becomes {new}."),
    "started_changes": N_(
        "{name} has begun the test: {field} {old} would become {new}. Check that it should."
    ),
    "extra_time_moves_end": N_(
        "{name} has begun the test: extra time {old} % would become {new} %, and the end {before} would be {after}. Check that it should."
    ),
    "hand_corrected": N_(
        "{name}: {field} {old} was put right by hand, and would become {new} again. Correct the list if it is wrong."
    ),
    "extra_time_kept": N_(
        "{name} keeps {percentage} % of extra time, which the list does not say. Take it away by hand if it has to go."
    ),
}
