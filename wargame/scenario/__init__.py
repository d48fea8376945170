"""Scenarios: YAML files read into checked, frozen records, every fault with its place."""
