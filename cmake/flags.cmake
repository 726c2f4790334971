# pst_flags: what every source of the project is compiled with. Libraries of others are system headers
# and stay out of it.
add_library(pst_flags INTERFACE)
# Leaving trailing members to their defaults is how plain structs are made here, so that warning stays off.
target_compile_options(pst_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wno-missing-field-initializers
  -Wno-sign-conversion)  # clang's -Wconversion has it, gcc's has not
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # gcc 12 reports these inside its own std::string and std::regex when it optimises.
  target_compile_options(pst_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(PST_WERROR)
  target_compile_options(pst_flags INTERFACE -Werror)
endif()

# The sanitizers are set for the whole build: mixing objects with and without them gives false alarms.
if(PST_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(PST_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "PST_FUZZ needs clang: cmake --preset dev")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
