"""One command a file: each reads its options and hands them on; nothing is decided here."""
