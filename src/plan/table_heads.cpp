#include "plan/table_heads.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "plan/kinds.hpp"

namespace pst::plan {
namespace {

class HeadFinder {
 public:
  HeadFinder(Scan& scan, grammar::Reader& reader) : scan_(scan), reader_(reader) {}

  void run() {
    int current = -1;
    std::size_t last_row = 0;
    for (std::size_t i = 0; i < scan_.pieces.size();) {
      const std::size_t end = scan_.row_end(i);
      const layout::Fragment& first = *scan_.pieces[i].fragment;
      if (first.columns > 1) {
        int named = 0, cells = 0, years = 0;
        for (std::size_t p = i; p < end; ++p) {
          ++cells;
          named += scan_.pieces[p].reading.column != nullptr;
          years += year_of(scan_.pieces[p]).has_value();
        }
        // Years head columns beside named ones, or in a second row below the head.
        const bool second = current >= 0 && years >= 2 && years == cells && last_row == i;
        if (second) {
          for (std::size_t p = i; p < end; ++p) {
            name_column(scan_.heads[static_cast<std::size_t>(current)], scan_.pieces[p]);
            scan_.pieces[p].preset = Preset::head_row;
          }
        } else if ((named >= 1 && named + years >= 2 && 2 * (named + years) >= cells &&
                    (named >= 2 || years >= 2)) ||
                   (years >= 2 && heads_signs(i, end))) {
          current = add_head(i, end);
          for (std::size_t p = i; p < end; ++p) scan_.pieces[p].preset = Preset::head_row;
        } else {
          // A head serves until another one comes, but not across a long stretch of prose.
          for (std::size_t p = i; p < end; ++p) scan_.pieces[p].table = current;
        }
        last_row = end;
      } else if (end - last_row > 60 && current >= 0 && !scan_.heads.empty()) {
        last_row = end;
      }
      i = end;
    }
  }

 private:
  /// The year that is all a cell says.
  std::optional<int> year_of(const Piece& piece) const {
    if (piece.fragment->text.size() != 4 || piece.reading.column != nullptr) return std::nullopt;
    const auto period = reader_.period(piece.fragment->text);
    return period && period->whole && period->start == period->end ? period->start : std::nullopt;
  }

  /// Whether signs stand in the rows below the years of this one, and nothing else.
  bool heads_signs(std::size_t begin, std::size_t end) {
    constexpr std::size_t kFar = 200;  // pieces
    const int columns = scan_.pieces[begin].fragment->columns;
    std::vector<bool> years(static_cast<std::size_t>(columns));
    for (std::size_t p = begin; p < end; ++p) {
      if (year_of(scan_.pieces[p])) years[static_cast<std::size_t>(scan_.pieces[p].fragment->column)] = true;
    }
    bool signs = false;
    for (std::size_t p = end; p < std::min(end + kFar, scan_.pieces.size()); ++p) {
      const layout::Fragment& cell = *scan_.pieces[p].fragment;
      if (cell.columns != columns) break;
      if (!years[static_cast<std::size_t>(cell.column)] || year_of(scan_.pieces[p])) continue;
      if (!reader_.is_word("tick", cell.text)) return false;
      signs = true;
    }
    return signs;
  }

  void name_column(TableHead& head, const Piece& piece) {
    const auto column = static_cast<std::size_t>(piece.fragment->column);
    if (column >= head.roles.size()) return;
    if (piece.reading.column != nullptr) {
      head.roles[column] = *piece.reading.column;
      head.of_objective[column] = reader_.is_word("of_objective", piece.fragment->text);
      scan_.names_in_cells = scan_.names_in_cells || *piece.reading.column == "responsible";
      scan_.periods_in_cells = scan_.periods_in_cells || *piece.reading.column == "period";
    } else if (const auto year = year_of(piece)) {
      head.roles[column] = std::string(kYearRole) + std::to_string(*year);
    }
  }

  int add_head(std::size_t begin, std::size_t end) {
    TableHead head;
    head.first_piece = static_cast<int>(begin);
    head.roles.resize(static_cast<std::size_t>(scan_.pieces[begin].fragment->columns));
    head.of_objective.resize(head.roles.size());
    for (std::size_t p = begin; p < end; ++p) name_column(head, scan_.pieces[p]);
    scan_.heads.push_back(std::move(head));
    return static_cast<int>(scan_.heads.size()) - 1;
  }

  Scan& scan_;
  grammar::Reader& reader_;
};

}  // namespace

void find_heads(Scan& scan, grammar::Reader& reader) {
  HeadFinder(scan, reader).run();
}

void learn_rows(Scan& scan, const grammar::Library& library) {
  struct Rows {
    int all = 0, objectives = 0, labelled = 0, actions = 0, bare = 0;
  };
  std::vector<Rows> rows(scan.heads.size());
  for (std::size_t i = 0; i < scan.pieces.size();) {
    const std::size_t end = scan.row_end(i);
    if (scan.pieces[i].table >= 0) {
      Rows& mine = rows[static_cast<std::size_t>(scan.pieces[i].table)];
      bool objective = false, numbered = false, marked = false, action = false, titled = false;
      for (std::size_t p = i; p < end; ++p) {
        const Piece& cell = scan.pieces[p];
        const std::string& role = scan.role(cell);
        if (cell.fragment->part > 0) continue;
        const auto kind = kind_named(role);
        objective = objective || (kind && *kind < Kind::action);
        numbered = numbered || role == "number";
        titled = titled || role == "title";
        if (cell.reading.markers.empty()) continue;
        marked = true;
        action = action || library.marker(cell.reading.markers.front().marker).preferred >= Kind::project;
      }
      ++mine.all;
      mine.objectives += objective;
      mine.labelled += (numbered || marked) && !action;
      mine.actions += action;
      mine.bare += titled && !numbered && !marked;
    }
    i = end;
  }
  for (std::size_t h = 0; h < rows.size(); ++h) {
    const Rows& r = rows[h];
    scan.heads[h].objective_rows = r.all > 0 && 10 * r.objectives >= 9 * r.all;
    scan.heads[h].bare_actions = r.bare >= 2 && r.labelled >= 1 && 5 * r.actions <= r.bare;
  }
}

}  // namespace pst::plan
