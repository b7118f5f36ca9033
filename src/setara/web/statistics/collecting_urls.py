"""Addresses of data calls, answers, the board and the inventory."""

from django.urls import path

from setara.web.statistics import board_views, call_views, submission_views, workbook_views

urlpatterns = [
    path("permintaan/", call_views.calls, name="calls"),
    path("permintaan/baru/", call_views.plan, name="plan_call"),
    path("permintaan/papan/", board_views.board, name="board"),
    path("permintaan/<int:call_id>/", call_views.call, name="call"),
    path("permintaan/<int:call_id>/papan/", board_views.board, name="call_board"),
    path("permintaan/<int:call_id>/elemen/", call_views.ask_elements, name="ask_elements"),
    path("permintaan/<int:call_id>/ubah/", call_views.edit, name="edit_call"),
    path("permintaan/<int:call_id>/kirim/", call_views.open_one, name="open_call"),
    path("permintaan/<int:call_id>/tutup/", call_views.close, name="close_call"),
    path("isian/", submission_views.asked_of_me, name="asked_of_me"),
    path("isian/<int:submission_id>/", submission_views.submission, name="submission"),
    path("isian/<int:submission_id>/kirim/", submission_views.hand_in, name="hand_in"),
    path("isian/<int:submission_id>/kembalikan/", submission_views.give_back, name="give_back"),
    path("isian/<int:submission_id>/verifikasi/", submission_views.verify, name="verify"),
    path("isian/<int:submission_id>/kunci/", submission_views.lock, name="lock"),
    path("isian/<int:submission_id>/ingatkan/", submission_views.remind, name="remind"),
    path("isian/<int:submission_id>/formulir/", workbook_views.workbook, name="workbook"),
    path(
        "isian/<int:submission_id>/formulir/unduh/",
        workbook_views.workbook_file,
        name="workbook_file",
    ),
    path("isian/<int:submission_id>/<str:element_code>/", submission_views.entry, name="entry"),
    path(
        "isian/<int:submission_id>/<str:element_code>/komentar/",
        submission_views.comment,
        name="comment",
    ),
    path(
        "isian/<int:submission_id>/<str:element_code>/selesai/",
        submission_views.settle,
        name="settle",
    ),
    path("ketersediaan/", board_views.inventory, name="inventory"),
    path("ketersediaan/<str:element_code>/", board_views.availability, name="availability"),
]
