# Builds the files a bare `pst` needs into the binary: every grammar (kEmbedded) and a few data files
# (kEmbeddedData), as declared in src/grammar/embedded.hpp. Sets PST_EMBEDDED to the generated source.
file(GLOB PST_GRAMMAR_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/grammars/*.toml)
list(FILTER PST_GRAMMAR_FILES EXCLUDE REGEX "/_[^/]*$")  # _template.toml is data: no plan is read with it
set(PST_DATA_FILES
  ${PROJECT_SOURCE_DIR}/data/communes-wallonie.csv
  ${PROJECT_SOURCE_DIR}/grammars/_template.toml
  ${PROJECT_SOURCE_DIR}/grammars/_themes.toml
  ${PROJECT_SOURCE_DIR}/grammars/_mesures.toml
  ${PROJECT_SOURCE_DIR}/grammars/_partenaires.toml
  ${PROJECT_SOURCE_DIR}/src/output/comparison.schema.json
  ${PROJECT_SOURCE_DIR}/src/output/plan.schema.json)
# The HTML report: its own sources, and the charting library as Debian packages it (libjs-chart.js).
file(GLOB PST_PAGE_FILES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/output/page/*)
find_file(PST_CHART_JS chart.min.js PATHS /usr/share/javascript/chart.js NO_DEFAULT_PATH REQUIRED)
list(APPEND PST_DATA_FILES ${PST_PAGE_FILES} ${PST_CHART_JS})
set(PST_EMBEDDED ${CMAKE_BINARY_DIR}/generated/embedded.cpp)
add_custom_command(OUTPUT ${PST_EMBEDDED}
  COMMAND ${CMAKE_COMMAND} "-DOUT=${PST_EMBEDDED}" "-DGRAMMARS=${PST_GRAMMAR_FILES}" "-DDATA=${PST_DATA_FILES}"
          -P ${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake
  DEPENDS ${PST_GRAMMAR_FILES} ${PST_DATA_FILES} ${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake
  COMMENT "Embedding grammars and data"
  VERBATIM)
