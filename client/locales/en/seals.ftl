# The page of the key with which a server seals records.

key-page = The key of this server
key-what = When a meeting ends, this server seals the record with a key that only it has. Every copy says with which key it was sealed.
key-mark = The mark of the key
key-compare = If a copy names this mark, this server sealed it. Read it out to each other, or compare it with the mark in your files.
key-whole = The whole key (Ed25519)
key-verify = Get the checking page
key-verify-how = It is one file. Keep it: it checks any copy on any device, also without a network.
