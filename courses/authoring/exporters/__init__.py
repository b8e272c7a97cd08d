"""Exporters: what the editor holds becomes lessons in the course format.

Used by the release compiler, by the preview and by `export_content`: there is one way out of the blocks.
"""
