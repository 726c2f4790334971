// Content streams: what their operators show, as words, rules and fills of a page.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/document.hpp"
#include "source/pdf_color.hpp"
#include "source/pdf_font.hpp"
#include "source/pdf_lexer.hpp"
#include "source/pdf_objects.hpp"
#include "source/pdf_shapes.hpp"
#include "source/pdf_words.hpp"

namespace pst::source::pdf {

/// A document's fonts, each read once.
class FontCache {
 public:
  FontCache(const Objects& objects, Budget& budget) : objects_(objects), budget_(budget) {}
  /// The font of a resource dictionary's entry; never null.
  Font* font(const Object* dictionary);

 private:
  const Objects& objects_;
  Budget& budget_;
  std::unordered_map<Identity, std::unique_ptr<Font>> fonts_;
};

/// What the structure tree says of a marked-content sequence.
struct MarkedContent {
  std::int32_t element = -1;
  std::optional<std::string> replacement;  ///< the element's ActualText, where this sequence is to show it
};

/// What all pages of a document share.
struct ContentContext {
  const Objects& objects;
  FontCache& fonts;
  Budget& budget;
  const std::set<Identity>& hidden_layers;  ///< optional content that is switched off
};

/// Interprets one page's content into `page`, whose size is set. `marked` answers for a marked-content number
/// of the page; it may be empty.
class ContentReader {
 public:
  using Marked = std::function<MarkedContent(Identity, int)>;

  ContentReader(const ContentContext& context, Page& page, const Matrix& to_page, Identity page_object,
                Marked marked);

  /// Runs a stream with its resources. Throws LimitError; what was read until then is in the page.
  void run(std::string_view content, const Object* resources);

  /// Shows the page's annotations that carry text of their own: fields of forms, free text, stamps.
  void show_annotations(const Object* page);

  /// Ends the page. To be called after run(), whether that has thrown or not.
  void finish(std::deque<std::string>& storage) { words_.finish(storage); }

 private:
  struct TextState {
    Font* font = nullptr;
    double size = 0, character_spacing = 0, word_spacing = 0, scale = 1, leading = 0, rise = 0;
    int mode = 0;
  };
  struct State {
    Matrix ctm;
    TextState text;
    ColorSpace fill_space = ColorSpace::by_count, stroke_space = ColorSpace::by_count;
    std::uint32_t fill = 0, stroke = 0;
    double line_width = 1;
    Clip clip;
  };
  struct Mark {
    std::int32_t element = -1;
    bool artifact = false;
    bool hidden = false;
    bool replaces = false;  ///< `replacement` stands for what is shown inside
    std::string replacement;
    std::optional<Glyph> whole;  ///< united from the glyphs it replaces
  };

  void execute(std::string_view operation);
  bool execute_text(std::uint32_t operation);
  bool execute_path(std::uint32_t operation);
  bool execute_state(std::uint32_t operation);

  double operand(std::size_t index) const;
  std::string_view operand_bytes(std::size_t index) const;
  std::vector<double> numbers() const;

  void save();
  void restore();
  void paint(bool fill, bool stroke);
  void end_path();
  void set_color(bool stroke, ColorSpace space);
  void set_font(std::string_view name, double size);
  void set_graphics_state(std::string_view name);

  void move_line(double x, double y);
  void show(std::string_view bytes);
  void show_array();
  void show_character(const Character& character, const Code& code);

  void begin_mark(bool with_properties);
  void read_properties(Mark& mark, std::string_view tag);
  void end_mark();
  const Mark* replacing() const;

  void show_form(const Object* form);
  void show_annotation(const Object* annotation);
  void show_value(const Object* annotation, const Box& place);
  bool hidden(const Object* layer) const;

  ContentContext context_;
  Page& page_;
  Identity page_object_;
  Marked marked_;
  WordBuilder words_;
  State initial_;  ///< of the page
  State state_;
  std::vector<State> saved_;
  std::size_t skipped_saves_ = 0;
  std::vector<Mark> marks_;
  std::size_t skipped_marks_ = 0;
  std::vector<Identity> forms_;  ///< being shown, outermost first
  const Object* resources_ = nullptr;
  Lexer* lexer_ = nullptr;
  Matrix text_matrix_, line_matrix_;
  Path path_;
  Point pen_;  ///< the current point, in user space
  bool clipping_ = false;
  std::size_t operators_ = 0;
};

}  // namespace pst::source::pdf
