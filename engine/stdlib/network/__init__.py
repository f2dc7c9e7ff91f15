"""Network: addresses, URLs, and the headers of the response."""
