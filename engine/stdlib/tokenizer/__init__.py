"""PHP code as its tokens: listed, coloured, stripped."""
