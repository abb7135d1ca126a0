# The sealed record, on the closing screen and on the page of the record.

seal-head = The sealed record
seal-soon = The record is being sealed.
seal-what = { $edition ->
    [1] The minutes were sealed on { $day }.
   *[other] Edition { $edition } was sealed on { $day }.
 } If somebody changes a copy, even by one letter, everybody can find out.
seal-mark = Mark of the seal
seal-mark-how = Every true copy has this mark. Write it down with your notes.
seal-take = Take your agency’s copy
seal-receipt = Keep the receipt
seal-receipt-how = The receipt is a small file that says nothing of the meeting. With it and the checking page you can tell, years from now, whether a copy is true.
seal-check = Get the checking page
seal-agencies = Have their copy: { $agencies }
seal-nobody = No agency has taken its copy yet.
seal-behind = The record was put right since then. It is sealed again when the time for corrections is over.
seal-again = Seal the minutes again, as edition { $edition }
seal-done = Edition { $edition } is sealed.
