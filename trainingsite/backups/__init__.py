"""Backup and restore of a whole site: database, media and secret key in one file, made while the site runs.

`making` writes it, `archive` knows its shape, `rows` reads and fills tables, `restoring` builds the site anew beside
the old one, `switching` puts it in place. Why it is built so: docs/decisions/0047-backup-is-rows-not-a-database.md.
"""
