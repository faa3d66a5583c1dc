"""Rules and words of Cetak: cards in the print queue, and campaigns that print and deliver them."""
