"""Who a sub kegiatan reaches, by sex, at what cost, and beside those who need it."""
