"""Addresses of the reports room."""

from django.urls import path

from setara.web.reports import views

app_name = "reports"

urlpatterns = [
    path("hari-ini/", views.today, name="today"),
    path("benang/<int:issue_id>/", views.thread, name="thread"),
    path("cetak/<str:kind>/<int:subject_id>.<str:form>", views.paper, name="paper"),
    path(
        "gambar/<str:element_code>/<str:place_code>/<int:year>.svg",
        views.disparity_figure,
        name="disparity_figure",
    ),
    path("gambar/<str:element_code>/wilayah.svg", views.places_figure, name="places_figure"),
    path("gambar/ipg/<str:place_code>.svg", views.ipg_figure, name="ipg_figure"),
]
