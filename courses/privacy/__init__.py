"""Privacy: what is kept about a learner as one file, and taking her out of all of it.

It has no tables. Every feature gives and erases its own part; this room knows them all, and in which order.
"""
