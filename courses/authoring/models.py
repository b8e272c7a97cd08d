"""Wagtail pages in which modules are written."""
