"""How nodes tell each other what happened, so that each need not ask the log all the time.

Whatever is said here may be lost: the log has it. A bus only has to say when something may have
been missed, so that its listeners read on.
"""

from server.bus.bus import Alone, Bus, Listener

__all__ = ["Alone", "Bus", "Listener"]
