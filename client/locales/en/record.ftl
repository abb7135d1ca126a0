# The record: what leaves the room, line by line. The server alone says these.

record-so-far = Minutes so far. The meeting is not over.
record-closed = The meeting is closed.
record-not-discussed = Not discussed
record-date = Date
record-purpose = Purpose
record-focus = Who it is about
record-at = { $day }, { $time }

record-people = Who was there
record-name = Name
record-agency = Agency
record-role = Role
record-role-is = { $role ->
    [chair] Chair
    [deputy] Deputy
    [recorder] Recorder
    [family] Family
    [advocate] Advocate
    [observer] Observer
   *[participant] Participant
 }
