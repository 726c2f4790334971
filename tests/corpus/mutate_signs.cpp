// Bullets, marker words and separators, spelled otherwise.
#include <algorithm>
#include <array>
#include <map>

#include "corpus/mutations.hpp"

namespace pst::corpus {
namespace {

/// List signs of the corpus; `o` only counts where it is set in.
const std::array<std::string, 8> kGlyphs = {"•", "■", "◦", "▪", "–", "-", "*", "o"};

/// The list sign that a line begins with, and where; an empty one for none.
struct Bullet {
  std::string glyph;
  std::size_t at = 0;
};

Bullet bullet_of(const std::string& line) {
  const std::size_t at = line.find_first_not_of(' ');
  if (at == std::string::npos) return {};
  for (const std::string& glyph : kGlyphs) {
    if (line.compare(at, glyph.size() + 1, glyph + " ") == 0 && (glyph != "o" || at > 0)) return {glyph, at};
  }
  return {};
}

bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The small letters that UTF-8 writes as C3 A0 to C3 BE have their capitals 32 below.
bool is_accented(const std::string& text, std::size_t i) {
  return i > 0 && text[i - 1] == '\xC3';
}

std::string upper(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (is_ascii_lower(text[i]) || (is_accented(text, i) && byte >= 0xA0))
      text[i] = static_cast<char>(byte - 32);
  }
  return text;
}

std::string lower(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (is_ascii_upper(text[i]) || (is_accented(text, i) && byte < 0xA0))
      text[i] = static_cast<char>(byte + 32);
  }
  return text;
}

/// The words of a label: what stands before its number.
std::string words_of(const std::string& label) {
  const auto number = std::find_if(label.begin(), label.end(), is_digit);
  std::string words(label.begin(), number);
  for (const char* sign : {"n° ", "n°"}) {
    if (words.ends_with(sign)) words.erase(words.size() - std::string(sign).size());
  }
  return words;
}

/// Whether three letters in a row are of that case: abbreviations and numbers (`III.`) are no words.
bool has_word(const std::string& text, bool (*is_case)(char)) {
  if (text.find_first_not_of("IVXLC. ") == std::string::npos) return false;
  int run = 0;
  for (const char c : text) {
    run = is_case(c) ? run + 1 : 0;
    if (run == 3) return true;
  }
  return false;
}

/// Edits of the line go from its end, so that the places before stay right.
std::vector<LabelPlace> from_the_end(const Sample& sample) {
  std::vector<LabelPlace> places = label_places(sample);
  std::reverse(places.begin(), places.end());
  return places;
}

}  // namespace

std::vector<LabelPlace> label_places(const Sample& sample) {
  std::vector<LabelPlace> places;
  std::map<std::size_t, std::size_t> behind;  // line → where the next label may begin
  for (std::size_t n = 0; n < sample.gold.nodes.size(); ++n) {
    const GoldNode& node = sample.gold.nodes[n];
    if (!node.label || node.label->empty()) continue;
    const auto line = static_cast<std::size_t>(node.lines.first - 1);
    const std::size_t at = sample.lines[line].find(*node.label, behind[line]);
    if (at == std::string::npos) continue;
    behind[line] = at + node.label->size();
    places.push_back({n, line, at});
  }
  return places;
}

void change_bullets(Sample& sample, const std::string& glyph) {
  const std::string below = glyph == "o" ? "-" : "o";
  for (std::string& line : sample.lines) {
    const Bullet bullet = bullet_of(line);
    if (bullet.glyph.empty()) continue;
    line.replace(bullet.at, bullet.glyph.size(), bullet.glyph == "o" ? below : glyph);
  }
}

void swap_bullets(Sample& sample) {
  static const std::map<std::string, std::string> kOther = {{"■", "❖"}, {"•", "➢"}, {"–", "*"}, {"◦", "·"},
                                                            {"-", "▪"}, {"*", "•"}, {"o", "–"}};
  for (std::string& line : sample.lines) {
    const Bullet bullet = bullet_of(line);
    if (kOther.contains(bullet.glyph)) line.replace(bullet.at, bullet.glyph.size(), kOther.at(bullet.glyph));
    if (line.find("■ objectif") == std::string::npos) continue;
    for (const char* word : {"objectif stratégique", "objectif opérationnel", "action", "sous-action"}) {
      for (const auto& [glyph, other] : kOther) {
        const std::size_t at = line.find(glyph + " " + word);
        if (at != std::string::npos) line.replace(at, glyph.size(), other);
      }
    }
  }
}

void upper_markers(Sample& sample) {
  for (const LabelPlace& place : from_the_end(sample)) {
    std::string& label = *sample.gold.nodes[place.node].label;
    const std::string words = words_of(label);
    if (!has_word(words, is_ascii_lower)) continue;
    label.replace(0, words.size(), upper(words));
    sample.lines[place.line].replace(place.at, label.size(), label);
  }
}

void lower_markers(Sample& sample) {
  for (const LabelPlace& place : from_the_end(sample)) {
    std::string& label = *sample.gold.nodes[place.node].label;
    const std::string words = words_of(label);
    if (!has_word(words, is_ascii_upper)) continue;
    label.replace(1, words.size() - 1, lower(words.substr(1)));
    sample.lines[place.line].replace(place.at, label.size(), label);
  }
}

void change_separators(Sample& sample, const std::string& separator) {
  const std::string kSeparating = " .:)_-";
  for (const LabelPlace& place : from_the_end(sample)) {
    GoldNode& node = sample.gold.nodes[place.node];
    std::string& line = sample.lines[place.line];
    const std::size_t end = node.label->find_last_not_of(kSeparating) + 1;
    std::size_t rest = place.at + end;
    while (rest < line.size()) {
      if (kSeparating.find(line[rest]) != std::string::npos) {
        ++rest;
      } else if (line.compare(rest, 3, "–") == 0) {
        rest += 3;
      } else {
        break;
      }
    }
    const std::string between = line.substr(place.at + end, rest - place.at - end);
    const bool titled = rest < line.size() && std::string("|\t(").find(line[rest]) == std::string::npos;
    // A word alone (`Axe du logement`) is no label that one sets apart; a volet's may be.
    const bool apart = node.number || between.find_first_not_of(' ') != std::string::npos;
    if (!titled || !apart || between.empty()) continue;
    line.replace(place.at + end, between.size(), separator);
    node.label = node.label->substr(0, end);
  }
}

}  // namespace pst::corpus
