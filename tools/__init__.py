"""What programmers run: the browser, the built site served, measures."""
