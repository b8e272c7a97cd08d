"""The engine: pure Python rules of learning.

Course format, grading, progress, path, pacing, clock correction. Plain values and `now` go in, new frozen
dataclasses come out; it reads no clock, settings, database or randomness, and imports no framework.
"""
