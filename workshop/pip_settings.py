"""The user's own pip settings, said again in the words of uv, which does not read them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping

LINE = re.compile(r"^(?P<section>[^=]*?)\.(?P<key>[a-z-]+)=(?P<value>'.*'|\".*\")$")
SPACED = {"extra-index-url": "UV_EXTRA_INDEX_URL", "trusted-host": "UV_INSECURE_HOST"}
COMMA_SEPARATED = {"find-links": "UV_FIND_LINKS"}
SINGLE = {
    "index-url": "UV_INDEX_URL",
    "cert": "SSL_CERT_FILE",
    "default-timeout": "UV_HTTP_TIMEOUT",
}


def for_uv(pip_config_list: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Variables that give uv what `pip config list` printed; what the user set for uv stays."""
    settings = _read(pip_config_list.splitlines())
    variables = {name: settings[key] for key, name in SINGLE.items() if key in settings}
    for separator, names in ((" ", SPACED), (",", COMMA_SEPARATED)):
        for key, name in names.items():
            if key in settings:
                variables[name] = separator.join(settings[key].split())
    if "proxy" in settings:
        variables |= {"HTTP_PROXY": settings["proxy"], "HTTPS_PROXY": settings["proxy"]}
    # Every file is held to its hash, so it does not matter which index it comes from; pip
    # also takes the indexes together.
    variables["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    if {"UV_INDEX", "UV_DEFAULT_INDEX", "UV_INDEX_URL"} & environment.keys():
        variables.pop("UV_INDEX_URL", None)
        variables.pop("UV_EXTRA_INDEX_URL", None)
    return {name: value for name, value in variables.items() if name not in environment}


def _read(lines: Iterable[str]) -> dict[str, str]:
    """Setting by name; the environment outranks `install`, which outranks `global`."""
    rank = {"global": 0, "install": 1, ":env:": 2}
    found = [match for line in lines if (match := LINE.match(line.strip()))]
    found = [match for match in found if match["section"] in rank]
    found.sort(key=lambda match: rank[match["section"]])
    return {match["key"]: str(ast.literal_eval(match["value"])) for match in found}
