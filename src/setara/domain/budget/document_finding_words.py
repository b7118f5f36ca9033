"""What is said of weak places in a four-step GAP, and how each is mended."""

from __future__ import annotations

from setara.domain.language.text import Text

NOTHING_SHOWN = Text("Belum ada isu dengan angkanya.", "There is no issue with its figures yet.")
TAKE_FIGURES = Text(
    "Ambil angka dari data terpilah atau indeks gender, lalu tuliskan isunya.",
    "Take figures from the data by sex or the gender indices, then write the issue.",
)
NOT_SHOWN = Text(
    "Isu “{issue}” tidak ditunjukkan angka apa pun.", "No figure shows the issue “{issue}”."
)
TIE_FIGURE = Text(
    "Pilih paling sedikit satu angka yang menunjukkannya.", "Choose one figure at least that does."
)
NO_SOURCE = Text(
    "{figure}: sumber atau tahunnya tidak disebut.", "{figure}: source or year is not stated."
)
TAKE_AGAIN = Text(
    "Lengkapi sumbernya di data terpilah, lalu ambil lagi.",
    "Complete its source in the data by sex, then take it again.",
)
OLD = Text(
    "{figure}: angkanya dari {year}, lebih tua dari dua tahun.",
    "{figure}: the figure is of {year}, older than two years.",
)
NEWER = Text(
    "Ambil angka yang lebih baru, atau minta datanya kepada produsen data.",
    "Take a newer figure, or ask its producer for one.",
)
NOBODY_BEHIND = Text(
    "Menurut semua datanya, perempuan dan laki-laki hampir setara: kesenjangannya belum tampak.",
    "By all of the data women and men are close to parity: no gap is visible yet.",
)
LOOK_CLOSER = Text(
    "Cari data yang menunjukkannya, misalnya menurut kecamatan, usia, atau disabilitas.",
    "Look for data that show one, by sub-district, age or disability for instance.",
)
NO_CAUSE = Text("Isu “{issue}” belum mempunyai sebab.", "The issue “{issue}” has no cause yet.")
ASK_WHY = Text(
    "Tuliskan sebabnya menurut akses, partisipasi, kontrol, atau manfaat.",
    "Write its causes by access, participation, control or benefit.",
)
CAUSE_OF_NOTHING = Text(
    "Sebab “{cause}” tidak terkait isu mana pun.", "The cause “{cause}” belongs to no issue."
)
CHOOSE_ISSUE = Text("Pilih isunya, atau hapus sebab itu.", "Choose its issue, or drop the cause.")
UNANSWERED = Text(
    "Sebab “{cause}” tidak dijawab rencana aksi.", "The plan does not answer the cause “{cause}”."
)
ANSWER_IT = Text(
    "Tambahkan aktivitas atau keluaran yang menjawabnya.",
    "Add an activity or output that answers it.",
)
NO_LEVEL = Text("Belum ada {level} dalam kerangka logis.", "The framework has no {level} yet.")
ADD_ROW = Text("Tambahkan paling sedikit satu baris.", "Add one row at least.")
SERVES_NOTHING = Text(
    "{level} “{row}” tidak terkait {above} mana pun.", "{level} “{row}” serves no {above}."
)
TIE_UP = Text("Pilih yang dituju.", "Choose what it serves.")
UNSERVED = Text("“{row}” tidak didukung baris di bawahnya.", "No row below serves “{row}”.")
TIE_DOWN = Text("Kaitkan atau tambahkan baris di bawahnya.", "Tie a row below to it, or add one.")
NOT_MEASURED = Text("“{row}” belum mempunyai indikator.", "“{row}” has no indicator.")
MEASURE_IT = Text(
    "Tuliskan apa yang diukur dan satuannya.", "Write what is measured, and in which unit."
)
NO_START = Text(
    "Indikator “{indicator}” tidak bertolak dari angka langkah 1.",
    "The indicator “{indicator}” does not start from a figure of step 1.",
)
CHOOSE_START = Text(
    "Pilih angka itu sebagai titik awalnya.", "Choose such a figure as its starting point."
)
OTHER_UNIT = Text(
    "Satuan indikator “{indicator}” adalah {unit}, sedangkan titik awalnya {start}.",
    "The unit of the indicator “{indicator}” is {unit}, while its start is in {start}.",
)
USE_ONE_UNIT = Text(
    "Samakan satuannya, atau pilih titik awal lain.", "Use one unit, or choose another start."
)
NO_LAST_TARGET = Text(
    "Indikator “{indicator}” belum mempunyai target {year}, akhir rencana.",
    "The indicator “{indicator}” has no target for {year}, the end of the plan.",
)
SET_TARGETS = Text("Isi target tahun terakhir.", "Enter a target for the last year.")
TURNS = Text(
    "Target indikator “{indicator}” naik lalu turun lagi.",
    "The targets of the indicator “{indicator}” go up and down again.",
)
CHECK_TARGETS = Text("Periksa target tiap tahun.", "Check the target of each year.")
BEYOND = Text(
    "Target {target} pada {year} untuk “{indicator}” tidak mungkin.",
    "The target {target} in {year} of “{indicator}” cannot be.",
)
WITHIN = Text(
    "Isi angka yang tidak negatif; persen paling banyak 100.",
    "Enter a figure that is not negative; per cents are 100 at most.",
)
NOT_BETTER = Text(
    "Indikator “{indicator}”: target {target} dari {start} bukan perbaikan indeksnya.",
    "Indicator “{indicator}”: the target {target} from {start} is no better index.",
)
WIDENS = Text(
    "Indikator “{indicator}”: target {target} dari {start} tidak mempersempit kesenjangan; menurut "
    "{figure}, {behind} tertinggal.",
    "Indicator “{indicator}”: the target {target} from {start} does not narrow the gap; by "
    "{figure}, {behind} are behind.",
)
TURN = Text("Ubah targetnya, atau pilih titik awal lain.", "Change the target, or the start.")
NOBODY_DOES = Text(
    "Aktivitas “{row}” belum mempunyai pelaksana.", "Nobody does the activity “{row}” yet."
)
NAME_AGENCY = Text(
    "Pilih perangkat daerah yang melaksanakannya.", "Choose the agency that does it."
)
NO_PART = Text("Peran {agency} belum ditulis.", "The part of {agency} is not written.")
SAY_PART = Text("Tuliskan perannya, atau hapus namanya.", "Write its part, or drop its name.")
