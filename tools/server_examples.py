"""Write the examples of configuration of `tools/serveurs/`: nginx, Apache and IIS, from one table of types and headers.

Each page already carries its own policy, in a `<meta>`; a browser enforces both. The one of the header is the widest of the pages', so
that it stops nothing that they allow, but for what a `<meta>` cannot say: who may show the page in a frame. It cannot name the inline
print style, which differs from page to page: it allows styles, which the policy of the page allows by their hash alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "serveurs"
TYPES = {
    "css": "text/css",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "gz": "application/gzip",
    "html": "text/html",
    "ics": "text/calendar",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
# Written in UTF-8, as all that is text in the site.
TEXTS = ("css", "csv", "html", "ics", "js", "json", "map", "svg", "txt", "webmanifest", "xml")
# What a browser opens as a page. Not the PDF files: Chrome's reader shows nothing under such a policy.
PAGES = ("html", "svg", "xml")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# The theme and macros/export/bundles.py name these files after their content: they never change. All the rest is asked again each time, and
# sent if it changed.
FINGERPRINTED = r"\.[0-9a-f]{8}\.min\.(css|js)(\.map)?$"
FOREVER = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
MADE = "Written by `make servers` from tools/server_examples.py, which says why."

NGINX = """\
# {made}
# nginx: copy this into /etc/nginx/conf.d/, set the three lines marked « yours », then: nginx -t && systemctl reload nginx

map $sent_http_content_type $communiquer_policy {{
    default "";
    "~^({page_types})" "{policy}";
}}

map $uri $communiquer_cache {{
    default "{again}";
    "~{fingerprinted}" "{forever}";
}}

server {{
    listen 80;  # yours
    server_name communiquer.exemple.ca;  # yours
    root /srv/communiquer/site;  # yours
    index index.html;
    # Where the site stands in a folder of its host (built with SITE_URL), that folder goes before both names: /communiquer/404.html
    error_page 404 /404.html;
    error_page 403 =404 /404.html;
    server_tokens off;
    absolute_redirect off;

    charset utf-8;
    charset_types {charset_types};
    default_type application/octet-stream;
    types {{
{types}
    }}

    add_header Content-Security-Policy $communiquer_policy always;
    add_header Cache-Control $communiquer_cache always;
{headers}
}}
"""

APACHE = """\
# {made}
# Apache 2.4 with mod_headers and mod_mime: copy this into sites-available/, set the four lines marked « yours », then:
# a2enmod headers && a2ensite communiquer && apachectl configtest && systemctl reload apache2

# yours
<VirtualHost *:80>
    # yours
    ServerName communiquer.exemple.ca
    # yours
    DocumentRoot "/srv/communiquer/site"
    # yours
    <Directory "/srv/communiquer/site">
        Require all granted
        Options None
        AllowOverride None
        DirectoryIndex index.html
    </Directory>
    # Where the site stands in a folder of its host (built with SITE_URL), that folder goes before the name: /communiquer/404.html
    ErrorDocument 404 /404.html

    AddCharset utf-8 {charset_suffixes}
{types}

    Header always set Cache-Control "{again}"
    <FilesMatch "{fingerprinted}">
        Header always set Cache-Control "{forever}"
    </FilesMatch>
    <FilesMatch "\\.({page_suffixes})$">
        Header always set Content-Security-Policy "{policy}"
    </FilesMatch>
{headers}
</VirtualHost>
"""

IIS = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- {made}
     IIS 10 with the URL Rewrite module, which sets what depends on the file: copy this beside index.html as web.config. -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <staticContent>
{types}
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
    <rewrite>
      <outboundRules>
        <rule name="Policy of the pages">
          <match serverVariable="RESPONSE_Content-Security-Policy" pattern=".*" />
          <conditions>
            <add input="{{RESPONSE_CONTENT_TYPE}}" pattern="^({page_types})" />
          </conditions>
          <action type="Rewrite" value="{policy}" />
        </rule>
        <rule name="Asked again">
          <match serverVariable="RESPONSE_Cache-Control" pattern=".*" />
          <conditions>
            <add input="{{URL}}" pattern="{fingerprinted}" negate="true" />
          </conditions>
          <action type="Rewrite" value="{again}" />
        </rule>
        <rule name="Kept for good">
          <match serverVariable="RESPONSE_Cache-Control" pattern=".*" />
          <conditions>
            <add input="{{URL}}" pattern="{fingerprinted}" />
          </conditions>
          <action type="Rewrite" value="{forever}" />
        </rule>
      </outboundRules>
    </rewrite>
  </system.webServer>
</configuration>
"""


def examples() -> dict[str, str]:
    """Return the text of each example by the name of its file."""
    return {"nginx.conf": nginx(), "apache.conf": apache(), "web.config": iis()}


def page_types() -> str:
    """Return the types of the pages as a regular expression."""
    return "|".join(TYPES[suffix].replace("+", r"\+") for suffix in PAGES)


def lines(parts: Iterable[str], indent: int) -> str:
    """Return lines, indented."""
    return "\n".join(" " * indent + part for part in parts)


def common() -> dict[str, str]:
    """Return what all the examples say alike."""
    return {"made": MADE, "policy": POLICY, "fingerprinted": FINGERPRINTED, "forever": FOREVER, "again": ASKED_AGAIN}


def nginx() -> str:
    """Return the example of nginx."""
    return NGINX.format(
        **common(),
        page_types=page_types(),
        charset_types=" ".join(dict.fromkeys(TYPES[suffix] for suffix in TEXTS if suffix != "html")),
        types=lines((f"{kind} {suffix};" for suffix, kind in TYPES.items()), 8),
        headers=lines((f'add_header {name} "{value}" always;' for name, value in HEADERS.items()), 4),
    )


def apache() -> str:
    """Return the example of Apache."""
    return APACHE.format(
        **common(),
        page_suffixes="|".join(PAGES),
        charset_suffixes=" ".join(f".{suffix}" for suffix in TEXTS),
        types=lines((f"AddType {kind} .{suffix}" for suffix, kind in TYPES.items()), 4),
        headers=lines((f'Header always set {name} "{value}"' for name, value in HEADERS.items()), 4),
    )


def iis() -> str:
    """Return the example of IIS."""
    kinds = {suffix: kind + "; charset=utf-8" * (suffix in TEXTS) for suffix, kind in TYPES.items()}
    return IIS.format(
        **{name: escape(text, quote=False) for name, text in common().items()},
        page_types=page_types(),
        types=lines((part for suffix, kind in kinds.items() for part in mime_map(suffix, kind)), 6),
        headers=lines((f'<add name="{name}" value="{escape(value, quote=False)}" />' for name, value in HEADERS.items()), 8),
    )


def mime_map(suffix: str, kind: str) -> tuple[str, str]:
    """Return the lines of IIS that give a type to the files of a suffix, whatever the server says of it."""
    return f'<remove fileExtension=".{suffix}" />', f'<mimeMap fileExtension=".{suffix}" mimeType="{kind}" />'


def main() -> None:
    """Write the examples."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in examples().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
