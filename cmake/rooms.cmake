# The sources of each room, by name. A new file is one more name here; the house check (tools/check-house) says
# which is missing.

# pst_room(NAME FILES…): sets PST_<NAME> to the files of src/<name>.
function(pst_room name)
  list(TRANSFORM ARGN PREPEND src/${name}/)
  string(TOUPPER ${name} upper)
  set(PST_${upper} ${ARGN} PARENT_SCOPE)
endfunction()

pst_room(text
  assess.cpp casing.cpp charsets.cpp check_boxes.cpp codepoints.cpp context.cpp elision.cpp encoding.cpp entities.cpp
  frequent.cpp legibility.cpp lexicon.cpp repair.cpp respell.cpp sentence.cpp stems.cpp tokens.cpp unicode.cpp
  wording.cpp)
pst_room(source
  affine.cpp digest.cpp error.cpp image_marks.cpp image_specks.cpp layer_check.cpp ocr.cpp ocr_engine.cpp ocr_image.cpp
  ocr_load.cpp ocr_marks.cpp module.cpp ocr_module.cpp ocr_need.cpp ocr_runs.cpp ocr_shapes.cpp ocr_sizes.cpp page_image.cpp
  page_image_decode.cpp page_survey.cpp pdf_accents.cpp pdf_annotations.cpp pdf_cmap.cpp pdf_color.cpp
  pdf_content.cpp pdf_content_text.cpp pdf_encoding.cpp pdf_font.cpp pdf_font_composite.cpp pdf_font_program.cpp
  pdf_inflate.cpp pdf_lexer.cpp pdf_limits.cpp pdf_load.cpp pdf_module.cpp pdf_objects.cpp pdf_pages.cpp
  pdf_reader.cpp pdf_repair.cpp pdf_scan.cpp pdf_shapes.cpp pdf_standard_fonts.cpp pdf_structure.cpp
  pdf_text_string.cpp pdf_words.cpp picture.cpp place.cpp stored_picture.cpp text_reader.cpp)
pst_room(layout
  aligned.cpp boxes.cpp cells.cpp columns.cpp emitter.cpp emitter_breaks.cpp emitter_tags.cpp flow.cpp furniture.cpp grid.cpp
  gutters.cpp layout.cpp level_table.cpp lines.cpp margins.cpp markup.cpp measured_pieces.cpp merged_rows.cpp
  metrics.cpp notes.cpp paged.cpp regions.cpp paired_columns.cpp row_finder.cpp row_labels.cpp row_pieces.cpp
  row_search.cpp stacked.cpp strips.cpp table.cpp tag_atoms.cpp tag_conflicts.cpp tag_order.cpp tag_steps.cpp tag_trust.cpp
  tagged_table.cpp tags.cpp turning.cpp typed_frame.cpp typed_notes.cpp typed_place.cpp typed_rules.cpp words.cpp year_marks.cpp)
pst_room(grammar
  file.cpp lexicon_file.cpp library.cpp marker_reader.cpp need.cpp number.cpp pattern.cpp reader.cpp toml_source.cpp
  values.cpp)
pst_room(plan
  addresses.cpp announcement.cpp borne_out.cpp candidate.cpp card_fields.cpp cards.cpp cell_candidates.cpp choices.cpp codes.cpp contents.cpp
  continued_rows.cpp dashes.cpp decode.cpp doubted.cpp doubts.cpp extract.cpp facts.cpp fallen_columns.cpp families.cpp figures.cpp
  flat_rows.cpp foreign.cpp headings.cpp headless.cpp in_text.cpp joined_names.cpp joining.cpp label_lines.cpp label_lists.cpp
  label_rows.cpp labels_behind.cpp ladder.cpp legends.cpp list_heads.cpp list_levels.cpp lists.cpp misprints.cpp
  municipalities.cpp named_rows.cpp opening.cpp other_plans.cpp overall.cpp prose.cpp recalled_values.cpp recapitulation.cpp recode.cpp
  references.cpp repeated_heads.cpp rereading.cpp restarts.cpp review.cpp rows.cpp rung_climb.cpp rungs.cpp run_together.cpp scan.cpp scheme.cpp
  sequence.cpp series.cpp short_rows.cpp signed_words.cpp slashed_numbers.cpp stated.cpp table_cells.cpp table_heads.cpp tails.cpp
  tree.cpp unread.cpp unsigned_heads.cpp value_columns.cpp walker.cpp wording.cpp)
pst_room(compare
  alignment.cpp assignment.cpp clusters.cpp compare.cpp difference.cpp flatten.cpp inputs.cpp lexicon.cpp
  measures.cpp neighbours.cpp phrases.cpp similar.cpp summary.cpp themes.cpp totals.cpp word_marks.cpp wording.cpp)
pst_room(output
  comparison_json.cpp csv.cpp database.cpp difference.cpp difference_page.cpp ecomptes_identity.cpp
  ecomptes_label.cpp ecomptes_notes.cpp ecomptes_prose.cpp ecomptes_read.cpp ecomptes_shape.cpp ecomptes_slots.cpp
  ecomptes_write.cpp ecomptes_xml.cpp ecomptes_xml_read.cpp explain.cpp find.cpp find_output.cpp json.cpp
  json_read.cpp json_tree.cpp json_writer.cpp lines.cpp mail_summary.cpp manifest.cpp page.cpp page_data.cpp
  page_svg.cpp plan_docx.cpp plan_facts.cpp plan_html.cpp plan_markdown.cpp plan_xlsx.cpp png.cpp png_module.cpp
  report_words.cpp schema.cpp sqlite.cpp table.cpp terminal.cpp tidy.cpp tidy_across.cpp tidy_nodes.cpp
  tidy_plans.cpp tree.cpp validate.cpp validate_codes.cpp workbook.cpp workbook_across.cpp workbook_sheets.cpp
  xlsx.cpp xml_tree.cpp xml_writer.cpp zip_writer.cpp)
pst_room(batch
  archive.cpp content.cpp disk.cpp documents.cpp feed.cpp inputs.cpp ledger.cpp merge.cpp names.cpp packed_entry.cpp
  pipeline.cpp pool.cpp reading.cpp retrieve.cpp run.cpp sandbox.cpp store.cpp summary.cpp unpacker.cpp walk.cpp
  wire.cpp worker.cpp worker_process.cpp)
pst_room(cli
  batch.cpp compare.cpp completion.cpp console.cpp destination.cpp diff.cpp explain.cpp export.cpp extract.cpp
  grammar.cpp grammars.cpp interrupt.cpp lexicon.cpp model.cpp page.cpp parse.cpp plans.cpp progress.cpp
  reading_options.cpp reports.cpp root.cpp search.cpp store.cpp store_index.cpp store_text.cpp suggest.cpp text.cpp)
