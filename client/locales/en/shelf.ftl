# The library: sheets about good practice. The server alone says these.

shelf-page = Library of good practice
shelf-head = What works: sheets to learn from
shelf-lead = Somebody here tried this and wrote it up for others.
shelf-find = Find a theme or words
shelf-search = Search
shelf-count =
    { $count ->
        [0] No sheet is here yet that holds all of these words.
        [one] 1 sheet
       *[other] { $count } sheets
    }
shelf-none = No sheet is here yet. A sheet comes here when somebody who wrote one puts it into the library.
shelf-ask = Who may be asked
shelf-until = It stays here until { $day }.
shelf-print = Print: PDF of one page
shelf-print-of = Print: PDF of one page, “{ $title }”
shelf-pages = Pages
shelf-before = Page before
shelf-next = Next page
shelf-of = Page { $page } of { $pages }
shelf-back = Back to the room

shelf-door = This library is for the people of this server
shelf-door-text = Give the host’s passphrase. Or open the library from a room in which you have a seat.
shelf-passphrase = Passphrase
shelf-enter = Go in

shelf-put-page = Put a sheet into the library
shelf-put-lead = Everybody with a seat in any room of this server can then find it.
shelf-put-warning = Read it through for people’s names first
shelf-put-warning-text = What stands below is copied word for word. The copy stays when this room is deleted, and when somebody here asks for their own words to be removed.
shelf-in = This sheet is in the library until { $day }.
shelf-put-ask = Who may be asked about it?
shelf-put-ask-hint = You can leave this empty. A post and a work telephone are better than a name.
shelf-put-days = How long is it to stay?
shelf-days =
    { $days ->
        [90] Three months
        [365] One year
       *[other] Two years
    }
shelf-looked = I have read it through, and it names nobody who would not want it
shelf-put = Put it into the library
shelf-put-again = Put it there as it is now
shelf-take-out = Take it out of the library
