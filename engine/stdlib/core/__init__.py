"""The core: predefined classes, classes and functions as subjects, errors, output, options."""
