"""The house check finds each kind of breach, and nothing in a sound tree."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check-house"


class CheckHouse(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("cmake/rooms.cmake", "pst_room(text a.cpp)\npst_room(plan\n  b.cpp c.cpp)\n")
        self.write("tests/CMakeLists.txt", "pst_tests(text a_test.cpp)\n")
        self.write("tests/text/a_test.cpp", "")
        self.write("src/text/a.hpp", "")
        self.write("src/text/a.cpp", '#include "text/a.hpp"\n#include <unicode/uchar.h>\n')
        self.write("src/plan/b.cpp", '#include "text/a.hpp"\n')
        self.write("src/plan/c.cpp", "")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def breaches(self):
        ran = subprocess.run([sys.executable, str(CHECK), str(self.root)], capture_output=True, text=True, check=False)
        self.assertEqual(ran.returncode, 1 if ran.stdout else 0, ran.stderr)
        return ran.stdout

    def test_a_sound_tree_has_none(self):
        self.assertEqual(self.breaches(), "")

    def test_an_include_to_the_right(self):
        self.write("src/text/a.hpp", '#include "plan/b.hpp"\n')
        self.assertIn("a.hpp:1: text includes plan/b.hpp", self.breaches())

    def test_a_library_out_of_its_room(self):
        self.write("src/plan/c.cpp", "#include <nlohmann/json.hpp>\n")
        self.assertIn("c.cpp:1: nlohmann/json.hpp belongs to output", self.breaches())

    def test_an_own_header_that_is_not_first(self):
        self.write("src/text/a.cpp", '#include <vector>\n#include "text/a.hpp"\n')
        self.assertIn("its own header text/a.hpp must come first", self.breaches())

    def test_a_source_that_is_not_listed(self):
        self.write("src/plan/d.cpp", "")
        self.assertIn("src/plan/d.cpp is not listed", self.breaches())

    def test_a_test_that_is_not_listed(self):
        self.write("tests/text/b_test.cpp", "")
        self.assertIn("tests/text/b_test.cpp is not listed", self.breaches())

    def test_a_listed_source_that_is_not_there(self):
        (self.root / "src/plan/c.cpp").unlink()
        self.assertIn("lists src/plan/c.cpp, which is not there", self.breaches())

    def test_a_file_that_is_too_long(self):
        self.write("src/plan/c.cpp", "\n" * 501)
        self.assertIn("501 lines", self.breaches())


if __name__ == "__main__":
    unittest.main()
