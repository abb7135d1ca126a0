"""What a meeting is: pure values in, values out.

Nothing here reads a clock, draws a random number, waits or touches a file: times, ids and seeds
arrive as arguments. Start at `consensus.meeting`.
"""
