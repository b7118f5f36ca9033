"""Addresses of the statistics room."""

from django.urls import path

from setara.web.statistics import (
    boundary_views,
    collecting_urls,
    dimension_views,
    element_views,
    guarding_urls,
    issue_views,
    ranking_views,
    taking_views,
    views,
)

app_name = "statistics"

urlpatterns = [
    path("data/", element_views.register, name="elements"),
    path("data/daftar.<str:form>", element_views.register_as, name="register_as"),
    path("data/ambil-daftar/", element_views.adopt, name="adopt"),
    path("data/rincian/", dimension_views.dimensions, name="dimensions"),
    path("data/batas-wilayah/", boundary_views.boundaries, name="boundaries"),
    path("data/elemen-baru/", element_views.define, name="define"),
    path("data/unggah/", taking_views.upload, name="upload"),
    path("data/unggah/<int:file_id>/", taking_views.read, name="read_file"),
    path("data/<str:element_code>/", views.table, name="table"),
    path("data/<str:element_code>/kartu/", element_views.card, name="card"),
    path("data/<str:element_code>/kartu/ubah/", element_views.edit, name="edit_element"),
    path("data/<str:element_code>/kartu/cocokkan/", element_views.reconcile, name="reconcile"),
    path(
        "data/<str:element_code>/<str:place_code>/<year:year>/", views.disparity, name="disparity"
    ),
    path(
        "data/<str:element_code>/<str:place_code>/<year:year>/isu/",
        issue_views.raise_one,
        name="raise_issue",
    ),
    path("kesenjangan/", ranking_views.disparities, name="disparities"),
    path("isu/", issue_views.issues, name="issues"),
    path("isu/<int:issue_id>/", issue_views.issue, name="issue"),
    path("isu/<int:issue_id>/tangani/", issue_views.take_up, name="take_up"),
    path("isu/<int:issue_id>/tutup/", issue_views.close, name="close"),
    path("isu/<int:issue_id>/buka/", issue_views.reopen, name="reopen"),
    *collecting_urls.urlpatterns,
    *guarding_urls.urlpatterns,
]
