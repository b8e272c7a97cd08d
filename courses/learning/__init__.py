"""Learning: the learning record and what it adds up to.

Events are appended and never changed; answers are graded from them and progress is folded from both.
Everything here but the events can be rebuilt, and rebuilding changes nothing.
"""
