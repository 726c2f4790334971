#!/usr/bin/env python3
"""Every plan at hand goes out as an exchange that a schema accepts, and comes back as a valid plan.

usage: ecomptes_schema_test.py PST SOURCE_DIR

Plans: corpus/, and plans/ and pdf/ of a folder that the project does not ship ($PST_SHARED, else `shared` beside it).
Schemas: exchange.rng, the format's rules in words of our own; and the format's own where that folder has it.
Exits with 77 (skipped) where there is no xmllint.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77


def plans(root, shared):
    found = sorted(p for p in (root / "corpus").glob("*.txt"))
    for folder in ("plans", "pdf"):
        found += sorted(p for p in (shared / folder).glob("*") if p.suffix in {".txt", ".pdf"})
    return found


def accepted(option, schema, xml):
    ran = subprocess.run(["xmllint", "--nonet", "--noout", option, schema, xml], capture_output=True, text=True)
    return None if ran.returncode == 0 else ran.stderr.strip()


def check(pst, plan, schemas, folder):
    """What is wrong with one plan, a line each; None where it cannot be read at all."""
    xml, back = folder / "plan.xml", folder / "back.json"
    ran = subprocess.run([pst, "export", plan, "-q", "-o", xml], capture_output=True, text=True)
    if ran.returncode != 0:
        return None if "PDF" in ran.stderr else [ran.stderr.strip()]
    wrong = [problem for option, schema in schemas if (problem := accepted(option, schema, xml))]
    for words in ([pst, "import", xml, "-q", "-o", back], [pst, "validate", "-q", back]):
        ran = subprocess.run(words, capture_output=True, text=True)
        if ran.returncode != 0:
            wrong.append((ran.stdout + ran.stderr).strip())
    return wrong


def main():
    pst, root = sys.argv[1], pathlib.Path(sys.argv[2])
    if not shutil.which("xmllint"):
        print("skipped: no xmllint (libxml2-utils)")
        return SKIPPED
    shared = pathlib.Path(os.environ.get("PST_SHARED", root.parent / "shared"))
    schemas = [("--relaxng", root / "tests/house/exchange.rng")]
    own = shared / "data/ecomptes-pst-201805V1.xsd"
    if own.exists():
        schemas.append(("--schema", own))
    else:
        print(f"skipped: the format's own schema is not in {own.parent}; checked against exchange.rng alone")
    failed = checked = 0
    with tempfile.TemporaryDirectory() as folder:
        for plan in plans(root, shared):
            wrong = check(pst, plan, schemas, pathlib.Path(folder))
            if wrong is None:
                print(f"skipped: {plan.name} cannot be read yet")
                continue
            checked += 1
            failed += bool(wrong)
            for line in wrong:
                print(f"{plan.name}: {line}")
    print(f"{checked} plans against {len(schemas)} schema(s), {failed} refused")
    return 1 if failed or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
