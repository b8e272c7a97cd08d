"""Asking: a learner's questions to her trainer, the photo or the spoken note that hang on them, and the answers.

A question comes as an event; what hangs on it comes after it, in parts, and is named by its hash before its first byte
is here. It judges nobody: who may hand over what is syncing's affair.
"""
