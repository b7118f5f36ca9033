"""Addresses of the reports room."""

from django.urls import path

from setara.web.reports import (
    batch_views,
    check_views,
    index_figures,
    lever_figures,
    paper_views,
    place_figures,
    recap_figures,
    views,
)

app_name = "reports"

urlpatterns = [
    path("hari-ini/", views.today, name="today"),
    path("benang/<int:issue_id>/", views.thread, name="thread"),
    path("cetak-sekaligus/", batch_views.batches, name="batches"),
    path("cetak-sekaligus/<int:batch_id>/", batch_views.batch, name="batch"),
    path("cetak-sekaligus/<int:batch_id>/langkah/", batch_views.step, name="batch_step"),
    path("cetak-sekaligus/<int:batch_id>/lanjutkan/", batch_views.go_on, name="batch_go_on"),
    path("cetak-sekaligus/<int:batch_id>/hapus/", batch_views.drop, name="batch_drop"),
    path("cetak-sekaligus/<int:batch_id>.zip", batch_views.archive, name="batch_archive"),
    path("cetak/surat-data/<int:call_id>.zip", views.data_letters, name="data_letters"),
    path("cetak/buku-data/<year:year>.<str:form>", views.data_book, name="data_book"),
    path("cetak/rekap-arg/<year:year>.<str:form>", recap_figures.annex, name="recap_paper"),
    path("gbs/<int:statement_id>/cetakan/", paper_views.papers, name="papers"),
    path("gbs/<int:statement_id>/cetakan/nomor/", paper_views.number, name="number_paper"),
    path("surat-pengantar/", paper_views.cover_letters, name="cover_letters"),
    path("templat-cetak/", paper_views.templates, name="templates"),
    path("templat-cetak/<int:template_id>/cabut/", paper_views.withdraw, name="withdraw_template"),
    path("cetak/templat/<str:kind>/<int:subject_id>.docx", paper_views.own, name="own_paper"),
    path("cek/", check_views.ask, name="ask_check"),
    path("cek/<str:code>/", check_views.check, name="check"),
    path("cetak/<str:kind>/<int:subject_id>.<str:form>", views.paper, name="paper"),
    path(
        "gambar/<str:element_code>/<str:place_code>/<year:year>.svg",
        views.disparity_figure,
        name="disparity_figure",
    ),
    path("gambar/arg.svg", recap_figures.over_years, name="recap_figure"),
    path("gambar/kesenjangan.svg", place_figures.ranking, name="ranking_figure"),
    path("gambar/<str:element_code>/peta.svg", place_figures.map_of, name="map_figure"),
    path("gambar/<str:element_code>/ubin.svg", place_figures.tiles_of, name="tile_figure"),
    path("gambar/<str:element_code>/kecil.svg", place_figures.multiples, name="multiples_figure"),
    path(
        "gambar/<str:element_code>/<str:place_code>/umur.svg",
        place_figures.by_age,
        name="pyramid_figure",
    ),
    path(
        "gambar/<str:element_code>/<str:place_code>/<year:year>/rasio.svg",
        place_figures.ratio,
        name="ratio_figure",
    ),
    path("gambar/<str:element_code>/wilayah.svg", views.places_figure, name="places_figure"),
    path("gambar/indeks/<slug:key>.svg", index_figures.series, name="index_figure"),
    path("gambar/indeks/<slug:key>/peta.svg", index_figures.province, name="index_map"),
    path(
        "gambar/indeks/<slug:index_key>/<str:place_code>/<year:year>.svg",
        lever_figures.contributions,
        name="lever_figure",
    ),
]
