"""A phone that has been marked as lost gets one answer, and holds nothing of people after it."""

from field.domain.fault import FaultKind, Nature
from field.domain.text import N_

DEVICE_REVOKED = FaultKind(
    "device.revoked",
    Nature.NOT_ALLOWED,
    N_("HP ini sudah ditandai hilang oleh kantor."),
    N_("Data warga di HP ini dihapus. Hubungi kantor bila HP ini sudah kembali."),
)
