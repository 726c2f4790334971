// HTML character references, as they slip into plans that were exported from a web page or a spreadsheet.
#include <algorithm>
#include <array>
#include <optional>

#include "text/codepoints.hpp"
#include "text/unicode.hpp"

namespace pst::text {
namespace {

struct Entity {
  std::string_view name;
  char32_t code_point;
};

// Sorted by name, so that a reference is found by halving.
constexpr Entity kEntities[] = {
    {"AElig", U'Æ'},  {"Aacute", U'Á'},   {"Acirc", U'Â'},  {"Agrave", U'À'}, {"Aring", U'Å'},
    {"Atilde", U'Ã'}, {"Auml", U'Ä'},     {"Ccedil", U'Ç'}, {"Dagger", U'‡'}, {"Delta", U'Δ'},
    {"ETH", U'Ð'},    {"Eacute", U'É'},   {"Ecirc", U'Ê'},  {"Egrave", U'È'}, {"Euml", U'Ë'},
    {"Iacute", U'Í'}, {"Icirc", U'Î'},    {"Igrave", U'Ì'}, {"Iuml", U'Ï'},   {"Ntilde", U'Ñ'},
    {"OElig", U'Œ'},  {"Oacute", U'Ó'},   {"Ocirc", U'Ô'},  {"Ograve", U'Ò'}, {"Omega", U'Ω'},
    {"Oslash", U'Ø'}, {"Otilde", U'Õ'},   {"Ouml", U'Ö'},   {"Scaron", U'Š'}, {"THORN", U'Þ'},
    {"Uacute", U'Ú'}, {"Ucirc", U'Û'},    {"Ugrave", U'Ù'}, {"Uuml", U'Ü'},   {"Yacute", U'Ý'},
    {"Yuml", U'Ÿ'},   {"aacute", U'á'},   {"acirc", U'â'},  {"acute", U'´'},  {"aelig", U'æ'},
    {"agrave", U'à'}, {"amp", U'&'},      {"apos", U'\''},  {"aring", U'å'},  {"asymp", U'≈'},
    {"atilde", U'ã'}, {"auml", U'ä'},     {"bdquo", U'„'},  {"brvbar", U'¦'}, {"bull", U'•'},
    {"ccedil", U'ç'}, {"cedil", U'¸'},    {"cent", U'¢'},   {"check", U'✓'},  {"circ", U'ˆ'},
    {"copy", U'©'},   {"curren", U'¤'},   {"dagger", U'†'}, {"darr", U'↓'},   {"deg", U'°'},
    {"divide", U'÷'}, {"eacute", U'é'},   {"ecirc", U'ê'},  {"egrave", U'è'}, {"emsp", 0x2003},
    {"ensp", 0x2002}, {"eth", U'ð'},      {"euml", U'ë'},   {"euro", U'€'},   {"frac12", U'½'},
    {"frac14", U'¼'}, {"frac34", U'¾'},   {"ge", U'≥'},     {"gt", U'>'},     {"hArr", U'⇔'},
    {"harr", U'↔'},   {"hellip", U'…'},   {"iacute", U'í'}, {"icirc", U'î'},  {"iexcl", U'¡'},
    {"igrave", U'ì'}, {"iquest", U'¿'},   {"iuml", U'ï'},   {"lArr", U'⇐'},   {"laquo", U'«'},
    {"larr", U'←'},   {"ldquo", U'“'},    {"le", U'≤'},     {"lsaquo", U'‹'}, {"lsquo", U'‘'},
    {"lt", U'<'},     {"macr", U'¯'},     {"mdash", U'—'},  {"micro", U'µ'},  {"middot", U'·'},
    {"minus", U'−'},  {"nbsp", 0xA0},     {"ndash", U'–'},  {"ne", U'≠'},     {"not", U'¬'},
    {"ntilde", U'ñ'}, {"oacute", U'ó'},   {"ocirc", U'ô'},  {"oelig", U'œ'},  {"ograve", U'ò'},
    {"ordf", U'ª'},   {"ordm", U'º'},     {"oslash", U'ø'}, {"otilde", U'õ'}, {"ouml", U'ö'},
    {"para", U'¶'},   {"permil", U'‰'},   {"plusmn", U'±'}, {"pound", U'£'},  {"prime", U'′'},
    {"quot", U'"'},   {"rArr", U'⇒'},     {"raquo", U'»'},  {"rarr", U'→'},   {"rdquo", U'”'},
    {"reg", U'®'},    {"rsaquo", U'›'},   {"rsquo", U'’'},  {"sbquo", U'‚'},  {"scaron", U'š'},
    {"sect", U'§'},   {"shy", 0xAD},      {"sup1", U'¹'},   {"sup2", U'²'},   {"sup3", U'³'},
    {"szlig", U'ß'},  {"thinsp", 0x2009}, {"thorn", U'þ'},  {"tilde", U'˜'},  {"times", U'×'},
    {"trade", U'™'},  {"uacute", U'ú'},   {"uarr", U'↑'},   {"ucirc", U'û'},  {"ugrave", U'ù'},
    {"uml", U'¨'},    {"uuml", U'ü'},     {"yacute", U'ý'}, {"yen", U'¥'},    {"yuml", U'ÿ'},
    {"zwj", 0x200D},  {"zwnj", 0x200C},
};
static_assert(std::ranges::is_sorted(kEntities, {}, &Entity::name));

// What &#128; to &#159; mean on the web: the Windows-1252 characters at those places.
constexpr std::array<char32_t, 32> kWindowsC1 = {
    U'€', 0x81, U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', U'Š', U'‹', U'Œ', 0x8D, U'Ž', 0x8F,
    0x90, U'‘', U'’', U'“', U'”', U'•', U'–', U'—', U'˜', U'™', U'š', U'›', U'œ', 0x9D, U'ž', U'Ÿ'};

std::optional<char32_t> named(std::string_view name) {
  const auto found = std::ranges::lower_bound(kEntities, name, {}, &Entity::name);
  if (found == std::end(kEntities) || found->name != name) return std::nullopt;
  return found->code_point;
}

/// "233" or "xE9", what stands between `&#` and `;`.
std::optional<char32_t> numbered(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    const int lower = c | 0x20;
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (hex && lower >= 'a' && lower <= 'f') digit = lower - 'a' + 10;
    if (digit < 0) return std::nullopt;
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  if (value >= 0x80 && value < 0xA0) return kWindowsC1[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return kReplacement;
  return value;
}

}  // namespace

std::string decode_entities(std::string_view utf8) {
  constexpr std::size_t kLongest = 10;  // "&#x10FFFF" before its semicolon
  std::string out;
  out.reserve(utf8.size());
  std::size_t at = 0;
  while (at < utf8.size()) {
    const std::size_t amp = utf8.find('&', at);
    out.append(utf8.substr(at, amp - at));
    if (amp == std::string_view::npos) break;
    at = amp;
    const std::string_view window = utf8.substr(amp, kLongest + 1);
    const std::size_t end = window.find(';');
    std::optional<char32_t> c;
    if (end != std::string_view::npos && end > 1) {
      c = window[1] == '#' ? numbered(window.substr(2, end - 2)) : named(window.substr(1, end - 1));
    }
    if (c) {
      append(out, *c);
      at += end + 1;
    } else {
      out += '&';
      ++at;
    }
  }
  return out;
}

}  // namespace pst::text
