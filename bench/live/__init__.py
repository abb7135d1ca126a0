"""How a live room costs and how quick it is, measured over real websockets on this machine.

A *delivery* is one change that reached one member, merged with others or not. The server runs on
one processor core, what drives it on another; the server's processor time is the figure.
"""
