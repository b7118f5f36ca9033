"""The roof: settings, urls, wsgi. Nobody imports it."""
