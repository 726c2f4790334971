// Regions of pages to the lines and fragments of a layout.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "layout/layout.hpp"
#include "layout/margins.hpp"
#include "layout/metrics.hpp"
#include "layout/tag_trust.hpp"

namespace pst::layout {

/// Takes pages in order; each one's regions in reading order.
class Emitter {
 public:
  Emitter(const Metrics& metrics, const Tags& tags, const TagTrust& trust)
      : metrics_(metrics), tags_(tags), trust_(trust) {}
  explicit Emitter(const Metrics& metrics) : Emitter(metrics, Tags::none(), {}) {}

  Layout& layout() { return out_; }
  void page(const PlacedPage& page, const Margins& margins, const std::vector<TextLine>& notes,
            const PageRegions& regions);
  /// A table of typed text, whose lines the layout has already. `blank`: blank lines before it;
  /// `page_begins`: nothing of its page was emitted yet.
  void typed_table(const Table& table, int page, int blank, bool page_begins);
  /// Hands over the row that the next page might have gone on with.
  void flush_row();
  Layout finish();

 private:
  /// A table's row until it is known whether the next page goes on with it.
  struct OpenRow {
    int line_index = -1, last_line_index = -1;
    int page = 0;
    std::vector<std::vector<Fragment>> columns;
    std::vector<TextLine> last_lines;  ///< of each column; without words where it is empty
    std::vector<double> rights;
    std::vector<double> edges;
    std::int32_t element = -1;  ///< of a tagged table
  };
  /// The text line before, with its column.
  struct Above {
    TextLine line;
    ColumnKey key;
    ColumnEdges edges;
    int page = 0;
    bool valid = false;
  };

  int add_line(const std::string& text, const Box& box, LineClass klass, const char* rule);
  int add_line(const TextLine& line, LineClass klass = LineClass::text, const char* rule = "");
  void add_furniture(const std::vector<TextLine>& lines, const char* rule);
  void add_aside(const PlacedPage& page);
  void add_notes(const std::vector<TextLine>& notes);
  Fragment fragment_of(const TextLine& line, int line_index) const;
  void add_tags(Fragment& fragment, const TextLine& line) const;
  Flow told(Flow flow, const TextLine& above, const TextLine& below, int blank) const;
  bool goes_on_elsewhere(const TextLine& line, ColumnEdges edges) const;
  void text_region(const PlacedPage& page, const Region& region);
  std::size_t take_end_of_cell(const std::vector<TextLine>& lines);
  void text_line(const TextLine& line, const ColumnKey& key, ColumnEdges edges, bool first);
  void table_region(const Table& table);
  void spanning_row(const Row& row, const Table& table);
  void row(const Row& row, const Table& table);
  void open_row(const Row& row, const Table& table);
  bool same_table(const Table& table) const;
  enum class GoesOn : std::uint8_t { no, perhaps, surely };
  GoesOn cell_goes_on(const Cell& cell) const;
  void first_row(const Row& row, const Table& table);
  bool leaves_cells_out(const Row& row) const;
  bool completes_row(const Row& row, bool first_goes_on) const;
  bool tagged_again(const Row& row, const Table& table);
  void tagged_row(const Row& row, const Table& table);
  void note_starts(const Row& row, const Table& table, bool page_begins);
  bool is_repeated_head(const Table& table, std::size_t row) const;
  void note_head(const Table& table);
  void part_repeated_head(Table& table) const;
  std::vector<std::vector<int>> add_row_lines(const Row& row, LineClass klass = LineClass::text,
                                              const char* rule = "");
  void note_unsure(int line);
  void add_cell(const Cell& cell, const std::vector<int>& line_indices, bool carried_on);
  void push(Fragment fragment);

  const Metrics& metrics_;
  const Tags& tags_;
  const TagTrust trust_;
  Layout out_;
  Above above_;
  OpenRow open_;
  /// How the cells of a column begin: those in bold, those alone in a row within their page, and all.
  struct Starts {
    int bold = 0, alone = 0, all = 0;
  };
  std::vector<Starts> starts_;
  /// Rows of the table, over its pages, with and without a first cell; those that a page's end may have
  /// broken count for neither.
  struct FirstCells {
    int with = 0, without = 0;
    bool last_without = false;  ///< the last row is without
    bool are_there() const { return with > 1 && without == 0; }
  };
  FirstCells first_cells_;
  std::vector<std::string> head_;  ///< words of the last table's first rows
  std::vector<double> head_edges_;
  bool head_again_ = false;         ///< the table begins with the head of the one before
  std::int32_t tagged_table_ = -1;  ///< the last one
  std::unordered_map<std::int32_t, std::string> tagged_rows_;  ///< words of its rows
  int page_ = 0;
  bool ocr_ = false;         ///< the page was read by OCR: specks may be words
  int blank_ = 9;            ///< before the next fragment; large at the document's start
  bool page_begins_ = true;  ///< nothing of the page was emitted yet
};

}  // namespace pst::layout
