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
  frequent.cpp lexicon.cpp repair.cpp respell.cpp sentence.cpp tokens.cpp unicode.cpp wording.cpp)
pst_room(source digest.cpp error.cpp place.cpp text_reader.cpp)
pst_room(layout cells.cpp columns.cpp furniture.cpp layout.cpp markup.cpp)
pst_room(grammar file.cpp library.cpp number.cpp pattern.cpp reader.cpp values.cpp)
pst_room(plan
  candidate.cpp cards.cpp codes.cpp decode.cpp doubts.cpp extract.cpp facts.cpp joining.cpp lists.cpp
  municipalities.cpp references.cpp rows.cpp scan.cpp scheme.cpp sequence.cpp tree.cpp wording.cpp)
pst_room(output
  explain.cpp json.cpp json_read.cpp json_tree.cpp json_writer.cpp manifest.cpp schema.cpp table.cpp terminal.cpp
  tree.cpp validate.cpp validate_codes.cpp)
pst_room(batch
  archive.cpp content.cpp disk.cpp feed.cpp inputs.cpp ledger.cpp merge.cpp names.cpp pipeline.cpp pool.cpp
  reading.cpp retrieve.cpp run.cpp sandbox.cpp store.cpp summary.cpp unpacker.cpp walk.cpp wire.cpp worker.cpp
  worker_process.cpp)
pst_room(cli
  batch.cpp completion.cpp console.cpp destination.cpp explain.cpp extract.cpp grammar.cpp grammars.cpp
  interrupt.cpp model.cpp parse.cpp progress.cpp root.cpp store.cpp store_text.cpp suggest.cpp)
