// Strips of white: where the lines of a table without rules keep apart.
#pragma once

#include <vector>

#include "layout/table.hpp"

namespace pst::layout {

/// Of the size: what must be left of a strip over all lines.
inline constexpr double kStrip = 0.55;
/// Points: lines and cells that begin or end so near one another do so at one place.
inline constexpr double kFlush = 1;

/// The edge at which many lines end to the point, as justified text does; 0 where none does.
double justified_edge(const std::vector<TextLine>& lines);

/// A line's stretches of words without a gap; `close` are places where cells of close columns begin.
std::vector<Strip> pieces_of(const TextLine& line, double edge, const std::vector<double>& close = {});

/// The same where columns are known: a word that begins where one does, behind more than a space, begins its
/// cell, however little room the cell before it leaves.
std::vector<Strip> pieces_between(const TextLine& line, std::vector<Strip> pieces,
                                  const std::vector<Strip>& strips);

/// A list's sign or number and its words are one piece: they part no columns.
bool is_list_sign(const TextLine& line, const Strip& first);

/// What a line's pieces leave of the strips; both from left to right.
std::vector<Strip> narrowed(const std::vector<Strip>& strips, const std::vector<Strip>& pieces, double size);

/// Adds strips that only some rows keep: cells of others reach over them (`Objectif │ …` above `Pilote │ Anne
/// │ Budget │ 500 €`). They need three rows, or two whose words begin below one another. `pieces` are those
/// of the lines from `first` to `last`, `size` is that of the text.
void add_inner_strips(const std::vector<std::vector<Strip>>& pieces, std::size_t first, std::size_t last,
                      double size, std::vector<Strip>& strips);

/// The white between a line's pieces.
std::vector<Strip> between(const std::vector<Strip>& pieces);

}  // namespace pst::layout
