"""Web: the layer that faces the world.

The API with its one error shape, the learner's pages, health and policy headers. It holds no rules: each view makes
one call into a feature.
"""
