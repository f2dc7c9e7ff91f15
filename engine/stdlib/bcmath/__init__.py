"""BCMath: arithmetic on decimal numbers of any length."""
