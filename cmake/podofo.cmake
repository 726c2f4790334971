# PoDoFo 0.9 as Debian has it, without a file that says where: PoDoFo::PoDoFo.
find_path(PODOFO_INCLUDE_DIR podofo/podofo.h REQUIRED)
find_library(PODOFO_LIBRARY podofo REQUIRED)
add_library(PoDoFo::PoDoFo UNKNOWN IMPORTED)
set_target_properties(PoDoFo::PoDoFo PROPERTIES
  IMPORTED_LOCATION ${PODOFO_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${PODOFO_INCLUDE_DIR})
