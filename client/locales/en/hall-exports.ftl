# The table of all tables that a trainer takes away. The server alone says these.

hall-exports-what = What it is
hall-exports-table = Table
hall-exports-person = Person
hall-exports-agency = Agency
hall-exports-place = Place { $number }
hall-exports-order = Own order: { $title }
hall-exports-list = { $dissents ->
    [0] The table’s list
    [one] The table’s list, with one “no” kept beside it
   *[other] The table’s list, with { $dissents } “no” kept beside it
 }
hall-exports-aside = Set aside
