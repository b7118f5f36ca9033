"""Addresses of the law room."""

from django.urls import path

from setara.web.law import views

app_name = "law"

urlpatterns = [
    path("peraturan/", views.register, name="register"),
    path("peraturan/<str:key>/", views.regulation, name="regulation"),
    path("parameter/", views.parameters, name="parameters"),
    path("formulir/", views.forms, name="forms"),
    path("formulir/<str:key>/", views.form, name="form"),
    path("glosarium/", views.glossary, name="glossary"),
]
