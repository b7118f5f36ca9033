"""The sentences of findings: what was not believed, and what to do."""

from __future__ import annotations

from setara.domain.budget.reading.findings import Fault
from setara.domain.language.text import Text

LOOK = Text("Cocokkan dengan dokumen aslinya.", "Compare it with the original document.")

MESSAGES: dict[Fault, Text] = {
    Fault.PARENT_NOT_SUM: Text(
        "{code} “{name}” tertulis {stated}, sedangkan baris di bawahnya berjumlah {added}.",
        "{code} “{name}” says {stated}, while the rows below it add up to {added}.",
    ),
    Fault.CHILD_LARGER: Text(
        "{code} “{name}” ({amount}) lebih besar daripada induknya pada baris {parent} ({limit}).",
        "{code} “{name}” ({amount}) is larger than the line it is part of, row {parent} ({limit}).",
    ),
    Fault.LOST_DECIMAL: Text(
        "{code} “{name}”: {amount} tampaknya kehilangan tanda desimal; dengan {fitting} jumlahnya "
        "cocok.",
        "{code} “{name}”: {amount} seems to have lost its decimal mark; with {fitting} the sum "
        "fits.",
    ),
    Fault.LOST_ZEROS: Text(
        "{code} “{name}”: {amount} tampaknya kehilangan angka nol; dengan {fitting} jumlahnya "
        "cocok.",
        "{code} “{name}”: {amount} seems to have lost its last zeros; with {fitting} the sum fits.",
    ),
    Fault.TIMES_HUNDRED: Text(
        "Nilai pada {count} dari {compared} baris {factor} kali lipat penjelasan di sampingnya, "
        "misalnya baris {row}: {amount} di samping {explained}.",
        "The amounts of {count} of {compared} rows are {factor} times what the explanation beside "
        "them says, for instance row {row}: {amount} beside {explained}.",
    ),
    Fault.TOTAL_DIFFERS: Text(
        "Jumlah yang tertulis {stated}, sedangkan seluruh baris berjumlah {added}.",
        "The stated total is {stated}, while all rows add up to {added}.",
    ),
    Fault.TOTAL_UNREAD: Text(
        "Baris jumlah tidak terbaca, sehingga tidak dapat dibandingkan.",
        "The total could not be read, so it was not compared.",
    ),
    Fault.SUBTOTAL_TWICE: Text(
        "Jumlah yang tertulis {stated} menghitung subtotal dua kali; seluruh baris berjumlah "
        "{added}.",
        "The stated total of {stated} counts subtotals twice; all rows add up to {added}.",
    ),
    Fault.CHANGE_DIFFERS: Text(
        "Kolom perubahan menyebut {stated}, sedangkan sesudah dikurangi sebelum adalah {added}.",
        "The change is said to be {stated}, while after minus before is {added}.",
    ),
    Fault.MONTHS_DIFFER: Text(
        "Rencana dua belas bulan berjumlah {added}, sedangkan yang tertulis {stated}.",
        "The twelve months add up to {added}, while {stated} is stated.",
    ),
    Fault.OVERSPENT: Text(
        "Realisasi {realised} melebihi pagu {amount}.",
        "The realisation of {realised} is above the budget of {amount}.",
    ),
    Fault.DUPLICATE: Text(
        "Kode {code} sudah ada pada baris {row} untuk perangkat daerah yang sama.",
        "Code {code} already stands in row {row} for the same agency.",
    ),
    Fault.BAD_CODE: Text(
        "“{code}” bukan kode nomenklatur perencanaan atau kode rekening.",
        "“{code}” is not a code of the planning nomenclature or of an account.",
    ),
    Fault.UPPER_CODE: Text(
        "“{code}” adalah kode {level}, bukan sub kegiatan, dan nilainya bukan jumlah baris di "
        "bawahnya.",
        "“{code}” is the code of a {level}, not of a sub-activity, and its amount is not the sum "
        "of the rows below it.",
    ),
    Fault.MISSING_CODE: Text(
        "Baris bernilai {amount} tanpa kode.", "A row of {amount} has no code."
    ),
    Fault.MISSING_NAME: Text("Nama sub kegiatan kosong.", "The sub-activity has no name."),
    Fault.MISSING_AMOUNT: Text("Pagu kosong.", "The amount is empty."),
    Fault.BAD_AMOUNT: Text("“{cell}” bukan nilai rupiah.", "“{cell}” is not an amount in rupiah."),
    Fault.NEGATIVE: Text(
        "Nilai negatif ({amount}). Pagu tidak dapat kurang dari nol.",
        "The amount is negative ({amount}). A budget cannot be less than nothing.",
    ),
    Fault.SWAPPED: Text(
        "Kode dan nama tertukar: “{was}”. Dibaca sebagai “{now}”.",
        "Code and name stand in each other's place: “{was}”. Read as “{now}”.",
    ),
    Fault.TWO_YEARS: Text(
        "Berkas memuat lebih dari satu tahun anggaran: {years}.",
        "The file holds more than one budget year: {years}.",
    ),
    Fault.AGENCY_DIFFERS: Text(
        "Kepala berkas menyebut organisasi {stated}, sedangkan {count} baris berkode {code}.",
        "The head of the file names organisation {stated}, while {count} rows have code {code}.",
    ),
    Fault.NO_YEAR: Text("Berkas tidak menyebut tahun anggaran.", "The file names no budget year."),
    Fault.NO_ACTIVITIES: Text(
        "Berkas tidak memuat sub kegiatan atau kegiatan; jumlahnya dapat diperiksa, tetapi tidak "
        "dapat diimpor.",
        "The file holds no sub-activities or activities; its sums can be checked, but it cannot "
        "be imported.",
    ),
    Fault.NO_AGENCY: Text("Berkas tidak menyebut perangkat daerah.", "The file names no agency."),
    Fault.MIXED_STYLES: Text(
        "Kolom {column} memakai dua cara penulisan angka, misalnya “{cell}”. Setiap sel dibaca "
        "menurut tandanya sendiri.",
        "Column {column} writes numbers in two ways, for instance “{cell}”. Each cell was read by "
        "its own marks.",
    ),
    Fault.AMBIGUOUS_STYLE: Text(
        "“{cell}” pada kolom {column} dibaca sebagai ribuan; tidak ada sel lain yang "
        "memastikannya.",
        "“{cell}” in column {column} was read as thousands; no other cell makes it certain.",
    ),
    Fault.UNKNOWN_COLUMN: Text(
        "Kolom {column} “{heading}” tidak dipahami dan tidak dibaca.",
        "Column {column} “{heading}” was not understood and not read.",
    ),
    Fault.GUESSED_COLUMN: Text(
        "Judul kolom {column} “{heading}” tidak dikenal; menurut isinya dibaca sebagai {role}.",
        "The heading of column {column}, “{heading}”, is not known; by what it holds it was read "
        "as {role}.",
    ),
    Fault.CUT_OFF: Text(
        "Baris terakhir terpotong: berkas tampaknya tidak lengkap.",
        "The last row is cut off: the file does not seem to be whole.",
    ),
    Fault.NO_LINES: Text(
        "Tidak ada satu baris pun di bawah judul kolom.",
        "There is not a single row below the headings.",
    ),
    Fault.OTHER_SHEETS: Text(
        "Lembar lain juga memuat anggaran dan tidak dibaca: {names}.",
        "Other sheets hold a budget too and were not read: {names}.",
    ),
    Fault.SHEETS_JOINED: Text(
        "{count} lembar dibaca sebagai satu buku: {names}.",
        "{count} sheets were read as one book: {names}.",
    ),
    Fault.SHEET_REPEATS: Text(
        "Lembar {names} mengulang jumlah yang sama dan tidak dihitung lagi.",
        "Sheet {names} repeats the same total and was not counted again.",
    ),
    Fault.SHEET_DIFFERS: Text(
        "Lembar {names} berjumlah {stated}, sedangkan lembar yang dibaca berjumlah {added}.",
        "Sheet {names} adds up to {stated}, while the sheets that were read add up to {added}.",
    ),
    Fault.FORMULA: Text(
        "{count} sel berisi rumus tanpa hasil, misalnya {cell}, sehingga terbaca kosong.",
        "{count} cells hold a formula without a result, for instance {cell}, and read as empty.",
    ),
    Fault.UNLISTED_CODE: Text(
        "Kode {code} “{name}” tidak ada dalam {here}.",
        "Code {code} “{name}” is not in {here}.",
    ),
    Fault.OTHER_DECREE: Text(
        "Kode {code} “{name}” tidak ada dalam {here}, tetapi ada dalam {other} ({years}).",
        "Code {code} “{name}” is not in {here}, but in {other} ({years}).",
    ),
    Fault.NAME_DIFFERS: Text(
        "Kode {code} dalam {decree} bernama “{listed}”, sedangkan dalam buku “{name}”.",
        "Code {code} is called “{listed}” in {decree}, but “{name}” in the book.",
    ),
    Fault.MISSING_CODE_OF_ENTRY: Text("“{name}” tidak berkode.", "“{name}” has no code."),
    Fault.ENTRY_TWICE: Text(
        "Kode {code} sudah ada pada baris {first} dengan nama yang sama; yang pertama dipakai.",
        "Code {code} already stands in row {first} with the same name; the first one is used.",
    ),
    Fault.TWO_NAMES_OF_A_CODE: Text(
        "Kode {code} sudah ada pada baris {first} dengan nama “{name}”, di sini “{other}”.",
        "Code {code} already stands in row {first} as “{name}”, here it is “{other}”.",
    ),
    Fault.MISSING_UPPER_ENTRY: Text(
        "{count} baris berada di bawah {code}, yang tidak ada dalam daftar.",
        "{count} rows belong under {code}, which is not in the list.",
    ),
    Fault.LONG_NAME: Text(
        "Nama pada kode {code} lebih dari {most} huruf.",
        "The name of code {code} is longer than {most} letters.",
    ),
}

REMEDIES: dict[Fault, Text] = {
    Fault.LOST_DECIMAL: Text(
        "Betulkan nilainya menurut dokumen aslinya.", "Correct the amount by the original document."
    ),
    Fault.LOST_ZEROS: Text(
        "Betulkan nilainya menurut dokumen aslinya.", "Correct the amount by the original document."
    ),
    Fault.AGENCY_DIFFERS: Text(
        "Periksa perangkat daerah mana yang benar, dan apakah ada bagian kode yang hilang.",
        "Check which agency is right, and whether a part of the code was lost.",
    ),
    Fault.TIMES_HUNDRED: Text(
        "Koma desimal hilang saat berkas dibuat: bagi seluruh nilai dengan {factor}, atau ekspor "
        "ulang berkasnya.",
        "The decimal comma was lost when the file was made: divide all amounts by {factor}, or "
        "export the file again.",
    ),
    Fault.SUBTOTAL_TWICE: Text("Betulkan rumus jumlahnya.", "Correct the formula of the total."),
    Fault.DUPLICATE: Text(
        "Gabungkan kedua baris, atau perbaiki kodenya.", "Merge both rows, or correct the code."
    ),
    Fault.BAD_CODE: Text(
        "Isi kodenya, misalnya 2.08.02.2.01.0005 atau 5.1.02.01.01.0004.",
        "Enter the code, for example 2.08.02.2.01.0005 or 5.1.02.01.01.0004.",
    ),
    Fault.UPPER_CODE: Text(
        "Lengkapi kodenya sampai sub kegiatan, misalnya 2.08.02.2.01.0005.",
        "Complete the code down to the sub-activity, for example 2.08.02.2.01.0005.",
    ),
    Fault.MISSING_CODE: Text("Isi kodenya.", "Enter the code."),
    Fault.MISSING_NAME: Text("Isi namanya.", "Enter the name."),
    Fault.MISSING_AMOUNT: Text(
        "Isi 0 jika memang tidak dianggarkan.", "Enter 0 if nothing is budgeted."
    ),
    Fault.BAD_AMOUNT: Text(
        "Isi dengan angka, misalnya 1250000 atau 1.250.000,00.",
        "Enter a number, for example 1250000 or 1,250,000.00.",
    ),
    Fault.TWO_YEARS: Text("Pisahkan berkas per tahun.", "Make one file for each year."),
    Fault.NO_YEAR: Text(
        "Pilih tahunnya saat berkas diimpor.", "Choose the year when the file is imported."
    ),
    Fault.NO_ACTIVITIES: Text(
        "Untuk mengimpor, gunakan rincian menurut sub kegiatan.",
        "To import, use the budget by sub-activity.",
    ),
    Fault.NO_AGENCY: Text(
        "Pilih perangkat daerahnya saat berkas diimpor.",
        "Choose the agency when the file is imported.",
    ),
    Fault.MIXED_STYLES: Text(
        "Seragamkan penulisan angkanya.", "Write all numbers of the column in one way."
    ),
    Fault.UNKNOWN_COLUMN: Text(
        "Tidak perlu apa-apa, kecuali kolom itu berisi pagu, kode, atau nama.",
        "Nothing, unless the column holds amounts, codes or names.",
    ),
    Fault.GUESSED_COLUMN: Text(
        "Beri kolom itu judul yang lazim, misalnya Kode Rekening, Uraian, Jumlah.",
        "Give the column a usual heading, for instance Kode Rekening, Uraian, Jumlah.",
    ),
    Fault.CUT_OFF: Text(
        "Ekspor atau unduh ulang berkasnya sampai selesai.",
        "Export or download the file again, to its end.",
    ),
    Fault.NO_LINES: Text(
        "Periksa apakah berkas dan lembarnya benar.", "Check that it is the right file and sheet."
    ),
    Fault.OTHER_SHEETS: Text(
        "Periksa apakah lembar yang dibaca memuat seluruh anggaran; bila tidak, satukan lembarnya.",
        "Check that the sheet that was read holds the whole budget; if not, put them together.",
    ),
    Fault.SHEETS_JOINED: Text(
        "Periksa apakah semuanya bagian dari buku ini.", "Check that all are parts of this book."
    ),
    Fault.SHEET_REPEATS: Text("Tidak perlu apa-apa.", "Nothing needs to be done."),
    Fault.SHEET_DIFFERS: Text(
        "Cocokkan lembar itu dengan rinciannya; mungkin ada lembar yang kurang.",
        "Compare that sheet with its details; a sheet may be missing.",
    ),
    Fault.FORMULA: Text(
        "Buka berkasnya di aplikasi lembar kerja, simpan kembali, lalu coba lagi.",
        "Open the file in a spreadsheet program, save it again, then try once more.",
    ),
    Fault.UNLISTED_CODE: Text(
        "Periksa kodenya; bila benar, muat keputusan yang memuatnya.",
        "Check the code; if it is right, load the decree that holds it.",
    ),
    Fault.OTHER_DECREE: Text(
        "Pakai kode nomenklatur tahun anggarannya.", "Use the code of the budget year's decree."
    ),
    Fault.NAME_DIFFERS: Text(
        "Periksa apakah kodenya benar; bila benar, samakan namanya dengan keputusan.",
        "Check that the code is right; if so, write the name as the decree does.",
    ),
    Fault.MISSING_CODE_OF_ENTRY: Text(
        "Isi kodenya, atau hapus barisnya bila hanya keterangan.",
        "Enter the code, or delete the row where it is only a remark.",
    ),
    Fault.TWO_NAMES_OF_A_CODE: Text(
        "Cocokkan dengan keputusannya, lalu hapus atau perbaiki salah satu.",
        "Compare with the decree, then delete or correct one of them.",
    ),
    Fault.MISSING_UPPER_ENTRY: Text(
        "Tambahkan barisnya bila ada dalam keputusan.", "Add its row where the decree has it."
    ),
    Fault.LONG_NAME: Text(
        "Periksa apakah beberapa baris tergabung dalam satu sel.",
        "Check whether several rows ran together in one cell.",
    ),
}
