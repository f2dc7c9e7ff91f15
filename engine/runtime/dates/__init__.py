"""Dates: the calendar, time zones, the grammar of strtotime(), intervals. Knows values and no PHP function."""
