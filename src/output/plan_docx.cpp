#include "output/plan_docx.hpp"

#include <algorithm>

#include "output/ecomptes_identity.hpp"
#include "output/plan_facts.hpp"
#include "output/walk.hpp"
#include "output/xml_writer.hpp"
#include "output/zip_writer.hpp"

namespace pst::output {

namespace {

constexpr const char* kTypes = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>
)";
constexpr const char* kPackage = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
)";
constexpr const char* kDocumentParts = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
)";
constexpr const char* kNamespace =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

/// Title, six headings (which Word's navigation shows), actions by depth, facts.
std::string styles() {
  std::string out =
      std::string(R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles )") +
      kNamespace +
      R"(><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="fr-BE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Fait"><w:name w:val="Fait"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="20"/></w:pPr><w:rPr><w:color w:val="555555"/><w:sz w:val="20"/></w:rPr></w:style>
)";
  for (int level = 1; level <= 6; ++level) {
    const std::string n = std::to_string(level);
    out +=
        R"(<w:style w:type="paragraph" w:styleId="Heading)" + n + R"("><w:name w:val="heading )" + n +
        R"("/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val=")" +
        std::to_string(level - 1) + R"("/></w:pPr><w:rPr><w:b/><w:sz w:val=")" +
        std::to_string(36 - 2 * level) + "\"/></w:rPr></w:style>\n";
  }
  return out + "</w:styles>\n";
}

std::string run(std::string_view text, bool bold = false) {
  return std::string("<w:r>") + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t xml:space=\"preserve\">" +
         xml_text(text) + "</w:t></w:r>";
}

/// A bookmark's name: letters, digits and `_`, at most 40 of them.
std::string bookmark_name(const std::string& code) {
  constexpr std::size_t kLongest = 40;
  std::string name = code.size() <= kLongest ? code : "c_" + uuid_of(code);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
}

class Document {
 public:
  std::string run_all(const plan::Plan& plan) {
    out_ = std::string("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document ") +
           kNamespace + "><w:body>\n";
    paragraph("Title", 0, run(plan_heading(plan)));
    paragraph("Fait", 0, run(plan_subheading(plan)));
    for_each_node(plan, [&](const Visit& v) { add(v); });
    return std::move(out_) +
           "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
           "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" "
           "w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n";
  }

 private:
  void add(const Visit& v) {
    const plan::Node& node = v.node;
    const bool heading = node.kind < plan::Kind::project;
    int depth = 0;
    for (const Visit* up = v.up; up != nullptr && up->node.kind >= plan::Kind::project; up = up->up) ++depth;
    const int indent = heading ? 0 : 360 * (depth + 1);
    const std::string id = std::to_string(++bookmarks_);
    const std::string text = "<w:bookmarkStart w:id=\"" + id + "\" w:name=\"" + bookmark_name(node.code) +
                             "\"/>" + run(node.code + "  ", !heading) + run(title_or_label(node)) +
                             "<w:bookmarkEnd w:id=\"" + id + "\"/>";
    paragraph(heading ? "Heading" + std::to_string(std::min(v.depth + 1, 6)) : "Normal", indent, text);
    for (const plan::Field& fact : facts_of(node)) {
      paragraph("Fait", indent + 360, run(fact.name + " : ", true) + run(fact.value));
    }
    std::string_view prose = node.description;
    while (!prose.empty()) {
      const std::size_t end = std::min(prose.find('\n'), prose.size());
      if (end > 0) paragraph("Normal", indent + 360, run(prose.substr(0, end)));
      prose.remove_prefix(std::min(end + 1, prose.size()));
    }
  }

  void paragraph(const std::string& style, int indent, const std::string& runs) {
    out_ += "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>";
    if (indent > 0) out_ += "<w:ind w:left=\"" + std::to_string(indent) + "\"/>";
    out_ += "</w:pPr>" + runs + "</w:p>\n";
  }

  std::string out_;
  int bookmarks_ = 0;
};

}  // namespace

std::string to_docx(const plan::Plan& plan) {
  return to_zip({{"[Content_Types].xml", kTypes},
                 {"_rels/.rels", kPackage},
                 {"word/document.xml", Document().run_all(plan)},
                 {"word/_rels/document.xml.rels", kDocumentParts},
                 {"word/styles.xml", styles()}});
}

}  // namespace pst::output
