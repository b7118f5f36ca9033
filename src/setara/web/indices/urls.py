"""Addresses of the indices room."""

from django.urls import path

from setara.web.indices import views

app_name = "indices"

urlpatterns = [
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
]
