# The sources of each room, by name. A new file is one more name here; the house check (tools/check-house) says
# which is missing.

# pst_room(NAME FILES…): sets PST_<NAME> to the files of src/<name>.
function(pst_room name)
  list(TRANSFORM ARGN PREPEND src/${name}/)
  string(TOUPPER ${name} upper)
  set(PST_${upper} ${ARGN} PARENT_SCOPE)
endfunction()

pst_room(text
  assess.cpp casing.cpp charsets.cpp codepoints.cpp context.cpp elision.cpp encoding.cpp entities.cpp
  frequent.cpp lexicon.cpp repair.cpp respell.cpp sentence.cpp stems.cpp tokens.cpp unicode.cpp wording.cpp)
pst_room(source digest.cpp error.cpp place.cpp text_reader.cpp)
pst_room(layout cells.cpp columns.cpp furniture.cpp layout.cpp markup.cpp)
pst_room(grammar file.cpp lexicon_file.cpp library.cpp number.cpp pattern.cpp reader.cpp values.cpp)
pst_room(plan
  candidate.cpp cards.cpp codes.cpp decode.cpp doubts.cpp extract.cpp facts.cpp joining.cpp lists.cpp
  municipalities.cpp references.cpp rows.cpp scan.cpp scheme.cpp sequence.cpp tree.cpp wording.cpp)
pst_room(compare
  alignment.cpp assignment.cpp clusters.cpp compare.cpp difference.cpp flatten.cpp inputs.cpp lexicon.cpp
  measures.cpp neighbours.cpp phrases.cpp similar.cpp summary.cpp themes.cpp totals.cpp word_marks.cpp wording.cpp)
pst_room(output
  comparison_json.cpp csv.cpp database.cpp difference.cpp difference_page.cpp explain.cpp find.cpp find_output.cpp
  json.cpp json_read.cpp json_tree.cpp json_writer.cpp mail_summary.cpp page.cpp page_data.cpp report_words.cpp
  schema.cpp sqlite.cpp table.cpp terminal.cpp tidy.cpp tidy_across.cpp tidy_nodes.cpp tidy_plans.cpp tree.cpp
  validate.cpp validate_codes.cpp workbook.cpp workbook_across.cpp workbook_sheets.cpp xlsx.cpp)
pst_room(batch content.cpp inputs.cpp pipeline.cpp)
pst_room(cli
  compare.cpp completion.cpp console.cpp destination.cpp diff.cpp explain.cpp extract.cpp grammar.cpp grammars.cpp
  lexicon.cpp model.cpp parse.cpp plans.cpp reports.cpp root.cpp search.cpp suggest.cpp)
