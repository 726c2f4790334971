// XML from anyone: read, or refused in one line, with nothing fetched and nothing exhausted.
#include "output/xml_tree.hpp"

#include <gtest/gtest.h>

#include "source/error.hpp"

namespace pst::output {
namespace {

/// The message of the refusal; empty where there is none.
std::string refusal(const std::string& xml) {
  try {
    read_xml(xml);
    return {};
  } catch (const Error& e) {
    EXPECT_EQ(std::string(e.what()).find('\n'), std::string::npos) << "more than one line";
    return (e.where().line ? std::to_string(*e.where().line) + ": " : "") + e.problem();
  }
}

std::string text_of(const std::string& xml) {
  return read_xml(xml).root.text;
}

TEST(XmlTree, KeepsElementsAttributesTextAndLines) {
  const XmlElement root =
      read_xml("<a>\n<p:b c=\"1 &amp; 2\" xmlns:p=\"u\">x &lt; <![CDATA[<y>]]></p:b>\n</a>").root;
  ASSERT_NE(root.child("b"), nullptr);
  EXPECT_EQ(root.child("b")->text, "x < <y>");
  EXPECT_EQ(root.child("b")->attribute("c"), "1 & 2");
  EXPECT_EQ(root.child("b")->first_line, 2);
  EXPECT_EQ(root.last_line, 3);
  EXPECT_EQ(root.child("c"), nullptr);
}

TEST(XmlTree, RefusesEntityBombsBeforeTheyAreRead) {
  std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY l0 \"lol\">\n";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY l" + std::to_string(i) + " \"";
    for (int n = 0; n < 10; ++n) bomb += "&l" + std::to_string(i - 1) + ";";
    bomb += "\">\n";
  }
  EXPECT_EQ(refusal(bomb + "]>\n<a>&l11;</a>"),
            "2: une déclaration DOCTYPE, que les échanges de PST n'ont pas");
}

TEST(XmlTree, RefusesExternalEntitiesAndSchemas) {
  for (const char* type :
       {"<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\">",
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]>", "<!DOCTYPE a>"}) {
    EXPECT_EQ(refusal(std::string(type) + "<a>&e;</a>"),
              "1: une déclaration DOCTYPE, que les échanges de PST n'ont pas")
        << type;
  }
  EXPECT_EQ(refusal("<a>&e;</a>"), "1: une entité (&…;) qui n'est pas du XML");
}

TEST(XmlTree, RefusesDeepNesting) {
  const auto nested = [](int levels) {
    std::string xml;
    for (int i = 0; i < levels; ++i) xml += "<a>";
    for (int i = 0; i < levels; ++i) xml += "</a>";
    return xml;
  };
  EXPECT_EQ(refusal(nested(kMaxXmlDepth)), "");
  EXPECT_EQ(refusal(nested(kMaxXmlDepth + 1)), "1: éléments imbriqués sur plus de 64 niveaux");
  EXPECT_NE(refusal(nested(200000)), "");
}

TEST(XmlTree, RefusesTooManyElements) {
  std::string xml = "<a>";
  for (std::size_t i = 0; i < kMaxXmlElements; ++i) xml += "<b/>";
  EXPECT_EQ(refusal(xml + "</a>"), "1: plus de 1000000 éléments");
}

TEST(XmlTree, RefusesTooManyBytes) {
  EXPECT_EQ(refusal(std::string(kMaxXmlBytes + 1, ' ')), "le fichier dépasse 64 Mo");
}

TEST(XmlTree, RefusesTooManyAttributes) {
  std::string xml = "<a";
  for (std::size_t i = 0; i <= kMaxXmlAttributes; ++i) xml += " a" + std::to_string(i) + "=''";
  EXPECT_EQ(refusal(xml + "/>"), "1: trop d'attributs sur un élément");
}

TEST(XmlTree, SaysWhereItIsBroken) {
  EXPECT_EQ(refusal("<a>\n<b>\n</a>"), "3: une balise n'est pas fermée par celle de son nom");
  EXPECT_EQ(refusal("<a>\n<b>"), "2: le XML s'arrête trop tôt ou une balise n'est pas fermée");
  EXPECT_EQ(refusal("bonjour"), "1: ce n'est pas du XML");
  EXPECT_EQ(refusal(""), "le fichier est vide");
  EXPECT_EQ(refusal(" \n "), "le fichier est vide");
  EXPECT_EQ(refusal("<a>\x01</a>"), "1: un caractère que le XML n'admet pas");
  EXPECT_NE(refusal("<a/><b/>"), "");
  EXPECT_NE(refusal(std::string("<a>\0</a>", 8)), "");
  EXPECT_NE(refusal("<a>&#0;</a>"), "");
}

TEST(XmlTree, ReadsTheEncodingsOfFrench) {
  EXPECT_EQ(text_of("<a>é</a>"), "é");
  EXPECT_EQ(text_of("\xEF\xBB\xBF<a>é</a>"), "é");
  EXPECT_EQ(text_of("<?xml version='1.0' encoding='iso-8859-1'?><a>\xE9</a>"), "é");
  EXPECT_EQ(text_of("<?xml version='1.0' encoding='ISO-8859-1'?><a>d\x92\x8Cuvre</a>"), "d’Œuvre");
  EXPECT_EQ(text_of("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>"), "€");
  EXPECT_EQ(text_of("<?xml version='1.0' encoding='ISO-8859-15'?><a>\xA4</a>"), "€");
  EXPECT_EQ(text_of(std::string("\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0", 18)), "é");
  EXPECT_EQ(text_of("<a>e\xCC\x81</a>"), "é") << "NFC";
}

TEST(XmlTree, Utf8IsUtf8WhateverItDeclares) {
  const XmlFile file = read_xml("<?xml version='1.0' encoding='iso-8859-1'?><a>été</a>");
  EXPECT_EQ(file.root.text, "été");
  EXPECT_TRUE(file.relabelled);
  EXPECT_FALSE(read_xml("<?xml version='1.0' encoding='utf-8'?><a>été</a>").relabelled);
}

TEST(XmlTree, RefusesWrongEncodings) {
  EXPECT_EQ(refusal("<?xml version='1.0' encoding='UTF-8'?>\n<a>\n\xE9t\xE9</a>"),
            "3: le fichier se dit en UTF-8 et ne l'est pas");
  EXPECT_EQ(refusal("<?xml version='1.0' encoding='EBCDIC-CP-BE'?><a>\xE9</a>"),
            "1: l'encodage « ebcdic-cp-be » n'est pas celui du fichier, ou n'est pas pris en charge");
  EXPECT_EQ(refusal("<?xml version='1.0' encoding='UTF-7'?><a>+AOk-</a>"), "") << "ASCII is ASCII";
}

}  // namespace
}  // namespace pst::output
