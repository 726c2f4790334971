#!/usr/bin/env python3
"""Reads what `pst compare` wrote of the corpus with other tools than those that wrote it.

usage: reports_test.py PST [--write-docs]
  --write-docs   put the tables of a database into docs/sqlite.md, instead of comparing

The workbook is unzipped and its sums are compared with the database's; where LibreOffice is installed it converts the
workbook and the sums are compared again. The CSV tables are counted against the database, and every query of
docs/sqlite.md is run.
"""
import csv
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs/sqlite.md"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = """O.S.1. =1+1 service au public
O.O.1.1. =HYPERLINK("http://example.org";"ici")
Action 1.1.1. +32 2 123 45 67, permanence téléphonique
Action 1.1.2. @domicile, aide aux aînés
Action 1.1.3. <script>alert(1)</script> dans un intitulé
"""


def sheets_of(book):
    """Sheets by name: {cell: (type, text, formula)}, and the sheet's XML root."""
    names = [s.get("name") for s in ET.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
    strings = ["".join(t.text or "" for t in si.iter(MAIN + "t"))
               for si in ET.fromstring(book.read("xl/sharedStrings.xml")).iter(MAIN + "si")]
    sheets = {}
    for number, name in enumerate(names, 1):
        root = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        cells = {}
        for cell in root.iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            text = "" if value is None else value.text
            text = strings[int(text)] if cell.get("t") == "s" else text
            formula = cell.find(MAIN + "f")
            cells[cell.get("r")] = (cell.get("t"), text, None if formula is None else formula.text)
        sheets[name] = (cells, root)
    return sheets


def column(cells, head):
    """The cells below that head, by row number."""
    letters = next(re.match("[A-Z]+", r).group() for r, (_, text, _) in cells.items() if text == head and re.fullmatch("[A-Z]+1", r))
    return {int(r[len(letters):]): cell for r, cell in cells.items() if re.fullmatch(letters + r"\d+", r) and not r.endswith(letters + "1")}


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="pst-reports-")
        cls.out = pathlib.Path(cls.folder.name) / "out"
        plan = pathlib.Path(cls.folder.name) / "hostile.txt"
        plan.write_text(HOSTILE, encoding="utf-8")
        corpus = sorted(str(p) for p in (ROOT / "corpus").glob("*.txt"))
        subprocess.run([PST, "compare", *corpus, str(plan), "-o", str(cls.out), "--quiet"], check=True)
        cls.database = sqlite3.connect(cls.out / "plans.sqlite")
        with zipfile.ZipFile(cls.out / "comparison.xlsx") as book:
            cls.names = book.namelist()
            cls.sheets = sheets_of(book)

    @classmethod
    def tearDownClass(cls):
        cls.database.close()
        cls.folder.cleanup()

    def one(self, sql):
        return self.database.execute(sql).fetchone()[0]

    # --- the workbook -----------------------------------------------------------------------------------

    def test_the_sheets_that_are_promised(self):
        for name in ("Vue d'ensemble", "Graphiques", "Plans et thèmes", "Nœuds", "Mesures communes", "Partenaires", "Calendrier", "Qualité"):
            self.assertIn(name, self.sheets)

    def test_numbers_are_numbers_and_sums_are_right(self):
        cells, _ = self.sheets["Vue d'ensemble"]
        plans = self.one("SELECT COUNT(*) FROM plans")
        for head, sql in (("Nœuds", "nodes"), ("Actions", "actions"), ("Avec période", "with_period"), ("Avec priorité", "with_priority")):
            values = column(cells, head)
            self.assertEqual({kind for kind, _, _ in values.values()}, {None}, head)
            total = self.one(f"SELECT SUM({sql}) FROM plans")
            self.assertEqual(sum(float(values[row][1]) for row in range(2, plans + 2)), total, head)
            self.assertEqual(float(values[plans + 2][1]), total, head)
            self.assertTrue(values[plans + 2][2].startswith("SUBTOTAL(109,"), head)

    def test_the_matrix_agrees_with_the_database(self):
        cells, _ = self.sheets["Plans et thèmes"]
        plans = self.one("SELECT COUNT(*) FROM plans")
        for label, nodes in self.database.execute("SELECT label, SUM(nodes) FROM plan_themes JOIN themes USING (theme) GROUP BY theme"):
            self.assertEqual(float(column(cells, label)[plans + 2][1]), nodes, label)

    def test_every_node_is_a_row_with_filter_and_frozen_heads(self):
        cells, root = self.sheets["Nœuds"]
        self.assertEqual(len(column(cells, "Code")), self.one("SELECT COUNT(*) FROM nodes"))
        pane = next(root.iter(MAIN + "pane"))
        self.assertEqual((pane.get("state"), pane.get("ySplit")), ("frozen", "1"))
        self.assertIsNotNone(root.find(MAIN + "autoFilter"))

    def test_what_begins_like_a_formula_is_text(self):
        titles = [cell for cell in column(self.sheets["Nœuds"][0], "Intitulé").values() if cell[1][:1] in ("=", "+", "@", "-")]
        self.assertGreaterEqual(len(titles), 2)
        for kind, text, formula in titles:
            self.assertEqual((kind, formula), ("s", None), text)

    def test_formulas_are_totals_only(self):
        for name, (cells, _) in self.sheets.items():
            for place, (_, _, formula) in cells.items():
                self.assertTrue(formula is None or formula.startswith("SUBTOTAL(109,"), f"{name}!{place}: {formula}")

    def test_charts_are_native(self):
        self.assertEqual(len([n for n in self.names if n.startswith("xl/charts/chart")]), 4)

    def test_libreoffice_opens_it(self):
        office = shutil.which("soffice") or shutil.which("libreoffice")
        if office is None:
            self.skipTest("LibreOffice is not installed")
        profile = f"-env:UserInstallation=file://{self.folder.name}/profile"
        subprocess.run([office, profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
                        "--outdir", self.folder.name, str(self.out / "comparison.xlsx")], check=True, capture_output=True, timeout=180)
        converted = next(pathlib.Path(self.folder.name).glob("comparison*.csv"))
        with open(converted, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        nodes = rows[0].index("Nœuds")
        plans = self.one("SELECT COUNT(*) FROM plans")
        number = lambda text: float(re.sub(r"[^\d.-]", "", text))
        self.assertEqual(sum(number(row[nodes]) for row in rows[1:plans + 1]), self.one("SELECT COUNT(*) FROM nodes"))
        self.assertEqual(number(rows[plans + 1][nodes]), self.one("SELECT COUNT(*) FROM nodes"))

    # --- the tables -------------------------------------------------------------------------------------

    def tables(self):
        return [name for (name,) in self.database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")]

    def test_csv_and_database_hold_the_same(self):
        for table in self.tables():
            with open(self.out / "csv" / f"{table}.csv", encoding="utf-8", newline="") as file:
                heads, *rows = csv.reader(file)
            self.assertEqual(heads, [row[1] for row in self.database.execute(f"PRAGMA table_info({table})")], table)
            self.assertEqual(len(rows), self.one(f"SELECT COUNT(*) FROM {table}"), table)
            self.assertTrue(all(len(row) == len(heads) for row in rows), table)
        self.assertEqual({p.stem for p in (self.out / "csv").iterdir()}, set(self.tables()))

    def test_the_guide_describes_the_tables(self):
        described = re.search(r"<!-- tables -->\n(.*)<!-- /tables -->", DOCS.read_text(encoding="utf-8"), re.S).group(1)
        made = describe(self.database)
        if WRITE_DOCS:
            begin, end = "<!-- tables -->\n", "<!-- /tables -->"
            text = DOCS.read_text(encoding="utf-8")
            DOCS.write_text(text.replace(begin + described + end, begin + made + end), encoding="utf-8")
        else:
            self.assertEqual(described, made, "run tests/reports/reports_test.py PST --write-docs")

    def test_the_guides_queries_answer(self):
        queries = re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.S)
        self.assertGreaterEqual(len(queries), 9)
        for query in queries:
            with self.subTest(query=query.splitlines()[0]):
                self.assertTrue(self.database.execute(query).fetchall(), query)


def describe(database):
    """The tables as Markdown, from the comments that their own SQL holds."""
    lines = [""]
    for name, sql in database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%--%' ORDER BY rowid"):
        head, *columns = sql.splitlines()
        lines += [f"**`{name}`** — {head.split('-- ')[1]}", "", "| colonne | type | sens |", "| --- | --- | --- |"]
        for column_line in columns:
            if "-- " in column_line:
                definition, about = column_line.split("-- ", 1)
                lines.append("| `{}` | {} | {} |".format(*definition.strip(" ,").split(" ", 2)[:2], about.replace("|", "\\|")))
        lines.append("")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    WRITE_DOCS = "--write-docs" in sys.argv
    PST = next(a for a in sys.argv[1:] if not a.startswith("-"))
    unittest.main(argv=sys.argv[:1], verbosity=2)
