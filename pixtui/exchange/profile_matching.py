"""The profiles of a file against the candidates of a session.

The names are all that both have, with the number and the class where both say one. The same
pupil's later send replaces the earlier one; whoever could be two people is said, and nobody is
guessed. What is wrong with a row about nobody of the session stops nothing.
"""

from collections.abc import Iterable, Sequence

from pixtui.domain.certifiability import nearest, reached
from pixtui.domain.commands import RecordCertifiability
from pixtui.domain.names import identity_key, lookalike_key
from pixtui.domain.session import Candidate
from pixtui.domain.text import fold
from pixtui.exchange.merging import Merge, Unmatched, in_class
from pixtui.exchange.pix_profiles import ImportedProfiles, Profile
from pixtui.exchange.problems import Problem, problem

Key = tuple[str, str]


def match_profiles(
    existing: Iterable[Candidate], file: ImportedProfiles, *, class_name: str | None = None
) -> Merge:
    """What the profiles say of the candidates of a session; who is found on one side only.

    ``class_name`` where only one class of the collection was asked for.
    """
    people = tuple(existing)
    problems: list[Problem] = []
    sent = _by_name(_latest(file.profiles))
    classes = _classes_in_common(people, file.profiles)
    named: dict[Key, list[Candidate]] = {}
    for one in people:
        named.setdefault(identity_key(one.last_name, one.first_name), []).append(one)
    known: list[RecordCertifiability] = []
    unchanged, found, used = 0, set(), set()
    for key, theirs in sent.items():
        pairs, said = _pairs(named.get(key, []), theirs, classes=classes)
        problems += said
        for one, profile in pairs:
            found.add(one.id)
            used.add(profile.row)
            record = _record(one, profile)
            if record is None:
                unchanged += 1
                continue
            known.append(record)
            problems += _by_hand(one, record, profile)
    latest = [one for theirs in sent.values() for one in theirs]
    nothing = {identity_key(one.last_name, one.first_name) for one in file.unsent} - set(sent)
    unsent = tuple(one for one in people if identity_key(one.last_name, one.first_name) in nothing)
    problems += _lookalikes(latest, used, [one for one in people if one.id not in found])
    return Merge(
        certifiability=tuple(known),
        unchanged=unchanged,
        missing=tuple(
            one
            for one in people
            if one.id not in found and one not in unsent and in_class(one, class_name)
        ),
        unsent=unsent,
        unmatched=tuple(
            Unmatched(row=one.row, last_name=one.last_name, first_name=one.first_name)
            for one in latest
            if one.row not in used
        ),
        problems=tuple(problems),
    )


def _lookalikes(
    profiles: Iterable[Profile], used: set[int], people: Iterable[Candidate]
) -> Iterable[Problem]:
    """Profiles of nobody that may be of someone here whose name is written otherwise."""
    alike = {lookalike_key(one.last_name, one.first_name): one for one in people}
    for profile in profiles:
        other = alike.get(lookalike_key(profile.last_name, profile.first_name))
        same = other is not None and identity_key(
            other.last_name, other.first_name
        ) == identity_key(profile.last_name, profile.first_name)
        if other is not None and profile.row not in used and not same:
            there = f"{other.last_name} {other.first_name}"
            yield problem("profile_looks_like", profile.row, None, name=_name(profile), other=there)


def elsewhere(existing: Iterable[Candidate], file: ImportedProfiles) -> tuple[Problem, ...]:
    """The problems of the file, those of rows about nobody of the session as mere notices."""
    here = {identity_key(one.last_name, one.first_name) for one in existing}
    told: list[Problem] = []
    said: set[int] = set()
    for one in file.problems:
        names = file.names.get(one.row or 0)
        if names is None or identity_key(*names) in here:
            told.append(one)
        elif one.severity == "error" and one.row not in said:
            said.add(one.row or 0)
            told.append(problem("profile_elsewhere", one.row, None, name=" ".join(names).strip()))
    return tuple(told)


def _classes_in_common(people: Iterable[Candidate], profiles: Iterable[Profile]) -> bool:
    """Whether both sides write their classes alike: else a class tells nothing."""
    ours = {fold(one.class_name) for one in people if one.class_name}
    return any(fold(one.class_name) in ours for one in profiles if one.class_name)


def _latest(profiles: Iterable[Profile]) -> list[Profile]:
    """The last send of each pupil: the same writing of the names, class and number."""
    last: dict[tuple[str, ...], Profile] = {}
    for one in profiles:
        key = (one.last_name, one.first_name, one.class_name or "", one.external_id or "")
        before = last.get(key)
        if before is None or (one.sent, one.row) >= (before.sent, before.row):
            last[key] = one
    return list(last.values())


def _by_name(profiles: Iterable[Profile]) -> dict[Key, list[Profile]]:
    named: dict[Key, list[Profile]] = {}
    for one in profiles:
        named.setdefault(identity_key(one.last_name, one.first_name), []).append(one)
    return named


def _pairs(
    people: Sequence[Candidate], profiles: Sequence[Profile], *, classes: bool
) -> tuple[list[tuple[Candidate, Profile]], list[Problem]]:
    """Who sent which profile, among those of one normalised name, and what is to be said."""
    said: list[Problem] = []
    if len(profiles) > 1:
        said += [
            problem("profile_homonyms", one.row, None, name=_name(one), first_row=profiles[0].row)
            for one in profiles[1:]
        ]
    if len(people) == 1 and len(profiles) == 1:
        ((one,), (profile,)) = people, profiles
        if not _contradicts(one, profile, classes=classes):
            return [(one, profile)], said
        places = {"theirs": profile.class_name or "–", "ours": one.class_name or "–"}
        said.append(
            problem("profile_other_class", profile.row, None, name=_name(profile), **places)
        )
        return [], said
    pairs = []
    for one in people:
        fitting = [profile for profile in profiles if _told_apart(one, profile)]
        rivals = [other for other in people if fitting and _told_apart(other, fitting[0])]
        if len(fitting) == 1 and len(rivals) == 1:
            pairs.append((one, fitting[0]))
    if people and len(pairs) < len(profiles):
        taken = {profile.row for _, profile in pairs}
        said += [
            problem("profile_ambiguous", one.row, None, name=_name(one))
            for one in profiles
            if one.row not in taken and len(people) > len(pairs)
        ]
    return pairs, said


def _told_apart(one: Candidate, profile: Profile) -> bool:
    """Whether the number or the class says that the profile is this candidate's."""
    if one.external_id and profile.external_id:
        return fold(one.external_id) == fold(profile.external_id)
    return bool(one.class_name and profile.class_name) and fold(one.class_name or "") == fold(
        profile.class_name or ""
    )


def _contradicts(one: Candidate, profile: Profile, *, classes: bool) -> bool:
    """Whether the class says that the profile is of somebody else of that name."""
    numbers = fold(one.external_id or ""), fold(profile.external_id or "")
    if numbers[0] and numbers[0] == numbers[1]:
        return False
    ours, theirs = fold(one.class_name or ""), fold(profile.class_name or "")
    return classes and bool(ours) and bool(theirs) and ours != theirs


def _by_hand(one: Candidate, record: RecordCertifiability, profile: Profile) -> Iterable[Problem]:
    """What somebody said by hand and the collection says otherwise is asked about."""
    held = one.certifiability
    said = held is not None and held.competences is None and held.as_of is None
    if held is not None and said and held.certifiable != record.certifiable:
        yield problem(
            "certifiability_by_hand",
            profile.row,
            None,
            name=_name(profile),
            competences=record.competences,
            date=profile.as_of,
        )


def _name(profile: Profile) -> str:
    return f"{profile.last_name} {profile.first_name}"


def _record(one: Candidate, profile: Profile) -> RecordCertifiability | None:
    """What the profile says of the candidate; None where it is known just so, or later."""
    record = RecordCertifiability(
        candidates=(one.id,),
        certifiable=profile.certifiable,
        competences=reached(profile.levels),
        as_of=profile.as_of,
        nearest=nearest(profile.levels, profile.pix),
    )
    held = one.certifiability
    if held is not None:
        same = (held.certifiable, held.competences, held.as_of, held.nearest)
        told = (record.certifiable, record.competences, record.as_of, record.nearest)
        later = held.as_of is not None and held.as_of > profile.as_of
        if same == told or later:
            return None
    return record
