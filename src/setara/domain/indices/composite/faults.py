"""What is wrong with a definition file: the line, and how to mend it, all at once."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Language, Text


@dataclass(frozen=True, slots=True)
class DefinitionFault:
    """One fault; `line` counts from 1, and is 1 where the whole file lacks something."""

    line: int
    reason: Text

    def located(self, file: str) -> Text:
        """The fault behind its file and line."""
        return Text("{file}, baris {line}: {reason}", "{file}, line {line}: {reason}").filled(
            file=file, line=str(self.line), reason=self.reason
        )


class FaultyDefinition(ValueError):
    """A file that defines no index; `faults` are all that were found, by line."""

    def __init__(self, file: str, faults: tuple[DefinitionFault, ...]) -> None:
        self.file, self.faults = file, faults
        super().__init__(self.reason.say(Language.ENGLISH))

    @property
    def reason(self) -> Text:
        """All faults, one a line."""
        located = [fault.located(self.file) for fault in self.faults]
        return Text(
            "\n".join(each.say(Language.INDONESIAN) for each in located),
            "\n".join(each.say(Language.ENGLISH) for each in located),
        )


NOT_TOML = Text(
    "tulisan ini bukan TOML yang benar ({said}). Perbaiki tanda kutip, kurung, atau tanda "
    "“=” di baris ini.",
    "this is not proper TOML ({said}). Mend the quotes, brackets or “=” of this line.",
)
TOO_LONG = Text(
    "berkas lebih panjang dari {most} huruf. Definisi indeks yang sebenarnya jauh lebih pendek.",
    "the file is longer than {most} characters. A real definition of an index is much shorter.",
)
DOTS = Text(
    "baris ini memuat lebih dari {most} titik. Tulis anggota yang banyak sebagai bagian "
    "[blocks.NAMA.members], satu baris untuk setiap anggota.",
    "this line has more than {most} dots. Write many members as a section "
    "[blocks.NAME.members], one line a member.",
)
TWICE = Text(
    "“{name}” sudah ada di baris {first}. Hapus salah satunya.",
    "“{name}” stands in line {first} already. Remove one of the two.",
)
TAKEN = Text(
    "nama “{name}” sudah dipakai untuk {other}. Pilih nama lain.",
    "the name “{name}” is taken by {other}. Choose another.",
)
SYMBOL_TAKEN = Text(
    "simbol “{name}” sudah dipakai “{other}”. Pilih simbol lain.",
    "the symbol “{name}” is taken by “{other}”. Choose another.",
)
NEEDED = Text("“{name}” belum diisi.", "“{name}” is missing.")
UNKNOWN_SETTING = Text(
    "“{name}” tidak dikenal di sini, dan definisi hanyalah data: rumus atau kode tidak pernah "
    "dijalankan. Yang dikenal: {known}.",
    "“{name}” is not known here, and a definition is data only: no formula or code is ever run. "
    "Known are: {known}.",
)
ONE_LANGUAGE = Text(
    "“{name}” hanya ada dalam satu bahasa. Isi “{name}” (Indonesia) dan “{name}_en” (Inggris).",
    "“{name}” is in one language only. Fill in “{name}” (Indonesian) and “{name}_en” (English).",
)
NOT_TEXT = Text(
    "“{name}” harus berupa tulisan dalam tanda kutip, satu baris, tanpa kurung kurawal.",
    "“{name}” must be text in quotes, on one line, without braces.",
)
NOT_TABLE = Text(
    "“{name}” harus berupa bagian, yaitu [{name}] dengan isian di bawahnya.",
    "“{name}” must be a section, [{name}] with settings under it.",
)
NOT_A_NUMBER = Text(
    "“{name}” harus berupa angka biasa dengan titik desimal, bukan “{given}”.",
    "“{name}” must be an ordinary number with a decimal point, not “{given}”.",
)
OUT_OF_RANGE = Text(
    "“{name}” adalah {given}, padahal harus {lowest} sampai {highest}.",
    "“{name}” is {given}, and must be {lowest} to {highest}.",
)
NOT_WHOLE = Text(
    "“{name}” adalah {given}, padahal harus bilangan bulat {lowest} sampai {highest}.",
    "“{name}” is {given}, and must be a whole number, {lowest} to {highest}.",
)
NOT_A_FLAG = Text("“{name}” harus true atau false.", "“{name}” must be true or false.")
NOT_A_NAME = Text(
    "“{given}” bukan nama yang dapat dipakai: huruf kecil, angka, dan garis bawah, diawali huruf.",
    "“{given}” is no usable name: small letters, digits and underscores, a letter first.",
)
NOT_A_SYMBOL = Text(
    "“{given}” bukan simbol yang dapat dipakai: huruf, angka, dan garis bawah, diawali huruf.",
    "“{given}” is no usable symbol: letters, digits and underscores, a letter first.",
)
NO_CHOICE = Text(
    "“{name}” tidak mengenal “{given}”. Pilih: {known}.",
    "“{name}” does not know “{given}”. Choose: {known}.",
)
NOT_A_RANGE = Text(
    "“range” harus dua angka, yang kecil lebih dahulu, misalnya [0, 100].",
    "“range” must be two numbers, the smaller first, such as [0, 100].",
)
NO_REGULATION = Text(
    "register peraturan tidak memuat “{given}”. Hapus “regulation” dan tulis sumbernya di "
    "“locator”.",
    "the register holds no “{given}”. Remove “regulation” and write the source in “locator”.",
)
