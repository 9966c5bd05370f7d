"""Ask each address of another host that the content gives, and say in French which lead nowhere any more: `make adresses`, each month on the forge.

An address that a host refuses to a program (403, 429) or is too slow to give says nothing: it is named apart, to be opened by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from macros.checking.links import outside
from macros.loading import load
from macros.mistakes import Mistake, annotate, report, typeset
from macros.model.base import WEB
from macros.reading.draft import Draft

ROOT = Path(__file__).resolve().parent.parent
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
# What a host that is no more makes of a request, as systems say it.
UNKNOWN_HOST = re.compile(r"name or service|nodename|no address|getaddrinfo|name resolution", re.I)
SECONDS = 20
AT_ONCE = 8
AGENT = "Mozilla/5.0 (compatible; verification des liens)"
Place = tuple[str, int]


def places(draft: Draft) -> dict[str, list[Place]]:
    """Return where each address of another host is given, in the pages and in the data."""
    found: dict[str, list[Place]] = {}
    for file, line, address in (*outside(draft), *of_data(draft)):
        found.setdefault(address, []).append((file, line))
    return found


def of_data(draft: Draft) -> Iterator[tuple[str, int, str]]:
    """Yield the file, the line and the address of each link of the data."""
    for file, values in draft.values.items():
        for path, value in values:
            yield from ((file, draft.sources[file].line(path), match[0].rstrip(".,;)")) for match in WEB.finditer(value))


def asked(address: str) -> str:
    """Return an address as a request says it, in ASCII, without the part of the page. Raises ValueError for one that cannot be."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode() + (f":{parts.port}" if parts.port else "")
    return urlunsplit((parts.scheme, host, *(quote(part, safe="/%:=&?~+!$,;'@()*[]") for part in (parts.path, parts.query)), ""))


def answer(address: str) -> str | None:
    """Return what is wrong with an address that leads nowhere, nothing for one that leads somewhere, or None if its host does not say."""
    try:
        with urlopen(Request(asked(address), headers={"User-Agent": AGENT}), timeout=SECONDS):  # noqa: S310
            return ""
    except HTTPError as error:
        return "n'existe plus" if error.code in GONE else None
    except URLError as error:
        return "est à un site qui n'existe plus" if UNKNOWN_HOST.search(str(error.reason)) else None
    except (HTTPException, ValueError):
        return "ne mène à rien qui se lise"
    except OSError:
        return None


def answers(found: dict[str, list[Place]]) -> dict[str, str | None]:
    """Return the answer of each address."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(found, pool.map(answer, found), strict=True))


def dead(found: dict[str, list[Place]], said: dict[str, str | None]) -> list[Mistake]:
    """Return a mistake for each place of an address that leads nowhere."""
    wrong = ((place, f"l'adresse « {address} » {problem}") for address, problem in said.items() if problem for place in found[address])
    return sorted(Mistake(*place, problem, "trouvez la nouvelle, ou enlevez le lien") for place, problem in wrong)


def unknown(found: dict[str, list[Place]], said: dict[str, str | None]) -> list[str]:
    """Return a line for each address whose host refuses a program or is too slow: nothing is known of it."""
    return [f"- {address} ({found[address][0][0]}:{found[address][0][1]})" for address, problem in said.items() if problem is None]


def main() -> int:
    """Ask the addresses of this project; return the exit code."""
    found = places(load(ROOT).draft)
    said = answers(found)
    wrong, silent = dead(found, said), unknown(found, said)
    if silent:
        print("Ces sites refusent un programme, ou tardent trop : ouvrez vous-même ces adresses.", *silent, sep="\n")
    if wrong:
        print("\n".join(filter(None, [annotate(wrong), typeset(report(wrong))])))
        return 1
    print(f"Adresses d'autres sites : {len(found)}, dont {len(found) - len(silent)} mènent quelque part.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
