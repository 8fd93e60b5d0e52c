"""What codes are called: states, phases, flags, commands, choices."""

from collections.abc import Mapping

from pixtui.wording.catalogue import N_, Words

TELL = N_("{what}: {how}")
SAID = {
    "witnesses": N_("Witnesses: {text}"),
    "evidence": N_("Evidence kept: {text}"),
    "decided_by": N_("Decided by: {text}"),
}
"""What may be said of an incident besides its note, and how it is told."""
"""A thing and what is said of it, with the colon of the language."""

STATES: Mapping[str, tuple[str, str]] = {
    "expected": (N_("expected"), N_("expected")),
    "checked_in": (N_("identity checked"), N_("checked in")),
    "ready": (N_("ready"), N_("ready")),
    "running": (N_("test running"), N_("running")),
    "interrupted": (N_("interrupted"), N_("interrupted")),
    "finished": (N_("finished"), N_("finished")),
    "stopped": (N_("ended unfinished"), N_("stopped")),
    "absent": (N_("absent"), N_("absent")),
    "turned_away": (N_("turned away"), N_("turned away")),
}
"""Long, and short enough for eleven cells."""

THEME_NAMES: Mapping[str, str] = {
    "dark": N_("dark"),
    "light": N_("light"),
    "contrast": N_("high contrast"),
    "mono": N_("none"),
}
PHASES: Mapping[str, str] = {
    "before": N_("BEFORE"),
    "during": N_("DURING"),
    "end": N_("AT THE END"),
    "finalise": N_("FINALISE"),
    "finalised": N_("SEALED"),
    "purged": N_("PURGED"),
}

FLAGS: Mapping[str, str] = {
    "alert": N_("open alert"),
    "incident": N_("incident"),
    "identity": N_("identity checked"),
    "identity_doubt": N_("doubt on the identity"),
    "signed": N_("signed"),
    "wrong_line": N_("signed on the wrong line"),
    "sign_refused": N_("refuses to sign"),
    "presence": N_("presence confirmed"),
    "presence_expired": N_("presence expired"),
    "late": N_("came late"),
    "left_room": N_("out of the room"),
    "moved": N_("changed workstation"),
    "overdue": N_("past the end"),
    "end_screen": N_("end screen seen"),
    "signed_out": N_("signed out"),
    "reason_candidate": N_("reason: candidate"),
    "reason_technical": N_("reason: technical"),
    "extra_time": N_("extra time"),
    "entered": N_("typed in Pix"),
    "certifiable": N_("certifiable"),
    "not_certifiable": N_("not certifiable"),
}

ACTS: Mapping[str, str] = {
    "create_session": N_("created the session"),
    "edit_session": N_("changed the session's details"),
    "set_codes": N_("typed the codes"),
    "set_step": N_("ticked a step"),
    "hand_over": N_("handed over"),
    "set_session_box": N_("set a box for Pix"),
    "import_candidates": N_("imported the list"),
    "add_candidate": N_("added a candidate"),
    "edit_candidate": N_("changed a candidate"),
    "remove_candidate": N_("removed a candidate"),
    "record_certifiability": N_("recorded who is certifiable"),
    "check_identity": N_("identity checked"),
    "sign": N_("attendance signed"),
    "confirm_presence": N_("presence confirmed"),
    "cancel_presence": N_("presence cancelled"),
    "mark_ready": N_("ready"),
    "mark_absent": N_("absent"),
    "arrive": N_("arrived late"),
    "turn_away": N_("turned away"),
    "reveal_code": N_("access code given to the room"),
    "start": N_("test started"),
    "interrupt": N_("test interrupted"),
    "resume": N_("test resumed"),
    "leave_room": N_("left the room"),
    "return_to_room": N_("back in the room"),
    "change_workstation": N_("changed workstation"),
    "finish": N_("test ended"),
    "give_reason": N_("reason given"),
    "see_end_screen": N_("end screen seen"),
    "sign_out": N_("signed out"),
    "interrupt_room": N_("room interrupted"),
    "roll_call": N_("roll call"),
    "resume_room": N_("room resumed"),
    "log_incident": N_("incident written down"),
    "amend_incident": N_("incident amended"),
    "close_incident": N_("incident closed"),
    "undo": N_("undid an entry"),
    "correct": N_("corrected an entry"),
    "finalise": N_("sealed the record"),
    "annex": N_("added an annex"),
    "record_entered": N_("typed in Pix"),
    "record_pix_finalised": N_("finalised in Pix"),
    "hold": N_("put on hold"),
    "release": N_("released"),
    "purge": N_("purged"),
}

CHOICES: Mapping[str, str] = {
    "todo": N_("to do"),
    "done": N_("done"),
    "deferred": N_("put off"),
    "not_applicable": N_("not applicable"),
    "ok": N_("in order"),
    "doubt": N_("doubt"),
    "wrong_line": N_("wrong line"),
    "refused": N_("refused"),
    "candidate": N_("by the candidate"),
    "invigilator": N_("by the invigilator"),
    "finalisation": N_("by Pix's finalisation"),
    "technical": N_("technical"),
    "with-es": N_("with the invigilator space"),
    "without-es": N_("without the invigilator space"),
    "live": N_("in the invigilator space, now"),
    "paper": N_("on paper"),
    "fraud_form": N_("fraud form"),
    "session_box": N_("session box"),
    "has_incident": N_("box: an incident"),
    "has_joining_issue": N_("box: an issue joining"),
    "out": N_("outside"),
    "back": N_("back"),
}

FIELDS: Mapping[str, str] = {
    "site": N_("site"),
    "room": N_("room"),
    "examiner": N_("invigilators"),
    "centre": N_("centre"),
    "last_name": N_("last name"),
    "first_name": N_("first name"),
    "class_name": N_("class"),
    "date": N_("date"),
    "time": N_("time"),
    "number": N_("session number"),
    "zone": N_("time zone"),
    "product": N_("product"),
    "duration": N_("minutes of a test"),
    "mode": N_("mode"),
    "language": N_("language"),
    "convocation_time": N_("convocation time"),
    "description": N_("description"),
    "retention_until": N_("kept until"),
    "birthdate": N_("birth date"),
    "extra_time": N_("extra time"),
    "sex": N_("sex"),
    "billing": N_("billing"),
    "subscription": N_("subscription"),
    "external_id": N_("local id"),
    "seat": N_("seat"),
    "workstation": N_("workstation"),
    "birth_insee": N_("INSEE code of the birth place"),
    "birth_postal_code": N_("postal code of the birth place"),
    "birth_city": N_("birth place"),
    "birth_country": N_("country of birth"),
    "email": N_("e-mail"),
    "result_email": N_("e-mail for the results"),
    "prepayment_code": N_("prepayment code"),
    "to": N_("name"),
    "by": N_("name of the one who acts"),
}

FORMATS: Mapping[str, str] = {
    "plain-csv": N_("list (CSV)"),
    "sheet": N_("list (workbook)"),
    "pix-candidates-ods": N_("Pix's list of candidates"),
    "pix-sessions-csv": N_("Pix's sessions (CSV)"),
    "pix-profiles-csv": N_("profile collection"),
    "siecle-xml": N_("SIECLE list"),
    "sup-csv": N_("SUP list"),
    "fregata-csv": N_("FREGATA list"),
}

TEXT_PROBLEMS: Mapping[str, str] = {
    "empty": N_("it is empty"),
    "too_long": N_("it is longer than 100 characters"),
    "formula": N_("it begins like a formula (=, +, -, @)"),
    "forbidden_character": N_("it holds a control or invisible character"),
    "too_many_marks": N_("it piles up accents"),
    "path": N_("it is the path of a file"),
    "not_insee": N_("it is no INSEE code of a commune (5 characters, or 99 abroad)"),
    "not_postal": N_("it is no French postal code (5 digits)"),
    "not_email": N_("it is not one e-mail address"),
}


def label(table: Mapping[str, str], code: str, words: Words) -> str:
    """What a code is called; the code itself where the table does not know it."""
    return words.text(table.get(code, code))


def state_label(words: Words, state: str, *, short: bool = False) -> str:
    """What a candidate's state is called."""
    long_form, short_form = STATES.get(state, (state, state))
    return words.text(short_form if short else long_form)
