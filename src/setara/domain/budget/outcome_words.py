"""What is said of a gap that was looked at again; the figures are filled in by its rule."""

from __future__ import annotations

from setara.domain.language.text import Text

NO_REASON = Text("Belum ada yang dapat dibandingkan.", "There is nothing to compare yet.")
CLOSED = Text(
    "Kesenjangan {first} poin pada {was} menjadi {then} poin pada {now}, dan itu terhitung setara.",
    "The gap of {first} points in {was} came to {then} points in {now}, which counts as parity.",
)
STILL_AT_PARITY = Text(
    "Pada {was} dan {now} sama-sama terhitung setara ({first} dan {then} poin).",
    "Both {was} and {now} count as parity ({first} and {then} points).",
)
LEFT_PARITY = Text(
    "Pada {was} terhitung setara ({first} poin), pada {now} tidak lagi: kesenjangan {then} poin.",
    "It counted as parity in {was} ({first} points) and no longer does in {now}: a gap of {then} "
    "points.",
)
NARROWED = Text(
    "Kesenjangan {first} poin pada {was} menjadi {then} poin pada {now}: menyempit {step} poin.",
    "The gap of {first} points in {was} came to {then} points in {now}: {step} points narrower.",
)
WIDENED = Text(
    "Kesenjangan {first} poin pada {was} menjadi {then} poin pada {now}: melebar {step} poin.",
    "The gap of {first} points in {was} came to {then} points in {now}: {step} points wider.",
)
UNCHANGED = Text(
    "Kesenjangan {first} poin pada {was} dan {then} poin pada {now}: beda {step} poin, kurang dari "
    "{tolerance} poin, dihitung tidak berubah.",
    "A gap of {first} points in {was} and {then} points in {now}: {step} points apart, which is "
    "below {tolerance} points and counts as unchanged.",
)
CROSSED = Text("Kesenjangan berbalik: sekarang {behind}.", "The gap turned around: now {behind}.")
TURNED = Text(
    "Kesenjangan berbalik: sekarang angka {sex} yang lebih besar.",
    "The gap turned around: now the figure of {sex} is the larger one.",
)
PROPORTION_AWAY = Text(
    "Menurut rasio, keduanya justru menjauh dari setara; bacalah kedua ukuran bersama-sama.",
    "By the ratio the two went away from parity; read both measures together.",
)
PROPORTION_CLOSER = Text(
    "Menurut rasio, keduanya justru mendekati setara; bacalah kedua ukuran bersama-sama.",
    "By the ratio the two came closer to parity; read both measures together.",
)
PULLED_DOWN = Text(
    "Kesenjangan mengecil karena angka {sex} memburuk, bukan karena yang tertinggal membaik.",
    "The gap became smaller because the figure of {sex} got worse, not because those behind did "
    "better.",
)
SAMPLE = Text(
    "Sebagian angkanya data contoh; jangan dikutip.", "Some figures are samples; do not quote them."
)
BESIDE = Text(
    "Perubahan ini terjadi di samping kegiatan. Angka ini tidak membuktikan bahwa kegiatan itu "
    "penyebabnya.",
    "This change stands beside the programme. The figures do not prove that the programme caused "
    "it.",
)
