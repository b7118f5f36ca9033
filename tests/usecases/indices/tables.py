"""Tables of BPS as tests take them in: figures typed from published ones."""

from __future__ import annotations

from setara.domain.foundation.actor import Actor
from setara.domain.indices.bps.measures import Vintage
from setara.usecases.indices.importing import import_index_table, receive_index_table
from tests.makers import AT

# BPS, IPG and IDG 2018-2021 (series before the long form).
IPG = (
    "Indeks Pembangunan Gender",
    "Wilayah;2018;2019;2020;2021",
    "Kalimantan Timur;85,63;85,98;85,70;85,95",
    "Paser;70,64;71,41;71,15;71,19",
    "Berau;87,47;87,93;87,93;88,00",
    "Kota Samarinda;-;90,20;-;90,06",
    "INDONESIA;90,99;91,07;91,06;91,27",
)
IDG = (
    "Indeks Pemberdayaan Gender",
    "Wilayah;2020;2021",
    "Kalimantan Timur;65,54;66,64",
    "Paser;65,66;65,67",
    "INDONESIA;75,57;76,26",
)
# The IPM of women and men as published; that of Berau is made up beside it.
IPM_BY_SEX = (
    "Indeks Pembangunan Manusia menurut Jenis Kelamin, 2021",
    "Wilayah;Laki-laki;Perempuan",
    "Paser;78,33;55,76",
    "Berau;78,50;69,08",
    "INDONESIA;76,25;69,59",
)
# BPS Kalimantan Timur, IKG; the components are those of Jawa Barat 2022, to try the formula.
IKG = (
    "Indeks Ketimpangan Gender",
    "Wilayah;2021;2022",
    "Kalimantan Timur;0,436;0,443",
    "Paser;0,500;0,490",
    "Kota Samarinda;0,190;0,197",
    "INDONESIA;0,465;0,459",
)
# The series by the long form of the 2020 census, made up beside the published one.
LONG_FORM = (
    "Indeks Pembangunan Gender (UHH hasil Long Form SP2020)",
    "Wilayah;2021;2022",
    "Paser;71,80;72,02",
    "INDONESIA;91,27;91,63",
)


def take_in(by: Actor, table: tuple[str, ...], vintage: Vintage | None = None) -> int:
    """One table, received and kept."""
    content = "\n".join(table).encode()
    file_id = receive_index_table(by=by, at=AT, name=f"{table[0][:30]}.csv", content=content)
    return import_index_table(
        by=by, at=AT, file_id=file_id, publisher="BPS", document=table[0], vintage=vintage
    )
