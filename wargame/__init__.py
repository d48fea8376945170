"""A tabletop wargame engine with a text-based facilitator interface."""

__version__ = "0.1.0"
