"""C libraries of the system that the engine calls: what is called, as declarations of C and as cffi reads them."""
