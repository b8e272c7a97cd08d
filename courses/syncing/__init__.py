"""Syncing: how phones hand over events and fetch what changed.

Devices, their tokens, who may write for whom, a verdict for every event, and digests that let a phone and the
server find out by themselves what the other lacks. OFFLINE rules are written where they are kept.
"""
