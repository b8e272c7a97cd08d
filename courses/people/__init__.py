"""People: staff with their roles, counties, centres, villages, groups, learners.

Who belongs where and since when, who agreed to what and when, and what each member of staff may see.
Knows nothing of lessons.
"""
