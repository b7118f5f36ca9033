"""Django's settings, all of them: what an operator may choose comes through `environment.py`."""

from __future__ import annotations

import os
import zoneinfo
from importlib.resources import files
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from setara.config.database import database
from setara.config.environment import BadSetting, Environment
from setara.config.mail import mail
from setara.config.secret import secret_key

ENVIRONMENT = Environment(os.environ)
HOME = ENVIRONMENT.folder("SETARA_HOME")
HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
WEB = Path(str(files("setara.web")))

# --- who is served, and how safely ------------------------------------------------------------
DEBUG = ENVIRONMENT.yes_no("SETARA_DEBUG")
SECRET_KEY = secret_key(ENVIRONMENT, HOME)
ALLOWED_HOSTS = ENVIRONMENT.listed("SETARA_HOSTS")
STYLE_GUIDE = ENVIRONMENT.yes_no("SETARA_STYLE_GUIDE")

HTTPS = ENVIRONMENT.yes_no("SETARA_HTTPS")
PROXIES = ENVIRONMENT.number("SETARA_PROXIES", most=9)
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS and PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_NAME = "setara_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "setara_csrf"
# No script reads the token: every form carries it.
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "setara.web.shell.errors.csrf_failed"
# A sub kegiatan may have thousands of lines to tick; Django stops at a thousand fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Nothing inline, nothing from elsewhere: styles and scripts are our own files.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# --- what the process is made of --------------------------------------------------------------
ROOT_URLCONF = "setara.config.urls"
WSGI_APPLICATION = "setara.config.wsgi.application"

INSTALLED_APPS = [
    "setara.store",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "setara.web.shell.middleware.ActorMiddleware",
    "setara.web.shell.middleware.LanguageMiddleware",
    "setara.web.shell.middleware.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "setara.web.shell.middleware.PrivacyMiddleware",
    "setara.web.shell.middleware.RefusalMiddleware",
    "setara.web.reports.middleware.ThreadMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [str(folder) for folder in sorted(WEB.glob("*/templates"))],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "setara.web.shell.templatetags.setara",
                "setara.web.shell.templatetags.parts",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "setara.web.shell.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "setara.web.shell.forms.ShellRenderer"

# --- what is kept -----------------------------------------------------------------------------
DATABASES: dict[str, Any] = {"default": database(ENVIRONMENT, HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# In the database, so that every process counts sign-in attempts together and a restart forgets
# none.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "setara_cache",
    },
    # How far an import is. In memory, because a row written inside the import's own transaction is
    # seen by nobody before it ends; of several processes only the importing one knows it.
    "progress": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "progress",
    },
}

# --- language and time ------------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "setara_language"
USE_TZ = True
TIME_ZONE = ENVIRONMENT.text("SETARA_TIME_ZONE")
if TIME_ZONE not in zoneinfo.available_timezones():
    raise BadSetting(
        "SETARA_TIME_ZONE={zone} bukan zona waktu. Contoh: Asia/Makassar.",
        "SETARA_TIME_ZONE={zone} is not a time zone. Example: Asia/Makassar.",
        zone=TIME_ZONE,
    )

# --- sign-in ----------------------------------------------------------------------------------
AUTH_USER_MODEL = "store.AccountRecord"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email",)},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "shell:home"
LOGOUT_REDIRECT_URL = "shell:home"
PASSWORD_RESET_TIMEOUT = 60 * 60
# A ticked "keep me signed in" lasts two weeks; without it the session ends with the browser.
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14

ACCOUNT_ADAPTER = "setara.web.foundation.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "setara.web.foundation.account_forms.SignInForm",
    "reset_password": "setara.web.foundation.account_forms.ResetForm",
    "reset_password_from_key": "setara.web.foundation.account_forms.NewPasswordForm",
    "change_password": "setara.web.foundation.account_forms.ChangePasswordForm",
    "set_password": "setara.web.foundation.account_forms.FirstPasswordForm",
    "reauthenticate": "setara.web.foundation.account_forms.ConfirmForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/5m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "5/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES

# --- files, mail, log -------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = str(HOME / "static")
Path(STATIC_ROOT).mkdir(exist_ok=True)
STATICFILES_DIRS = [str(folder) for folder in sorted(WEB.glob("*/static"))]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "setara.web.shell.assets.AssetStorage"},
}
# Serves straight from the package until `collectstatic` has run, and hashed names from then on.
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = str(HOME / "files")
# Copies of what the database keeps as columns; they are written anew where they are missing.
LAKE_ROOT = str(HOME / "lake")

DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.text("SETARA_MAIL_FROM")
globals().update(mail(ENVIRONMENT, HOME))

LOG_LEVEL = ENVIRONMENT.choice("SETARA_LOG").upper()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["terminal"], "level": LOG_LEVEL, "propagate": False},
        # One line a refused or unknown page is noise; what failed inside is an ERROR and stays.
        "django.request": {"handlers": ["terminal"], "level": "ERROR", "propagate": False},
        "setara": {"handlers": ["terminal"], "level": LOG_LEVEL, "propagate": False},
    },
}
