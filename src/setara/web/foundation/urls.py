"""Addresses of the foundation room; those of signing in stand in `account_urls`."""

from django.urls import path

from setara.web.foundation import (
    agency_views,
    practice_views,
    roster_views,
    seat_views,
    views,
)

app_name = "foundation"

urlpatterns = [
    path("perangkat-daerah/", agency_views.agencies, name="agencies"),
    path("perangkat-daerah/baru/", agency_views.found, name="found_agency"),
    path("perangkat-daerah/<int:agency_id>/", agency_views.agency, name="agency"),
    path("perangkat-daerah/<int:agency_id>/nama/", agency_views.rename, name="rename_agency"),
    path("perangkat-daerah/<int:agency_id>/gabung/", agency_views.merge, name="merge_agency"),
    path("perangkat-daerah/<int:agency_id>/pecah/", agency_views.split, name="split_agency"),
    path("kedudukan/", seat_views.seats, name="seats"),
    path("kedudukan/baru/", seat_views.create, name="create_seat"),
    path("kedudukan/<int:seat_id>/", seat_views.seat, name="seat"),
    path("kedudukan/<int:seat_id>/isi/", seat_views.fill, name="fill_seat"),
    path("kedudukan/<int:seat_id>/akhiri/", seat_views.end, name="end_holding"),
    path("kedudukan/<int:seat_id>/wakili/", seat_views.represent, name="represent_seat"),
    path("orang-dan-sk/", roster_views.roster, name="roster"),
    path("orang-dan-sk/orang/", roster_views.register, name="register_person"),
    path("orang-dan-sk/sk/", roster_views.issue, name="issue_decree"),
    path("wilayah/", views.places, name="places"),
    path("wilayah/<str:code>/", views.place, name="place"),
    path("jejak/", views.trail, name="trail"),
    path("latihan/", practice_views.practice, name="practice"),
    path("latihan/buka/", practice_views.open_year, name="open_practice"),
    path("latihan/tutup/", practice_views.close_year, name="close_practice"),
    path("latihan/masuk/", practice_views.enter, name="enter_practice"),
    path("latihan/keluar/", practice_views.leave, name="leave_practice"),
    path("latihan/peran/", practice_views.play, name="play_seat"),
    path("saya/", views.own_account, name="own_account"),
]
