"""Addresses copied from a message, a social network or an office's documents: they follow their reader, or lead elsewhere than they seem to."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

# What a message or a network adds to follow who comes from it.
FOLLOWING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igsh(?:id)?|_hsenc|_hsmi", re.I)
# Hosts that stand between a reader and the address that they were given.
BETWEEN = re.compile(r"(?:.+\.)?safelinks\.protection\.outlook\.com|(?:www\.)?google\.(?:com|ca)/url|lm?\.facebook\.com/l\.php|urldefense\..+", re.I)
# Those that give a short name to any address, which may then change: nobody sees where it leads.
SHORTENING = re.compile(
    r"(?:www\.)?(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|v\.gd|buff\.ly|cutt\.ly|rb\.gy|tiny\.cc|rebrand\.ly|shorturl\.at|t\.ly|urlz\.fr|lnkd\.in)",
    re.I,
)
# The machine of who reads the address, whoever that is.
LOCAL = re.compile(r"localhost|0\.0\.0\.0|127(?:\.[0-9]+){3}|.+\.localhost", re.I)
# How an office's documents are opened to be edited, by who has an account.
EDITED = re.compile(r"/:[a-z]:/[a-z]/|/_layouts/|//docs\.google\.com/\S*/edit\b", re.I)

# Where an account, or the network of an office, may be asked of who follows the address.
RESTRICTED = re.compile(
    r"(?:.+\.)?(?:sharepoint\.com|1drv\.ms|onedrive\.live\.com|(?:drive|docs)\.google\.com)|.+\.(?:local|lan|intranet|internal|corp|home\.arpa)"
    r"|10(?:\.[0-9]+){3}|192\.168(?:\.[0-9]+){2}|172\.(?:1[6-9]|2[0-9]|3[01])(?:\.[0-9]+){2}",
    re.I,
)


def is_restricted(address: str) -> bool:
    """Tell whether an address may open for some alone."""
    return RESTRICTED.fullmatch(urlsplit(address).hostname or "") is not None


def local(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address that leads to the machine of who follows it, and the remedy; or None."""
    if LOCAL.fullmatch(urlsplit(address).hostname or ""):
        return f"l'adresse « {address} » ne mène qu'à l'ordinateur de qui la suit", "donnez l'adresse publique"
    return None


def carried(address: str) -> tuple[str, str] | None:
    """Return what is wrong with an address that was copied with more than itself, and the remedy; or None."""
    found = urlsplit(address)
    if BETWEEN.match(f"{found.netloc}{found.path}"):
        given = parse_qs(found.query)
        true = next(iter(given.get("url") or given.get("q") or given.get("u") or ()), "")
        remedy = f"écrivez « {true} »" if true.startswith("https://") else "copiez celle de la page où il mène, dans la barre d'adresse du navigateur"
        return f"l'adresse « {found.netloc} » passe par un service qui suit le lecteur", remedy
    if SHORTENING.fullmatch(found.netloc):
        return f"l'adresse « {address} » ne dit pas où elle mène", "suivez-la, et copiez celle de la page où vous arrivez"
    kept = [(name, value) for name, value in parse_qsl(found.query, keep_blank_values=True) if not FOLLOWING.fullmatch(name)]
    if len(kept) < len(parse_qsl(found.query, keep_blank_values=True)):
        return f"l'adresse « {address} » suit le lecteur", f"écrivez « {found._replace(query=urlencode(kept)).geturl()} »"
    if wrong := local(address):
        return wrong
    if EDITED.search(address):
        problem = f"l'adresse « {address} » ouvre un document à modifier, avec un compte"
        return problem, "déposez le document en PDF dans docs/, ou donnez son adresse publique"
    return None
