// The inside of build_tree(), shared by its parts: markers (tree.cpp), prose and sections (prose.cpp), lists
// (lists.cpp), table rows and stray cells (rows.cpp), cards (cards.cpp), closed lists (choices.cpp).
#pragma once

#include <array>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "plan/list_levels.hpp"
#include "plan/tree.hpp"

namespace pst::plan {

class TreeBuilder {
 public:
  TreeBuilder(const Scan& scan, const Candidates& candidates, const Decoding& decoding,
              grammar::Reader& reader, const text::Repairer& french);
  Drafts run();

 private:
  using PieceIndex = int;
  struct OpenField {
    int node = -1;
    PieceIndex piece = 0;  ///< its label's
    std::string attribute, name, text;
    std::vector<std::string> items;
    bool list = false;
  };
  struct Stray {
    std::string text;
    PieceIndex piece = 0;
    std::string attribute;
  };

  // --- flow (tree.cpp)
  void line_piece(PieceIndex p);
  void take_candidate(PieceIndex p, int candidate, std::size_t until);
  int open_node(Kind kind, PieceIndex p);
  void reopen(int candidate, PieceIndex p);
  void close_plan(int candidate, PieceIndex p);
  void plain_text(PieceIndex p, std::string_view text);
  void last_of_title(PieceIndex p, std::string_view text);
  bool ends_with_label(PieceIndex p) const {
    return wording_end_[static_cast<std::size_t>(p)] != std::string::npos;
  }
  std::string_view wording_of(PieceIndex p) const {
    return std::string_view(piece(p).fragment->text).substr(0, wording_end_[static_cast<std::size_t>(p)]);
  }
  void add_title_line(int node, PieceIndex p, std::string_view text);
  bool is_unmarked_heading(PieceIndex p) const;
  void end_for_heading(PieceIndex p, std::string_view text);
  void end_for_section();
  void add_description(PieceIndex p, std::string_view text);
  void add_section(PieceIndex p, std::string_view text, bool heading);
  void add_footnote(PieceIndex p);
  bool is_prose_below(PieceIndex p, std::string_view text) const;
  bool goes_on_with_value(PieceIndex p) const;
  bool begins_sentence(std::string_view text) const;
  bool joins_title(PieceIndex p) const;
  void note_marker_word(const std::string& words);
  bool is_mention(const Piece& line) const;
  bool begins_with_marker_word(std::string_view text) const;
  void finish();
  int current() const { return current_; }
  Draft& node(int index) { return out_.nodes[static_cast<std::size_t>(index)]; }
  const Draft& node(int index) const { return out_.nodes[static_cast<std::size_t>(index)]; }
  const Piece& piece(PieceIndex p) const { return scan_.pieces[static_cast<std::size_t>(p)]; }
  const Candidate& candidate(int c) const { return candidates_.list[static_cast<std::size_t>(c)]; }
  void place(PieceIndex p, Place where, int node, const std::string& klass, const std::string& rule = {},
             const std::string& grammar = {});
  void touch(int node, PieceIndex p);
  void doubt(const std::string& rule, const std::string& message, int node, PieceIndex first,
             PieceIndex last);

  // --- labelled fields (cards.cpp)
  bool start_field(PieceIndex p, std::size_t offset);
  bool continue_field(PieceIndex p, std::string_view text);
  void finish_field();
  bool choice(PieceIndex p, std::string_view text);
  void card_objective(PieceIndex p);
  bool continue_card_objective(PieceIndex p, std::string_view text);
  int find_objective(Kind kind, const std::string& wording, const std::optional<grammar::Number>& number,
                     int below) const;
  int find_misnumbered(Kind kind, const std::string& wording, const grammar::Number& number,
                       const std::string& label, PieceIndex p);
  void adopt(int node, int parent);

  // --- lists (lists.cpp)
  void find_list_levels();
  bool bullet(PieceIndex p);
  std::optional<Kind> stated_kind(PieceIndex p, int level) const;
  bool stated_bullet(PieceIndex p);
  int bullet_level(PieceIndex p);
  std::optional<Kind> bullet_kind(int level) const;
  void reset_list();

  // --- rows and stray cells (rows.cpp)
  void row(PieceIndex begin, PieceIndex end);
  bool row_cell(PieceIndex p, std::vector<std::pair<std::string, PieceIndex>>& values);
  int objective_of_row(const std::vector<int>& opened) const;
  void give_cell(int owner, const std::string& attribute, PieceIndex p);
  int head_of_row(const std::vector<int>& owners, const std::vector<int>& opened, PieceIndex end) const;
  void assign_cells(const std::vector<std::pair<std::string, PieceIndex>>& values,
                    const std::vector<int>& opened, PieceIndex end);
  bool states_behind_sign(PieceIndex p) const;
  std::string value_role(std::string_view text, const std::string& column_role);
  bool looks_like_names(std::string_view text);
  bool stray_cell(PieceIndex p, std::string_view text);
  void flush_strays();
  void assign_strays(const std::vector<Stray>& strays, const std::string& attribute);

  const Scan& scan_;
  const std::set<std::string, std::less<>> column_roles_ = scan_.column_roles();
  const Candidates& candidates_;
  const Decoding& decoding_;
  grammar::Reader& reader_;
  const text::Repairer& french_;
  Drafts out_;

  std::vector<std::vector<int>> accepted_;  ///< per piece: its accepted candidates, by place
  std::vector<std::size_t> wording_end_;    ///< per piece: where the label begins that stands behind a title
  std::vector<bool> heading_;               ///< per piece: looks like a heading without marker
  std::vector<int> next_kind_;              ///< per piece: kind of the next opening candidate behind it, -1
  std::vector<int> node_of_candidate_;
  std::vector<std::string> marker_words_;  ///< first words of the plan's markers, folded and singular
  std::array<int, kKinds> open_{};
  int current_ = -1;     ///< node that text goes to
  int base_ = -1;        ///< deepest open node that is no bullet
  bool closed_ = false;  ///< behind the end of the plan proper
  bool annex_ = false;   ///< the next objective belongs to another body
  bool list_document_ = false;
  int list_depth_ = 0;
  std::vector<bool> list_piece_;   ///< list documents: bullets of the plan's own list
  bool description_list_ = false;  ///< bullets here belong to a paragraph
  ListLevels levels_;
  OpenField field_;
  int named_objective_ = -1;  ///< the objective that the card's last line named and opened
  std::vector<Stray> strays_;
  std::vector<Section> notes_;                    ///< footnotes
  std::array<std::vector<int>, kKinds> of_kind_;  ///< the nodes of each kind as they were opened
  std::unordered_set<std::string> known_names_;   ///< of responsibles, folded
  PieceIndex last_piece_ = -1;                    ///< last piece that went to the current node
  bool in_section_ = true;
  bool in_description_ = false;
};

}  // namespace pst::plan
