"""The parts of the reader: lines, forms, mistakes, and structs from tables."""
