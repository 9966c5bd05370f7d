"""From the project's facts to Markdown and HTML."""
