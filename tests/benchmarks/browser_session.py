"""Signs in without a browser: returns the cookie that a page needs."""

import re
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener


def session_cookie(url: str, username: str, password: str) -> str:
    """Return the `Cookie` header of somebody who has just signed in."""
    jar = CookieJar()
    opener = build_opener(HTTPCookieProcessor(jar))
    with opener.open(f"{url}/masuk") as page:
        html = page.read().decode()
    token = re.search(r'name="csrf_token" value="([^"]+)"', html)
    if token is None:
        raise RuntimeError("The login page shows no form.")
    form = {"username": username, "password": password, "csrf_token": token.group(1)}
    with opener.open(f"{url}/masuk", urlencode(form).encode()) as answer:
        if answer.url.endswith("/masuk"):
            raise RuntimeError(f"{username} could not sign in.")
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)
