"""What is worth saying about a session: blockers, holes, warnings; one sentence each."""

from collections.abc import Mapping

from pixtui.wording.catalogue import N_

FINDINGS: Mapping[str, str] = {
    # blockers
    "running": N_("{name}: the test is still running."),
    "interrupted": N_("{name}: the test is still interrupted."),
    "no_reason": N_("{name}: the test was not finished, say why (candidate or technical)."),
    "nobody_started": N_("Nobody has started a test."),
    "still_expected": N_("{name} is still expected: absent, turned away, or to start?"),
    # holes
    "identity_not_checked": N_("{name}: identity not checked."),
    "not_signed": N_("{name}: attendance sheet not signed."),
    "end_screen_not_seen": N_("{name}: end-of-test page not seen."),
    "not_signed_out": N_("{name}: did not sign out of Pix."),
    "absent_but_here": N_(
        "{name}: marked absent, and yet signed or confirmed present. Undo what is wrong."
    ),
    "incident_open": N_("{name}: incident {incident} is still open."),
    "room_interruption_open": N_("The room's interruption ({cause}) has no end."),
    "step_left": N_("Step left to do: {step}."),
    # warnings
    "no_number": N_("The session number given by Pix is not known yet."),
    "after_start": N_("Tests have already begun: check what this changes."),
    "code_unlikely": N_("Pix would not give {character} in an access code. {likely}"),
    "password_unlikely": N_(
        "A character of the password is unlikely: compare it with the original (F4)."
    ),
    "cause_unknown": N_("The rules do not know the cause “{cause}”: check that it is meant so."),
    "extra_time_unlikely": N_(
        "{name}: extra time of {percent}%, more than the test itself: check."
    ),
    "evidence_incomplete": N_("Ticked, although not everything that proves it is recorded."),
    "identity_missing": N_("{name}: identity not checked yet."),
    "identity_doubt": N_("{name}: doubt on the identity, the centre decides."),
    "code_not_revealed": N_("{name}: the access code has not been given yet."),
    "code_not_set": N_("The access code is not known here: type it in (F4)."),
    "marked_absent": N_("{name} is marked absent: record the arrival too."),
    "turned_away": N_("{name} had been turned away."),
    "was_here": N_("{name} had already been checked in."),
    "already": N_("{name}: already recorded."),
    "c4_to_report": N_("{name}: report C4 (signature missing or on the wrong line)."),
    "c2_to_report": N_("{name}: report C2 (extra time changed)."),
    "resume_window": N_("{name}: more than 24 hours after the start, Pix may refuse to resume."),
    "reason_changed": N_("{name}: another reason had been given."),
    "not_finished": N_("{name}: the end of the test is not recorded yet."),
    "question_missing": N_("{name}: {code} needs the number of the question."),
    "description_missing": N_("{name}: {code}, Pix asks for a description (F7, Enter)."),
    "candidate_missing": N_("{code} is about a candidate: say which."),
    "box_empty": N_("{incident} goes in the session's “incident” box, which is empty: decide."),
    "alert_open": N_("{name}: an alert is open, handle it in the invigilator space first."),
    "still_interrupted": N_("{name} was interrupted: the interruption ends with the test."),
    "left_room": N_("{name} is noted as out of the room."),
    "letters_pix_drops": N_("{name}: Pix drops {letters} when it compares names."),
    "presence_expired": N_("{name}: the presence confirmation has expired."),
    "still_running": N_("{name}: still running after the end ({end})."),
    "not_printable": N_(
        "{name}: {character} ({code}) cannot be printed, so no paper with this name can be made."
    ),
    "seat_shared": N_("{name}: seat {seat} is also that of {other}."),
    "disk_full": N_("The disk is full. Finish, and let someone free space."),
    "not_erased_yet": N_(
        "The disk refused ({reason}): what is to be erased goes at the next opening."
    ),
    "workstation_taken": N_(
        "Workstation {workstation} is also that of {name}: check which is right."
    ),
}

HOLE_NAMES: Mapping[str, str] = {
    "identity_not_checked": N_("identity not checked"),
    "not_signed": N_("not signed"),
    "end_screen_not_seen": N_("end-of-test page not seen"),
    "not_signed_out": N_("not signed out"),
    "absent_but_here": N_("absent, yet signed or confirmed"),
    "incident_open": N_("incident open"),
    "room_interruption_open": N_("interruption without end"),
    "step_left": N_("step left to do"),
}
"""What is missing, without saying of whom."""
