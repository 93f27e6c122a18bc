"""Learned parts and the run time that loads them, once per process."""
