"""Importers: lessons in the course format become what the editor holds.

Reading a folder of content files, turning cards into blocks, and loading both into Wagtail pages. Nothing a trainer
wrote is overwritten.
"""
