"""The wording of the letters of a data call, in official Indonesian and in English."""

from __future__ import annotations

from setara.domain.language.text import Text

TABLE = {
    "number": Text("Nomor", "Number"),
    "urgency": Text("Sifat", "Urgency"),
    "enclosure": Text("Lampiran", "Enclosures"),
    "one_annex": Text("1 (satu) berkas", "1 (one) annex"),
    "subject": Text("Hal", "Subject"),
    "to": Text("Yth. {recipient}\ndi\nTempat", "To: {recipient}"),
    "copies": Text("Tembusan:", "Copies:"),
    "annex": Text(
        "Lampiran surat nomor {number} tanggal {day}", "Annex to letter number {number} of {day}"
    ),
    "asked": Text("Data yang diminta", "The data asked for"),
    "standing": Text("Keadaan isian", "How far the answer is"),
    "row": Text("No.", "No."),
    "code": Text("Kode", "Code"),
    "element": Text("Elemen data", "Data element"),
    "unit": Text("Satuan", "Unit"),
    "breakdown": Text("Rincian", "Broken down by"),
    "filled": Text("Sel terisi", "Cells filled"),
    "not_filled": Text("Belum terisi", "Not filled"),
    "by_sex": Text("jenis kelamin", "sex"),
    "by_subdistrict": Text("kecamatan", "sub-district"),
}

REQUEST = {
    "urgency": Text("Biasa", "Ordinary"),
    "subject": Text("Permintaan Data Terpilah {period}", "Request for Data by Sex {period}"),
    "opening": Text(
        "Dalam rangka penyediaan data terpilah menurut jenis kelamin sebagai dasar perencanaan "
        "dan penganggaran yang responsif gender di {government}, dan sejalan dengan Peraturan "
        "Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia, kami menyelenggarakan "
        "pengumpulan data “{call}”.",
        "In order to provide data by sex as the ground of gender-responsive planning and "
        "budgeting in {government}, and in line with Presidential Regulation 39/2019 on One "
        "Data Indonesia, we are running the data collection “{call}”.",
    ),
    "asking": Text(
        "Sehubungan dengan hal tersebut, kami mohon bantuan Saudara menyampaikan data masa "
        "{period} sebagaimana tercantum dalam tabel berikut.",
        "We therefore ask for your help in providing the data of {period} that are listed in "
        "the table below.",
    ),
    "annexed": Text(
        "Sehubungan dengan hal tersebut, kami mohon bantuan Saudara menyampaikan data masa "
        "{period} sebagaimana tercantum dalam lampiran surat ini.",
        "We therefore ask for your help in providing the data of {period} that are listed in "
        "the annex to this letter.",
    ),
    "due": Text(
        "Data disampaikan paling lambat hari {due}.",
        "The data are to reach us by {due} at the latest.",
    ),
    "how": Text(
        "Pengisian dilakukan oleh focal point gender pada aplikasi Setara, menu “Yang diminta "
        "dari Anda”.",
        "The gender focal point fills them in with the application Setara, under “What is asked "
        "of you”.",
    ),
    "nothing": Text(
        "Setiap sel diisi angka. Angka nol hanya untuk yang sudah dihitung dan hasilnya nol; "
        "selebihnya dipilih alasannya: tidak ada yang dihitung, belum dilaporkan, ditolak "
        "diberikan, atau tidak berlaku.",
        "Each cell takes a figure. Zero is only for what was counted and came to none; otherwise "
        "the reason is chosen: nothing to count, not reported, refused, or not applicable.",
    ),
    "persons": Text(
        "Nama dan keterangan perorangan, termasuk korban kekerasan, tidak diminta dan tidak "
        "disertakan.",
        "Names and details of persons, victims of violence among them, are not asked for and are "
        "not to be sent.",
    ),
    "closing": Text(
        "Demikian disampaikan, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.",
        "We thank you for your attention and cooperation.",
    ),
    "copy_leader": Text("Sekretaris Daerah (sebagai laporan)", "Regional Secretary (as a report)"),
    "copy_chair": Text("Ketua Pokja PUG", "Chair of the Gender Working Group"),
    "copy_archive": Text("Arsip", "File"),
}

REMINDER = {
    "urgency": Text("Segera", "Urgent"),
    "subject": Text(
        "Pengingat Penyampaian Data Terpilah {period}", "Reminder: Data by Sex {period}"
    ),
    "opening": Text(
        "Menindaklanjuti surat kami nomor {number} tanggal {requested} hal Permintaan Data "
        "Terpilah {period} (“{call}”), dengan hormat kami ingatkan hal-hal berikut.",
        "Following our letter number {number} of {requested} on the request for data by sex "
        "{period} (“{call}”), we respectfully remind you of the following.",
    ),
    "awaited": Text(
        "Sampai dengan tanggal surat ini, data dari {agency} belum kami terima; yang sudah diisi "
        "{answered} dari {asked} sel.",
        "As of the date of this letter the data of {agency} have not reached us; {answered} of "
        "{asked} cells have been filled in.",
    ),
    "returned": Text(
        "Data dari {agency} telah kami kembalikan dengan komentar dan sampai dengan tanggal surat "
        "ini belum kami terima kembali; yang sudah diisi {answered} dari {asked} sel.",
        "The data of {agency} were returned with comments and have not come back as of the date "
        "of this letter; {answered} of {asked} cells are filled in.",
    ),
    "overdue": Text(
        "Batas waktu penyampaian adalah hari {due} dan telah lewat {days}.",
        "They were due on {due} and are {days} overdue.",
    ),
    "coming": Text("Batas waktu penyampaian adalah hari {due}.", "They are due on {due}."),
    "asking": Text(
        "Kami mohon Saudara menugaskan focal point gender melengkapi dan mengirim data tersebut "
        "dalam kesempatan pertama. Bila suatu data tidak tersedia, mohon dinyatakan alasannya "
        "pada selnya.",
        "We ask you to have the gender focal point complete and hand in these data at the "
        "earliest opportunity. Where data do not exist, please say why at their cell.",
    ),
    "copy_regional_secretary": Text(
        "Sekretaris Daerah (sebagai laporan)", "Regional Secretary (as a report)"
    ),
    "copy_chair": Text("Ketua Pokja PUG", "Chair of the Gender Working Group"),
    "copy_focal_point": Text("Focal point gender {agency}", "Gender focal point, {agency}"),
    "copy_archive": Text("Arsip", "File"),
}
