#!/usr/bin/env python3
"""`python3 manage.py up` serves the site, `python3 manage.py test` checks it; the rest are Django's commands.

Runs on a bare Python 3.11: the environment is made first, then the command runs inside it.
"""

import sys

from trainingsite import bootstrap

if __name__ == "__main__":
    sys.exit(bootstrap.main(sys.argv[1:]))
