# The statements of a meeting, worded anew: below the notes of the alike and different step

statements-title = The statements
statements-pairs = Pairs that may be one
statements-pairs-how = These two share words, and people did not put them far apart. Talk about it: do they say the same?
statements-pairs-none = No two statements read so much alike that they may be one. You may know better.
statements-why =
    { $near ->
        [beside] They share words, and people put them side by side or nearly so.
        [near] They share words, and people put them near one another.
        [unknown] They share words. Nobody has put both in order yet.
       *[chance] They share words. People put them neither near nor far apart.
    }
statements-merge = Make one of these two
statements-merge-says = { $label }: { $first }, and { $second }
statements-list = All statements
statements-anew = Worded anew
statements-list-how = You can change the words for the steps to come. Answers that were given keep the words they were given on.
statements-way-rewrite = Change words
statements-way-merge = Make one of two
statements-way-split = Split
statements-says = { $label }: { $statement }
statements-part-of = This was a part of { $statement }
statements-before =
    { $count ->
        [one] What it said before
       *[other] What it said before ({ $count } times)
    }
statements-it-said = “{ $text }”
statements-joined = Made one with { $statement }
statements-gone =
    { $count ->
        [one] One statement that is no longer on the list
       *[other] { $count } statements that are no longer on the list
    }
statements-instead = Now: { $letters }

## The dialogs
statements-title-rewrite = Change the words
statements-title-merge = Make one of two
statements-title-split = Split a statement
statements-how-rewrite = Everybody will see the new words, and what it said before.
statements-how-merge = Write it so that both are in it. The second one leaves the list.
statements-how-split = Write each part so that it stands alone. The parts take its place.
statements-other = The other statement
statements-words = The words
statements-part = Part { $number }
statements-third = Add a third part
statements-go-rewrite = Save the words
statements-go-merge = Make them one
statements-go-split = Split it
statements-cancel = Leave it as it is
statements-missing-other = Choose the other statement first.
statements-missing-rewrite = Write the words first.
statements-missing-merge = Write the words first.
statements-missing-split = Write at least two parts first.
statements-said-rewrite = The statement has new words.
statements-said-merge = The two statements are one now.
statements-said-split = The statement was split.
