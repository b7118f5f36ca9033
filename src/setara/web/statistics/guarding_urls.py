"""Addresses of one figure, of doubts, and of what goes out."""

from django.urls import path

from setara.web.statistics import doubt_views, figure_views, long_views, release_views

urlpatterns = [
    path("unggah-panjang/", long_views.long_table, name="long_table"),
    path("angka/<int:observation_id>/", figure_views.figure, name="figure"),
    path("angka/<int:observation_id>/koreksi/", figure_views.correct, name="correct_figure"),
    path("angka/<int:observation_id>/batal/", figure_views.undo, name="undo_change"),
    path(
        "data/<str:element_code>/<str:place_code>/<year:year>/angka/<str:sex>/",
        figure_views.find,
        name="find_figure",
    ),
    path("periksa/", doubt_views.doubts, name="doubts"),
    path("periksa/<year:year>/jelaskan/", doubt_views.explain, name="explain_doubt"),
    path(
        "periksa/<year:year>/<int:explanation_id>/terima/",
        doubt_views.accept,
        name="accept_explanation",
    ),
    path(
        "periksa/<year:year>/<int:explanation_id>/tolak/",
        doubt_views.refuse,
        name="refuse_explanation",
    ),
    path("terbitan/", release_views.published, name="published"),
    path("terbitan/paket.zip", release_views.package, name="package"),
    path("terbitan/<year:year>/semua/", release_views.publish_all, name="publish_year"),
    path("terbitan/<year:year>/batas/", release_views.set_limits, name="set_limits"),
    path("terbitan/<year:year>/<str:element_code>/", release_views.publish, name="publish_element"),
    path("terbitan/<str:element_code>.<str:form>", release_views.download, name="release_file"),
]
