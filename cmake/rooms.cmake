# The sources of each room, by name. A new file is one line here; a house test says so when it is missing.

# pst_room(NAME FILES…): sets PST_<NAME> to the files of src/<name>.
function(pst_room name)
  list(TRANSFORM ARGN PREPEND src/${name}/)
  string(TOUPPER ${name} upper)
  set(PST_${upper} ${ARGN} PARENT_SCOPE)
endfunction()

# Rooms still in motion: whatever lies there is built.
foreach(room text source layout grammar plan compare)
  file(GLOB files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/src/${room} ${PROJECT_SOURCE_DIR}/src/${room}/*.cpp)
  pst_room(${room} ${files})
endforeach()

pst_room(output
  explain.cpp json.cpp json_read.cpp json_tree.cpp json_writer.cpp schema.cpp table.cpp terminal.cpp tree.cpp
  validate.cpp validate_codes.cpp)
pst_room(batch content.cpp inputs.cpp pipeline.cpp)
pst_room(cli
  completion.cpp console.cpp destination.cpp explain.cpp extract.cpp grammar.cpp grammars.cpp model.cpp
  parse.cpp root.cpp suggest.cpp)
