#!/usr/bin/env python3
"""translations.py FILE.ts: names every message without a finished, non-empty translation, or with other placeholders."""

import re
import sys
import xml.etree.ElementTree as ElementTree


def complaint(message: ElementTree.Element) -> str | None:
    source = message.findtext("source") or ""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return "is not translated"
    plural = message.get("numerus") == "yes"
    texts = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
    if plural and len(texts) != 2:
        return "needs two forms, singular and plural"
    for text in texts:
        if source.strip() and not text.strip():
            return "is translated by nothing"
        wanted, found = (set(re.findall(r"%L?(?:\d+|n)", words)) for words in (source, text))
        if found - wanted or (wanted - found and not plural):
            return f"has other placeholders than its translation “{text}”"
    return None


def main() -> None:
    messages = [
        (context.findtext("name"), message)
        for context in ElementTree.parse(sys.argv[1]).getroot().iter("context")
        for message in context.iter("message")
    ]
    if not messages:
        sys.exit("No text at all was found in the sources")
    failed = False
    for context, message in messages:
        if why := complaint(message):
            failed = True
            print(f"{context}: “{message.findtext('source')}” {why}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
