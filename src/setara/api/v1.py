"""The machines' door, version 1: reading only, with the rights of the person signed in."""

from __future__ import annotations

from ninja import NinjaAPI

from setara.api import foundation, law
from setara.api.errors import say_errors

# A room adds its router here. The page of the documentation would load scripts from elsewhere,
# which the Content-Security-Policy forbids; the description itself is at openapi.json.
ROUTERS = (
    ("/law", law.router),
    ("/foundation", foundation.router),
)

api = NinjaAPI(
    title="Setara",
    version="1",
    description="Data and law of gender mainstreaming (PUG) as one's own government sees them.",
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api",
)
say_errors(api)
for _prefix, _router in ROUTERS:
    api.add_router(_prefix, _router)
