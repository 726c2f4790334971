// Parts of the program that bring many libraries along: shared objects, loaded when they are first needed.
#pragma once

namespace pst::source {

/// The function `entry` of the module `file` ("libpst_….so"), which lies beside the program, above it (tests)
/// or where it was installed. Null where there is no such module or it does not load.
void* module_entry(const char* file, const char* entry);

}  // namespace pst::source
