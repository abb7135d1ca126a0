"""The record of a meeting: what leaves the room, line by line, as a pure projection of its log.

`written.record` puts the `sections` in order; each is a module that tells one thing, out of what
`minutes` found, with the help of `telling`. `lines` says what a line is, and `readers` who may read
it. What people put right stands in `consensus.roomwide.wording` and `corrections`: `correcting`
decides who may, and `changed` lays it over the lines. `sealing` knows which editions are sealed.
"""
