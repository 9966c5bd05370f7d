"""The letters and forms as sheets of paper: what the page, the PDF and the Word file share."""
