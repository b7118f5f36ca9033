"""The rules of substance by name: what each asks for, in a sentence a focal point can follow.

A government may switch a rule off; its name never changes, and a name is not used again.
"""

from __future__ import annotations

from collections.abc import Mapping

from setara.domain.budget.severity import Severity
from setara.domain.language.text import Text

SENTENCES = {
    "GAP-01": Text(
        "Persen yang ditulis sama dengan yang dihasilkan angkanya, dan berjumlah 100.",
        "A stated per cent is what its figures give, and both add up to 100.",
    ),
    "GAP-02": Text(
        "Kata-kata (“didominasi”, “lebih banyak”) searah dengan angkanya.",
        "Words (“dominated by”, “more”) go the same way as the figures.",
    ),
    "GAP-03": Text(
        "Datanya tentang yang dilayani, bukan hanya tentang aparatur atau seluruh penduduk.",
        "The data are about those who are served, not only about officials or everybody.",
    ),
    "GAP-04": Text(
        "Paling sedikit satu faktor kesenjangan didukung angka; keempatnya tidak diwajibkan.",
        "At least one factor is supported by figures; all four are not asked for.",
    ),
    "GAP-05": Text(
        "Tujuan dirumuskan kembali, atau dijelaskan mengapa sudah responsif gender.",
        "The objective is reformulated, or it is said why it is responsive already.",
    ),
    "GAP-06": Text(
        "Setiap sebab dijawab paling sedikit satu aksi, dan setiap aksi menjawab suatu sebab.",
        "Every cause is answered by an action, and every action answers a cause.",
    ),
    "GAP-07": Text(
        "Indikator bertolak dari data dasar kolom 2 dalam satuan yang sama, dan targetnya "
        "mempersempit kesenjangan.",
        "An indicator starts from a figure of column 2 in its unit; its target narrows the gap.",
    ),
    "GAP-08": Text(
        "Data menyebut sumber dan periodenya, dan tidak lebih tua dari dua tahun.",
        "Data name source and period, and are not older than two years.",
    ),
    "GAP-09": Text(
        "Analisisnya bukan salinan dari sub kegiatan atau tahun lain.",
        "The analysis is not copied from another sub-activity or year.",
    ),
    "GAP-10": Text(
        "Yang tertinggal ditentukan oleh angka: bisa perempuan, bisa laki-laki.",
        "The figures say who is behind: it may be women, it may be men.",
    ),
    "GAP-11": Text(
        "Perempuan dan laki-laki berjumlah sama dengan total yang ditulis.",
        "Women and men add up to the total that is stated.",
    ),
    "GAP-12": Text("Kodenya kode sub kegiatan.", "The code is that of a sub-activity."),
    "GAP-13": Text(
        "Persen dalam kalimat faktor sama dengan yang dihasilkan datanya.",
        "A per cent within a factor's sentence is one that its data give.",
    ),
    "GAP-14": Text(
        "Faktor, sebab, dan aksi ditulis dalam kalimat yang dipahami orang luar.",
        "Factors, causes and actions are sentences that somebody from outside understands.",
    ),
    "GAP-15": Text(
        "Sebab bukan ulangan faktor; tidak ada sebab atau aksi yang ditulis dua kali.",
        "A cause is not the factor once more; nothing stands there twice.",
    ),
    "GAP-16": Text(
        "Paling sedikit satu data menunjukkan kesenjangan.", "At least one datum shows a gap."
    ),
    "GAP-17": Text(
        "Target mungkin dicapai, dan ada indikator keluaran di samping hasil.",
        "Targets can be reached, and there is an output beside the outcomes.",
    ),
    "GAP-18": Text(
        "Angka yang diketik mungkin: persen 0 sampai 100; jumlah orang bulat dan tidak negatif.",
        "Figures typed by hand can be: per cents from 0 to 100, whole people, never below zero.",
    ),
    "GAP-19": Text(
        "Setiap aksi mempunyai anggaran apabila sub kegiatannya beranggaran.",
        "Every action has money where its sub-activity has.",
    ),
    "GAP-20": Text(
        "Anggaran semua aksi tidak melebihi anggaran sub kegiatannya.",
        "The money of all actions is not more than that of the sub-activity.",
    ),
    "GAP-21": Text(
        "GAP empat langkah: setiap isu ditunjukkan angka.",
        "Four-step GAP: figures show every issue.",
    ),
    "GAP-22": Text(
        "GAP empat langkah: angka menyebut sumber dan tahunnya, paling tua dua tahun.",
        "Four-step GAP: figures name source and year, and are two years old at most.",
    ),
    "GAP-23": Text(
        "GAP empat langkah: paling sedikit satu data menunjukkan kesenjangan.",
        "Four-step GAP: at least one datum shows a gap.",
    ),
    "GAP-24": Text(
        "GAP empat langkah: setiap isu mempunyai sebab, dan setiap sebab terkait suatu isu.",
        "Four-step GAP: every issue has a cause, and every cause belongs to an issue.",
    ),
    "GAP-25": Text(
        "GAP empat langkah: setiap sebab dijawab rencana aksi.",
        "Four-step GAP: the plan answers every cause.",
    ),
    "GAP-26": Text(
        "GAP empat langkah: dampak, hasil, keluaran, dan aktivitas ada dan saling terkait.",
        "Four-step GAP: impact, outcome, output and activity are there and tied to one another.",
    ),
    "GAP-27": Text(
        "GAP empat langkah: dampak, hasil, dan keluaran diukur; hasil bertolak dari angka "
        "langkah 1 dalam satuan yang sama.",
        "Four-step GAP: impact, outcome and output are measured; an outcome starts from a figure "
        "of step 1 in its unit.",
    ),
    "GAP-28": Text(
        "GAP empat langkah: ada target tahun terakhir rencana, dan target tidak berbalik arah.",
        "Four-step GAP: there is a target for the plan's last year, and targets do not turn back.",
    ),
    "GAP-29": Text(
        "GAP empat langkah: target akhir mempersempit kesenjangan.",
        "Four-step GAP: the last target narrows the gap.",
    ),
    "GAP-30": Text(
        "GAP empat langkah: setiap aktivitas ada pelaksananya, dan setiap pihak ada perannya.",
        "Four-step GAP: every activity has somebody who does it, every party its part.",
    ),
    "GAP-40": Text(
        "Aksi menyebut sasaran atau waktunya.", "Actions say for whom they are, or when."
    ),
    "GAP-41": Text(
        "Reformulasi tujuan menyebut bagi siapa keadaan berubah.",
        "The reformulated objective says for whom something changes.",
    ),
    "GAP-42": Text(
        "Indikator dan data dasarnya tentang jenis kelamin yang sama.",
        "An indicator and its baseline are about the same sex.",
    ),
    "GAP-43": Text(
        "Data dasar memakai angka terbaru yang ada di kolom 2.",
        "A baseline uses the newest figure of column 2.",
    ),
    "GAP-44": Text(
        "Angka menunjukkan faktornya: jumlah penduduk tidak menunjukkan faktor apa pun, dan siapa "
        "yang ikut serta bukan akses.",
        "Figures show their factor: a number of inhabitants shows none, and who took part is not "
        "access.",
    ),
    "GAP-45": Text(
        "Sebab tidak menyalahkan pihak yang tertinggal.",
        "A cause does not blame those who are behind.",
    ),
    "GAP-46": Text(
        "Ada sebab kesenjangan, di dalam lembaga dan di luarnya.",
        "There are causes, inside the institution and outside it.",
    ),
    "GAP-47": Text(
        "Aksi bukan hanya sosialisasi, rapat, atau imbauan.",
        "Actions are more than announcements, meetings and appeals.",
    ),
    "GAP-48": Text(
        "Setiap faktor ditunjukkan oleh angkanya sendiri.",
        "Every factor is shown by figures of its own.",
    ),
}

_OTHER_SEVERITIES = {
    "GAP-04": (Severity.ERROR,),
    "GAP-06": (Severity.ERROR, Severity.WARNING),
    "GAP-08": (Severity.ERROR, Severity.WARNING),
    "GAP-19": (Severity.WARNING, Severity.NOTE),
    "GAP-40": (Severity.NOTE,),
    "GAP-46": (Severity.WARNING, Severity.NOTE),
    "GAP-48": (Severity.NOTE,),
}
SEVERITIES: Mapping[str, tuple[Severity, ...]] = {
    rule: _OTHER_SEVERITIES.get(rule, (Severity.WARNING,)) for rule in SENTENCES
}
"""How much each rule may weigh, the heaviest first."""
