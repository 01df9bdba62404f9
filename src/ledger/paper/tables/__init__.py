"""Tables that offices keep in WPS or Excel: read as they are, entered as acts, handed back with what is wrong."""
