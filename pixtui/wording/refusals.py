"""Why a command is refused, in the words of the room, and what to do instead.

Parameters are those of the refusal; names arrive safe to show. ``code.variant`` is the same
code in one circumstance: a candidate's state, the act refused, or both (``state.act``); the
most precise one that is here is said (``template``).
"""

from collections.abc import Mapping

from pixtui.wording.catalogue import N_

REFUSALS: Mapping[str, str] = {
    "malformed": N_("This command cannot be read: {what}. Compare it with: pixtui apply --schema."),
    "malformed.twice": N_("The same candidate is named twice. Name each one once."),
    "malformed.item_state": N_("An item is ticked or not: its state is done or todo."),
    "no_session": N_("There is no session here yet. Create it first: pixtui new."),
    "session_exists": N_("The session already exists. Change its details instead."),
    "no_rehearsal": N_("This is no rehearsal with anything to tell. pixtui rehearse makes one."),
    "rehearsal_damaged": N_(
        "{path} is damaged: the rehearsal cannot go on; the session itself is whole."
    ),
    "purged": N_("This session was purged: its content is gone, only the certificate remains."),
    "replay": N_("This is a replay of what is past: nothing is declared in it. Esc leaves it."),
    "sealed": N_(
        "The record was sealed at {at}: nothing in it changes any more. Add an annex instead."
    ),
    "not_sealed": N_("The record is not sealed yet: “{act}” comes after. Finalise first (F8)."),
    "in_future": N_("{at} is still to come (it is {now}). Give the time at which it happened."),
    "unknown_candidate": N_(
        "Nobody here is called {candidate}. Give an id, a seat or the whole name."
    ),
    "unknown_candidate.gone": N_(
        "Nothing is noted: this candidate is no longer on the list. Another console has taken them off."
    ),
    "ambiguous_candidate": N_("{candidate} may be {matches}. Give the seat or the whole name."),
    "unknown_incident": N_("There is no incident {incident}. The log lists them (F7)."),
    "unknown_step": N_(
        "There is no step {step} in this mode of supervision. The checklist lists them (F6)."
    ),
    "unknown_item": N_("The step {step} has no item {item}. The checklist lists them (F6)."),
    "unknown_entry": N_("There is no entry {seq}. The history lists them (F9)."),
    "hour_skipped": N_(
        "On {date} the clocks of {zone} go from winter to summer time and never show {time}: "
        "write another time."
    ),
    "unknown_zone": N_("{zone} is not the name of a time zone. Write it as Europe/Paris."),
    "unknown_product": N_(
        "The rules know no duration for {product}. Give the duration in minutes."
    ),
    "number_invalid": N_(
        "{number} cannot be a session number: Pix gives digits only. Copy it again from Pix Certif."
    ),
    "duration_invalid": N_("A test does not last {duration} minutes. Give 1 to 1440."),
    "access_code_invalid": N_(
        "An access code is 4 capital letters and 2 digits, as BCDF23. Copy it again from Pix Certif."
    ),
    "password_invalid": N_(
        "An invigilator password has 6 characters (5 in older sessions), without the C- shown before it. Copy it again from Pix Certif."
    ),
    "text_invalid": N_("{field}: {problem}. Type it again."),
    "extra_time_invalid": N_(
        "{extra_time} is no extra time. Give a whole percentage from 0 to 999, as 33."
    ),
    "birthdate_invalid": N_("{birthdate} cannot be a birth date. Check it on the list."),
    "duplicate_candidate": N_(
        "{name} is already on the list with this birth date. Change that line instead, or check the date."
    ),
    "identity_kept": N_(
        "Something was already declared about {name}: an import changes neither name nor birth date then. Report the error (C1)."
    ),
    "too_many_candidates": N_(
        "A session holds at most {most} candidates. Make two sessions of it."
    ),
    "reason_required.unknown": N_(
        "Certifiable or not is not known of: {names}. Import the profile collection, say it by hand (Ctrl+G), or give a reason."
    ),
    "reason_required": N_("Some items are not ticked. Tick them, or give a reason."),
    "wrong_state": N_(
        "{name}: “{act}” is not possible, the state is: {state}. Check the name and the history (F9)."
    ),
    "wrong_state.absent": N_("{name} is marked absent. Record the arrival first."),
    "wrong_state.turned_away": N_(
        "{name} was turned away. Record the arrival first if they may take the test after all."
    ),
    "wrong_state.expected": N_("{name} has not started the test. Record the start first (5)."),
    "wrong_state.checked_in": N_("{name} has not started the test. Record the start first (5)."),
    "wrong_state.ready": N_("{name} has not started the test. Record the start first (5)."),
    "wrong_state.running": N_(
        "{name} has already started the test. Undo the start if it was wrong (F9)."
    ),
    "wrong_state.interrupted": N_(
        "{name} has already started the test, which is interrupted. Undo the start if it was wrong (F9)."
    ),
    "wrong_state.finished": N_(
        "{name} has already finished the test. Undo that entry if it was wrong (F9)."
    ),
    "wrong_state.stopped": N_(
        "The test of {name} has already ended. Undo that entry if it was wrong (F9)."
    ),
    "wrong_state.interrupted.interrupt": N_(
        "{name} is already interrupted. Resume the test first (6)."
    ),
    "wrong_state.running.resume": N_("{name} is not interrupted: there is nothing to resume."),
    "wrong_state.interrupted.resume": N_(
        "{name} is held up with the room. Resume the room instead."
    ),
    "wrong_state.running.leave_room": N_(
        "{name} is already noted as out of the room. Record the return first."
    ),
    "wrong_state.interrupted.leave_room": N_(
        "{name} is already noted as out of the room. Record the return first."
    ),
    "wrong_state.return_to_room": N_(
        "{name} is not noted as out of the room. Record the exit first, at its time."
    ),
    "wrong_state.cancel_presence": N_("{name} has no presence confirmation to cancel."),
    "wrong_state.running.give_reason": N_(
        "The test of {name} has not ended. Record its end first, by the invigilator (7)."
    ),
    "wrong_state.interrupted.give_reason": N_(
        "The test of {name} has not ended. Record its end first, by the invigilator (7)."
    ),
    "wrong_state.finished.give_reason": N_(
        "{name} ended the test: no reason is needed. Undo that end first if it was not so (F9)."
    ),
    "wrong_state.room_interrupted": N_("The room is interrupted. Resume the room first."),
    "wrong_state.room_going_on": N_("The room is not interrupted: there is nothing to resume."),
    "wrong_state.incident_closed": N_(
        "The incident is already closed. Write down a new one if it goes on (F3)."
    ),
    "wrong_order": N_(
        "“{act}” cannot be at {at}: what makes it possible was at {cause_at}. Check the time."
    ),
    "presence_expired": N_(
        "The presence of {name}, confirmed at {confirmed}, held for {minutes} minutes. Confirm it again in the invigilator space, then here (3). A test that began before is typed in as from paper (w)."
    ),
    "presence_expired.never": N_(
        "The presence of {name} is not confirmed. Confirm it in the invigilator space, then here (3). A test that began before is typed in as from paper (w)."
    ),
    "start_window_closed": N_(
        "The first test began at {first_start}: more than {hours} hours later nobody may start. Plan another session."
    ),
    "not_all_ready": N_(
        "Not ready yet: {names}. Wait for them, mark them absent, or give the code with a reason."
    ),
    "alert_open": N_(
        "{name} has an open alert ({code}). Handle it in the invigilator space and close it here first."
    ),
    "has_facts": N_(
        "Something was already declared about {name}: a removal would lose it. Mark them absent instead."
    ),
    "unknown_code": N_("Pix has no report code {code}. Choose one of the guide (F3)."),
    "unknown_situation": N_(
        "The guide knows no situation {situation}. Choose one of the list (F3)."
    ),
    "deprecated_code": N_("Pix no longer takes the code {code}. Choose a current one."),
    "needs_extra_time": N_(
        "{code} is for candidates with extra time; {name} has none. If they should have it, record C2."
    ),
    "live_only": N_(
        "{code} is handled live, during the test; that of {name} has ended. Write it on the paper report (C7 or C8 if it did not block)."
    ),
    "blocking_problem": N_(
        "A problem that blocked the candidate is not taken into account under {code}. Choose an E code, or say it did not block."
    ),
    "question_invalid": N_("{question} is no question number: 1 to 500."),
    "fact_not_allowed": N_("“{act}” cannot come with an incident. Declare it on its own."),
    "already_undone": N_("Entry {seq} is already undone. Declare the fact again if it did happen."),
    "not_undoable": N_("Entry {seq} ({act}) cannot be undone. Say what is right by a new entry."),
    "not_correctable": N_(
        "Entry {seq} ({act}) is not mended by a correction: undo it or change it with its own command."
    ),
    "depended_on": N_("Later entries depend on entry {seq}: {entries}. Undo these first."),
    "blockers": N_("Pix would refuse to finalise: {findings}"),
    "holes": N_("Still open: {findings} Mend each, or give its reason."),
    "on_hold": N_("The record is on hold: {reason}. Release it first."),
    "on_hold.unsaid": N_("The record is on hold. Release it first."),
    "not_on_hold": N_("The record is not on hold: there is nothing to release."),
    "busy": N_("Another console is writing and does not let go. Try again in a moment."),
    "busy.open": N_(
        "{who} still has this session open: nothing is erased under their hands. Leave it there first."
    ),
    "busy.held": N_(
        "{by} has this session open on {host} since {since}, and on this disk only one console may. Look with --view; if that console is gone for good, delete {file}."
    ),
    "busy.elsewhere": N_(
        "Another console has this session, and on this disk only one may. Look with --view; if it is gone for good, delete {file}."
    ),
    "damaged": N_(
        "The file is damaged at {place}: it is read-only. Work on from a copy of what is good: pixtui copy."
    ),
    "read_only": N_(
        "This console only looks: nothing can be declared here. Open the session in another one."
    ),
    "read_only.refused": N_(
        "Nothing can be written here ({reason}): this console only looks. Free the disk or mend its rights, then open the session again."
    ),
    "read_only.failed": N_(
        "The disk failed ({reason}): nothing is written here any more. What is shown is kept in memory: save a copy elsewhere now (Ctrl+K)."
    ),
    "no_lock": N_("The system gives no lock ({reason}): this console only looks."),
    "write_failed": N_(
        "Nothing was saved: the disk refused ({reason}). Check the folder and the room left, then try again."
    ),
    "write_failed.link": N_("{file} is a link: nothing is written through it. Remove it."),
    "write_failed.failed": N_(
        "Not saved: the disk failed ({reason}) and is written no more. What came before is kept in memory: save a copy elsewhere now (Ctrl+K)."
    ),
    "write_failed.doubt": N_(
        "Perhaps not saved: the disk refused ({reason}) and is written no more. What came before is kept in memory: save a copy elsewhere now (Ctrl+K)."
    ),
    "fold_failed": N_(
        "Everything is saved, but the disk refused ({reason}) to put it into one file. Keep {path} and {journal} together; the next start takes them up."
    ),
    "line_too_long": N_("This entry is too long for the record. Shorten the texts."),
    "missing": N_("There is no file {path}. Check the name, or create the session: pixtui new."),
    "missing.vanished": N_("{path} is not there any more: moved, renamed or deleted."),
    "exists": N_("{path} already exists and is kept. Choose another name."),
    "missing.list": N_("There is no file {path}. Check its name."),
    "is_folder.list": N_("{path} is a folder. Name the list in it."),
    "too_large.list": N_("{path} is far too large for a list. Export the list again."),
    "no_folder": N_("There is no folder {path}. Create it, or choose another."),
    "not_a_file": N_("{path} is a pipe or a device. Give the name of a file."),
    "is_folder": N_("{path} is a folder. Name the session file in it."),
    "unreadable": N_("{path} cannot be read ({reason}). Check who may read it."),
    "empty_file": N_(
        "{path} is empty: it is not a session. Look for a copy or a backup beside it."
    ),
    "empty_file.backup": N_(
        "{path} is empty, but its backup stands beside it. Save what is good: pixtui copy {path} NEW.json"
    ),
    "not_json": N_("{path} is not a session file ({place}). It is left as it is."),
    "not_json.cut_out": N_(
        "{path} is damaged ({place}). It is left as it is; save what is good of it: pixtui copy {path} NEW.json"
    ),
    "not_a_session": N_("{path} is not a pixtui session. It is left as it is."),
    "too_large": N_("{path} is far too large for a session. It is left as it is."),
    "not_sealed.sign": N_("Only a sealed record is signed. Finalise it first (F8)."),
    "sign_failed": N_(
        "ssh-keygen did not sign: {reason}. Check the key, and that OpenSSH is installed."
    ),
    "newer_version": N_("{path} was written by a newer pixtui. Update pixtui to open it."),
}


def template(code: str, *variants: str) -> str:
    """The msgid of a refusal: of the first variant that has its own, else of the code.

    A variant is looked up most precise first; the code itself comes back where nothing is said.
    """
    for variant in variants:
        if variant and f"{code}.{variant}" in REFUSALS:
            return REFUSALS[f"{code}.{variant}"]
    return REFUSALS.get(code, code)
