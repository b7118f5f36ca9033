"""Addresses of the frame itself."""

from django.urls import path

from setara.web.shell import converters, views

converters.register()

app_name = "shell"

urlpatterns = [
    path("", views.home, name="home"),
    path("bahasa/", views.choose_language, name="language"),
    path("tampilan/", views.choose_theme, name="theme"),
    path("gaya/", views.style_guide, name="style_guide"),
]
