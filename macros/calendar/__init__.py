"""The calendar: which deadlines fall when, their drawing, their file for real calendars. Nothing here knows a page."""
