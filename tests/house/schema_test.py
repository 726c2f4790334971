"""The schema is draft 2020-12, and an independent validator accepts with it what `pst extract` writes.

usage: schema_test.py PST    (skipped, status 77, without Python's jsonschema)
"""
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

PST = sys.argv[1]
CORPUS = pathlib.Path(__file__).resolve().parents[2] / "corpus"


def output(*arguments):
    return subprocess.run([PST, *arguments], capture_output=True, text=True, check=True).stdout


schema = json.loads(output("schema"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
plans = sorted(CORPUS.glob("*.txt"))
failures = 0
for plan in plans:
    for error in validator.iter_errors(json.loads(output("extract", str(plan)))):
        print(f"{plan.name}: /{'/'.join(map(str, error.absolute_path))}: {error.message}")
        failures += 1
print(f"{len(plans)} plans, {failures} failures")
sys.exit(1 if failures or not plans else 0)
