"""Addresses of the coordination room."""

from django.urls import path

from setara.web.coordination import follow_up_views, meeting_views

app_name = "coordination"

urlpatterns = [
    path("rakor/", meeting_views.meetings, name="meetings"),
    path("rakor/rencana/", meeting_views.plan, name="plan"),
    path("rakor/<int:meeting_id>/", meeting_views.meeting, name="meeting"),
    path("rakor/<int:meeting_id>/hadir/", meeting_views.attend, name="attend"),
    path("rakor/<int:meeting_id>/buka/", meeting_views.hold, name="hold"),
    path("rakor/<int:meeting_id>/keputusan/", meeting_views.decide, name="decide"),
    path("rakor/<int:meeting_id>/tutup/", meeting_views.close, name="close"),
    path("keputusan/<int:decision_id>/", follow_up_views.decision, name="decision"),
    path("tindak-lanjut/", follow_up_views.mine, name="mine"),
    path("tindak-lanjut/<int:follow_up_id>/", follow_up_views.follow_up, name="follow_up"),
    path("tindak-lanjut/<int:follow_up_id>/lapor/", follow_up_views.report, name="report"),
    path("tindak-lanjut/<int:follow_up_id>/selesai/", follow_up_views.finish, name="finish"),
    path("tindak-lanjut/<int:follow_up_id>/lagi/", follow_up_views.reopen, name="reopen"),
    path("pokja/", meeting_views.working_group, name="working_group"),
]
