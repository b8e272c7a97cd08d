"""Demo: believable data for people who try the product.

A county with centres, villages, groups, staff and weeks of learning, made through the same actions that real phones
and staff use, each with that day's `now`.
"""
