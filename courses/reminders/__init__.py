"""Reminders: who is due a nudge, for what reason, through which channel.

A reminder is a row, unique on learner, reason, period and channel; the row is the queue. The rules that decide are
pure; a channel has one folder of one shape.
"""
