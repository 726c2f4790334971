# Run by the build: writes OUT, a C++ source with the files of GRAMMARS and DATA as two tables.

# Appends to `code` the table `name` of `files`, and its count as `count`.
function(append_table name count files)
  set(rows "")
  foreach(path IN LISTS files)
    get_filename_component(file ${path} NAME)
    file(READ ${path} content)
    # Compilers accept raw strings of at least 64 KiB; longer files are cut into literals side by side.
    string(LENGTH "${content}" length)
    set(literals "")
    set(from 0)
    while(from LESS length)
      string(SUBSTRING "${content}" ${from} 16000 piece)
      string(APPEND literals "R\"~embed~(${piece})~embed~\"\n")
      math(EXPR from "${from} + 16000")
    endwhile()
    if(length EQUAL 0)
      set(literals "\"\"")
    endif()
    string(MAKE_C_IDENTIFIER "${name}_${file}" id)
    string(APPEND texts "constexpr char ${id}[] =\n${literals};\n")
    string(APPEND rows "    {\"${file}\", ${id}, sizeof(${id}) - 1},\n")
  endforeach()
  list(LENGTH files length)
  string(APPEND code "namespace {\n${texts}}  // namespace\n\n"
    "extern const EmbeddedFile ${name}[] = {\n${rows}    {nullptr, nullptr, 0},\n};\n"
    "extern const std::size_t ${count} = ${length};\n\n")
  set(code "${code}" PARENT_SCOPE)
endfunction()

set(code "// Written by the build from grammars/ and data/; do not edit.\n#include \"grammar/embedded.hpp\"\n\n")
string(APPEND code "namespace pst::grammar {\n\n")
append_table(kEmbedded kEmbeddedCount "${GRAMMARS}")
append_table(kEmbeddedData kEmbeddedDataCount "${DATA}")
string(APPEND code "}  // namespace pst::grammar\n")
file(WRITE ${OUT} "${code}")
