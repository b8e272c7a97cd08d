"""Authoring: Wagtail pages and blocks in which trainers write modules.

Loading `content/`, preview, export, and publishing into the catalog. The only room that knows Wagtail's
page models.
"""
