# What was put right in the record. The server alone says these.

corrections-heading = Corrections
corrections-none = None were proposed
corrections-column = { $name ->
    [who] Proposed by
    [said] What it said
    [instead] What it should say
    [why] Why
   *[answer] Answer
 }
corrections-by = { $who }, { $when }
corrections-accepted = Accepted by { $who } on { $when }.{ $reason ->
    [yes] { " " }{ $why }
   *[no] { "" }
 }
corrections-declined = Not accepted by { $who } on { $when }. { $why }
corrections-withdrawn = Taken back on { $when }
corrections-not-answered = Not answered
