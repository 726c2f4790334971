// A table whose first column has merged cells: one over three rows, one over two.
#pragma once

#include <array>
#include <string>

#include "support/placed_page.hpp"

namespace pst::test {

/// Sets its words: `head` and `rows` are the tops of its lines, `merged` those of the two merged cells, each
/// of two lines 12 apart. Columns begin at 55, 165, 360 and 450.
inline void set_merged_table(PlacedDocument& d, double head, std::array<double, 5> rows,
                             std::array<double, 2> merged) {
  struct Row {
    const char* action;
    const char* pilot;
    const char* year;
  };
  d.text(55, head, "Objectif").text(165, head, "Action").text(360, head, "Pilote").text(450, head, "Année");
  d.lines(55, merged[0], "OO 1.1 Ouvrir|la maison").lines(55, merged[1], "OO 1.2 Isoler|le toit");
  constexpr std::array<Row, 5> texts = {{{"Former les agents", "Anne", "2020"},
                                         {"Informer", "", "2021"},
                                         {"Visiter", "Luc", "2022"},
                                         {"Mesurer", "", "2023"},
                                         {"Commander", "Anne", "2024"}}};
  for (std::size_t r = 0; r < rows.size(); ++r)
    d.text(165, rows[r], texts[r].action)
        .text(360, rows[r], texts[r].pilot)
        .text(450, rows[r], texts[r].year);
}

/// What is read of it: each merged cell in the first of its rows.
inline const std::string merged_table_read = R"(
1[0/4]: Objectif
1[1/4]: Action
1[2/4]: Pilote
1[3/4]: Année
1[0/4]: OO 1.1 Ouvrir
1[0/4]: …la maison
1[1/4]: Former les agents
1[2/4]: Anne
1[3/4]: 2020
1[1/4]: Informer
1[3/4]: 2021
1[1/4]: Visiter
1[2/4]: Luc
1[3/4]: 2022
1[0/4]: OO 1.2 Isoler
1[0/4]: …le toit
1[1/4]: Mesurer
1[3/4]: 2023
1[1/4]: Commander
1[2/4]: Anne
1[3/4]: 2024
)";

}  // namespace pst::test
