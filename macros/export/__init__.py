"""Files made from the project's facts and published beside the pages."""
