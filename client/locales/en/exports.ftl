# The files that people take away. The server alone says these.

exports-label = { $label ->
    [fact] Fact
    [opinion] Opinion
   *[decision] Decision
 }
exports-readers = { $readers ->
    [all] for everybody
    [professionals] for professionals
   *[restricted] for keepers of the record
 }
exports-tag = { $label }, { $readers }
exports-all-alike = Each line here: { $tag }
exports-kind = What it is
exports-changed = Changed by { $by } on { $day }. Until then: “{ $was }”
exports-since = The meeting went on since: by itself, the line would now say “{ $says }”
exports-copy = { $readers ->
    [all] This copy is for the family. It holds what everybody may read.
    [professionals] This copy is for professionals.
   *[restricted] This copy is for the keepers of the record. It holds everything.
 }
exports-sealed = The meeting is closed. This is edition { $number } of the record, sealed on { $day }.
exports-behind = The meeting is closed. The record was put right since edition { $number } was sealed on { $day }.
exports-fingerprint = Mark of the seal: { $fingerprint }
exports-page = { $page } of { $pages }
exports-not-drawn = Some letters or signs could not be drawn here and are shown as { $mark }. The Word file has them.
exports-about = About this copy
exports-goes-over = Longer than one page

exports-csv-section = Section
exports-csv-line = Line
exports-csv-label = Kind
exports-csv-readers = Readers
exports-csv-cell = { $number ->
    [1] Words
   *[other] Column { $number }
 }
exports-csv-changed = Changed
