"""What operators read: `figures` are percentiles, `plots` draws SVG, `page` is one HTML file."""
