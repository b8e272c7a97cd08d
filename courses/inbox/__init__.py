"""Inbox: what a learner finds in the app when it is opened.

Messages are rows on the server with a place in the learner's own sequence, so that a phone pulls each once.
It neither decides nor sends: reminders does.
"""
