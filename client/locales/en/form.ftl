# form: sheets with fields, each filled by somebody.
form-seen-by-all = Everybody in the room sees what is saved here, and who wrote it.
form-to-go =
    { $count ->
        [0] All that is needed is filled in
        [one] 1 to go
       *[other] { $count } to go
    }
form-unread =
    { $count ->
        [one] One to be read out
       *[other] { $count } to be read out
    }
form-whose = Whose sheet?
form-sheet =
    { $own ->
        [yes] { $name } (yours)
       *[no] { $name }
    }
form-sheet-room = The room
form-no-sheets = Nobody is here yet to fill this in.
form-news =
    { $count ->
        [one] One line of this form was filled in by others.
       *[other] { $count } lines of this form were filled in by others.
    }
form-wanted = needed
form-empty = Not filled in yet
form-yes = Yes
form-no = No
form-dont_know = Don’t know
form-because = Because: { $why }
form-voice-child = The child’s own words
form-voice-family = The family’s own words
form-source = Who brought these words, and how were they given?
form-when = Said on
form-source-said = { $source }, { $day }
form-read-out = Read out
form-read-out-tick = We have read this out
form-not-read-out = Not read out yet
form-why = Why?
form-change = Change
form-save = Save
form-save-field = Save: { $field }
form-saved = Saved: { $field }
form-cancel = Do not change
form-clear = Empty this
form-cleared = Emptied: { $field }
form-missing-value = Fill it in first
form-missing-why = Please say why
form-missing-source = Please say where these words come from
form-missing-when = Please give the day
form-earlier = From an earlier sheet: { $sheet }
form-use = Use these words
form-to-library = Put this sheet into the library
form-behind-name = Changed meanwhile
form-behind = { $name } changed this while you wrote:
form-behind-cleared = This was emptied while you wrote.
form-keep-both = Keep both
form-use-theirs = Use theirs
form-keep-mine = Keep mine
form-must-title = Go on with gaps?
form-must-wait = Stay here
form-must-go = Go on
paper-form-empty = Left empty
