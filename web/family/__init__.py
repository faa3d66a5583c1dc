"""The family's pages: ask, follow, book an evening. Plain forms; scripts only improve them."""
