"""A page in headless Chromium: what it looks like, what it asks the network for, and what a reader hears."""

import base64
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium_axe_python.axe import Axe

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_FLAGS = (
    "headless",
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
)


class Node(NamedTuple):
    """What assistive technology is told of one element."""

    role: str
    name: str
    description: str


class Screen(NamedTuple):
    """How a page is shown: CSS pixels across, device pixels for each, medium, and what the user prefers."""

    width: int
    scale: int = 1
    media: str = "screen"
    scheme: str = "light"
    forced: str = "none"


class Chromium:
    """One browser with one page."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        """Drive this browser."""
        self.driver: Any = driver  # selenium says the types of half of its functions

    def open(self, path: Path, screen: Screen) -> None:
        """Show a file; what was asked for before is forgotten."""
        self.driver.get("about:blank")
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.show(screen)
        self.driver.get(path.as_uri())

    def show(self, screen: Screen) -> None:
        """Show the page in another way."""
        size = {"width": screen.width, "height": 800, "deviceScaleFactor": screen.scale, "mobile": False}
        self.command("Emulation.setDeviceMetricsOverride", size)
        prefers = {"prefers-color-scheme": screen.scheme, "forced-colors": screen.forced}
        features = [{"name": name, "value": value} for name, value in prefers.items()]
        self.command("Emulation.setEmulatedMedia", {"media": screen.media, "features": features})

    def command(self, name: str, arguments: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Send a command of the DevTools protocol."""
        answer: dict[str, Any] = self.driver.execute_cdp_cmd(name, dict(arguments or {}))
        return answer

    def script(self, source: str) -> Any:
        """Run a script beside the page, which has none, and return its value."""
        return self.driver.execute_script(source)

    def violations(self) -> tuple[list[str], int]:
        """Return what breaks the rules of WCAG 2.2 A and AA, or may, and how many checks were passed."""
        axe: Any = Axe(self.driver)
        axe.inject()
        options = {"runOnly": list(RULES), "rules": {"target-size": {"enabled": True}}}
        result = self.driver.execute_async_script("axe.run(arguments[0]).then(arguments[1])", options)
        unsure = [each for each in result["incomplete"] if each["id"] != "color-contrast"]  # of lone signs
        wrong = [
            f"{each['id']}: {node['html']} {node['failureSummary']}"
            for each in [*result["violations"], *unsure]
            for node in each["nodes"]
        ]
        return wrong, len(result["passes"])

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since the page was opened, the page's own included."""
        entries = [json.loads(each["message"])["message"] for each in self.driver.get_log("performance")]
        sent = [each for each in entries if each["method"] == "Network.requestWillBeSent"]
        return [each["params"]["request"]["url"] for each in sent]

    def complaints(self) -> list[str]:
        """Return what the browser wrote to its console, such as a policy that was broken."""
        return [str(each["message"]) for each in self.driver.get_log("browser")]

    def tree(self) -> Iterator[Node]:
        """Yield what assistive technology is told, in the order of the page."""
        nodes = self.command("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        waiting = [nodes[0]["nodeId"]]
        while waiting:
            node = by_id[waiting.pop()]
            waiting += reversed([child for child in node.get("childIds", []) if child in by_id])
            if not node["ignored"]:
                yield Node(*(_value(node, key) for key in ("role", "name", "description")))

    def pdf(self) -> bytes:
        """Print the page as it asks to be printed."""
        self.command("Emulation.setEmulatedMedia", {"media": "", "features": []})
        printed = self.command("Page.printToPDF", {"preferCSSPageSize": True, "generateTaggedPDF": True})
        return base64.b64decode(printed["data"])


def _value(node: Mapping[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", ""))


@contextmanager
def chromium(program: str, driver: str, profile: Path) -> Iterator[Chromium]:
    """Start the browser with a profile that is new and empty, and end it."""
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*_FLAGS, f"user-data-dir={profile}"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield Chromium(browser)
    finally:
        browser.quit()
