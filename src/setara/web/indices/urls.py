"""Addresses of the indices room."""

from django.urls import path

from setara.web.indices import (
    importing_views,
    lever_views,
    series_views,
    verification_views,
    views,
)

app_name = "indices"

urlpatterns = [
    path("indeks/", series_views.all_indices, name="overview"),
    path("indeks/deret/<slug:key>/", series_views.series, name="series"),
    path(
        "indeks/deret/<slug:key>/target/<int:target_id>/cabut/",
        series_views.withdraw,
        name="withdraw_target",
    ),
    path("indeks/tabel-bps/", importing_views.upload, name="upload_table"),
    path("indeks/tabel-bps/<int:file_id>/", importing_views.review, name="review_table"),
    path("ipg/", views.ipg_series, name="ipg_series"),
    path("ipg/<str:place_code>/<year:year>/", views.ipg, name="ipg"),
    path(
        "indeks/<slug:index_key>/<str:place_code>/<year:year>/", views.explained, name="explained"
    ),
    path(
        "indeks/<slug:index_key>/<str:place_code>/<year:year>/json/",
        views.explained_json,
        name="explained_json",
    ),
    path(
        "indeks/<slug:index_key>/<str:place_code>/<year:year>/pengungkit/",
        lever_views.levers,
        name="levers",
    ),
    path("indeks/verifikasi/", verification_views.verification, name="verification"),
]
