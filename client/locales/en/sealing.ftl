# The sealed record, on the closing screen and on the page of the record.

seal-head = The sealed record
seal-soon = The record is being sealed.
seal-what = Edition { $edition } was sealed on { $day }. Whoever changes a copy, even one letter, can be found out by anybody who has another one.
seal-mark = Mark of the seal
seal-mark-how = Everybody’s copy has this mark. Write it down with your notes.
seal-take = Take your agency’s copy
seal-receipt = Keep the receipt
seal-receipt-how = The receipt is tiny and says nothing of the meeting. With it your agency can check any copy, years from now.
seal-check = Get the checking page
seal-agencies = Have their copy: { $agencies }
seal-nobody = No agency has taken its copy yet.
seal-behind = The record was put right since then. It is sealed again when the time for corrections is over.
seal-again = Seal edition { $edition } now
seal-done = Edition { $edition } is sealed.
