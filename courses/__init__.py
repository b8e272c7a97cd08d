"""Xiangke's one Django app: vertical features over a pure engine.

Start with README.md beside this file: it names the rooms, who may import whom, and how data flows.
"""
