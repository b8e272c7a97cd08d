"""Catalog: what is published, in the form that phones receive.

Releases (canonical JSON, named by their hash), packs of files on the wire, and the one renderer of lessons
to HTML. Written by authoring when something is published, read by everyone.
"""
