#include "layout/tag_atoms.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "layout/tag_steps.hpp"
#include "text/unicode.hpp"

namespace pst::layout {
namespace {

constexpr double kOneLine =
    0.5;  ///< of the lower box: pieces that share so much of their height are one line

using Part = std::pair<std::int32_t, std::vector<Word>>;  // words of one block within a line

bool is_sign(const std::vector<Word>& words) {
  return words.size() == 1 && text::length(words.front().text) <= 2;
}

template <typename Do>
void each_line(const Region& region, const Do& act) {
  for (const TextLine& line : region.lines) act(line);
  if (!region.table) return;
  for (const Row& row : region.table->rows) {
    for (const Cell& cell : row.cells) {
      for (const TextLine& line : cell.lines) act(line);
    }
  }
}

/// The regions with words of a block that has words in another region, too.
std::vector<bool> torn_regions(const Tags& tags, const PageRegions& page) {
  std::vector<bool> torn(page.regions.size(), false);
  std::map<std::int32_t, std::size_t> first;
  for (std::size_t r = 0; r < page.regions.size(); ++r) {
    each_line(page.regions[r], [&](const TextLine& line) {
      for (const Word& word : line.words) {
        const std::int32_t block = tags.of(word.element).block;
        if (block < 0) continue;
        const std::size_t other = first.try_emplace(block, r).first->second;
        if (other != r) torn[r] = torn[other] = true;
      }
    });
  }
  return torn;
}

Atom whole_region(const Tags& tags, const Region& region, std::size_t at) {
  Steps steps(tags);
  Atom atom;
  atom.region = at;
  if (region.table) {
    atom.box = region.table->box;
    steps.add(*region.table);
  } else {
    atom.box = region.lines.front().box;
    for (const TextLine& line : region.lines) {
      atom.box.unite(line.box);
      steps.add(line);
    }
  }
  atom.block = steps.first();
  return atom;
}

/// The words of a line by block. A sign of a list goes with its item, whatever stands between.
std::vector<Part> parts_of(const Tags& tags, const TextLine& line) {
  std::vector<Part> parts;
  for (const Word& word : line.words) {
    const std::int32_t block = tags.of(word.element).block;
    if (parts.empty() || (block >= 0 && parts.back().first >= 0 && block != parts.back().first)) {
      const auto same =
          std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.first == block; });
      if (same != parts.end() && (is_sign(same->second) || is_sign(parts.back().second))) {
        std::rotate(same, same + 1, parts.end());
      } else {
        parts.emplace_back(block, std::vector<Word>());
      }
    }
    if (parts.back().first < 0) parts.back().first = block;
    parts.back().second.push_back(word);
  }
  return parts;
}

/// Whether each part has a block of its own, so that the line can be cut between them.
bool can_be_cut(const std::vector<Part>& parts) {
  for (std::size_t a = 0; a < parts.size(); ++a) {
    for (std::size_t b = a + 1; b < parts.size(); ++b) {
      if (parts[a].first == parts[b].first) return false;
    }
  }
  return parts.size() > 1;
}

/// Appends a line, cut where another block begins. `atom` tells where it stands.
void cut_line(const Tags& tags, const TextLine& line, Atom atom, std::vector<Atom>& atoms) {
  const auto append = [&](std::int32_t block, TextLine text) {
    Atom& piece = atoms.emplace_back(atom);
    piece.block = block;
    piece.box = text.box;
    piece.shown = std::min_element(text.words.begin(), text.words.end(), [](const Word& a, const Word& b) {
                    return a.shown < b.shown;
                  })->shown;
    piece.text = std::move(text);
  };
  std::vector<Part> parts = parts_of(tags, line);
  atom.whole = !can_be_cut(parts);
  if (atom.whole) return append(parts.front().first, line);
  for (auto& [block, words] : parts) {
    for (TextLine& piece : find_lines(std::move(words))) append(block, std::move(piece));
  }
}

/// The pieces in geometry's order; too many, if there are more than `most`.
std::vector<Atom> take_apart(const Tags& tags, const PageRegions& page, std::size_t most) {
  std::vector<Atom> atoms;
  const std::vector<bool> torn = torn_regions(tags, page);
  for (std::size_t r = 0; r < page.regions.size() && atoms.size() <= most; ++r) {
    const Region& region = page.regions[r];
    if (region.contents || (region.table && is_read_by_rows(tags, *region.table) && !torn[r])) {
      atoms.push_back(whole_region(tags, region, r));
      continue;
    }
    std::size_t next = 0;
    each_line(region, [&](const TextLine& line) {
      Atom atom;
      atom.region = r;
      atom.line = next++;
      cut_line(tags, line, std::move(atom), atoms);
    });
  }
  std::int32_t block = -1;
  for (Atom& atom : atoms) block = atom.block = atom.block < 0 ? block : atom.block;
  return atoms;
}

/// Adds the words of `other` to `atom`; both as they were where they make no line.
bool join(Atom& atom, const Atom& other) {
  std::vector<Word> words = atom.text.words;
  words.insert(words.end(), other.text.words.begin(), other.text.words.end());
  std::vector<TextLine> one = find_lines(std::move(words));
  if (one.size() != 1) return false;
  atom.across = atom.across || other.across || atom.region != other.region;
  if (other.text.words.size() > atom.text.words.size()) {
    atom.region = other.region;
    atom.line = other.line;
  }
  atom.text = std::move(one.front());
  atom.box = atom.text.box;
  return true;
}

/// Whether two pieces of a block stand on one line: shown one behind the other, or a sign before its text.
bool of_one_line(const Atom& a, const Atom& b, bool in_turn) {
  const Atom& left = a.box.x0 < b.box.x0 ? a : b;
  const Atom& right = a.box.x0 < b.box.x0 ? b : a;
  if (shared_height(a.box, b.box) < kOneLine || left.box.x1 > right.box.x0 + 0.1) return false;
  return in_turn || is_sign(left.text.words);
}

/// The lines of a block that geometry cut or put into several regions come in the order shown, and the pieces
/// of one line make a line again.
void mend_block(std::span<Atom> block, std::vector<Atom>& mended) {
  const bool intact = std::all_of(block.begin(), block.end(), [&](const Atom& atom) {
    return atom.text.words.empty() || (atom.whole && atom.region == block.front().region);
  });
  if (!intact) {
    std::stable_sort(block.begin(), block.end(),
                     [](const Atom& a, const Atom& b) { return a.shown < b.shown; });
  }
  const std::size_t begin = mended.size();
  std::size_t before = begin;  // where the piece shown just before went
  for (Atom& atom : block) {
    std::size_t to = intact || atom.text.words.empty() ? mended.size() : begin;
    for (; to < mended.size(); ++to) {
      if (mended[to].text.words.empty() || !of_one_line(mended[to], atom, to == before)) continue;
      if (join(mended[to], atom)) break;
    }
    before = to;
    if (to == mended.size()) mended.push_back(std::move(atom));
  }
}

/// Pieces of one line that follow each other stay one line, but where both blocks go on below it.
std::vector<Atom> join_level(std::vector<Atom> atoms) {
  std::map<std::int32_t, int> lines;
  for (const Atom& atom : atoms) ++lines[atom.block];
  std::vector<Atom> kept;
  for (Atom& atom : atoms) {
    const bool pieces = !kept.empty() && !kept.back().whole && !atom.whole &&
                        !kept.back().text.words.empty() && !atom.text.words.empty() &&
                        kept.back().region == atom.region && kept.back().line == atom.line &&
                        kept.back().box.x1 <= atom.box.x0;
    if (pieces && (lines[kept.back().block] == 1 || lines[atom.block] == 1) && join(kept.back(), atom))
      continue;
    kept.push_back(std::move(atom));
  }
  return kept;
}

}  // namespace

std::vector<Atom> find_atoms(const Tags& tags, const PageRegions& page, std::size_t most) {
  std::vector<Atom> atoms = take_apart(tags, page, most);
  if (atoms.size() > most) return {};
  std::stable_sort(atoms.begin(), atoms.end(),
                   [](const Atom& a, const Atom& b) { return a.block < b.block; });
  std::vector<Atom> mended;
  for (auto begin = atoms.begin(); begin != atoms.end();) {
    const auto end =
        std::find_if(begin, atoms.end(), [&](const Atom& atom) { return atom.block != begin->block; });
    mend_block({begin, end}, mended);
    begin = end;
  }
  return join_level(std::move(mended));
}

}  // namespace pst::layout
