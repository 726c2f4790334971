// Ids of a plan and of what is in it: the same plan, exported twice, has the same. Internal to the output
// room.
#pragma once

#include <string>
#include <string_view>

#include "plan/model.hpp"

namespace pst::output {

/// A UUID (RFC 9562, version 8) made of the SHA-256 of `text`.
std::string uuid_of(std::string_view text);

/// What the plan's own ids are made of: who, where and for which years; the file's SHA-256 where that is not
/// known. Does not depend on the file's name or on how it was read.
std::string identity_of(const plan::Plan& plan);

/// ElementId of the element that stands for `code` in the plan of that id.
std::string element_id(const std::string& plan_id, const std::string& code);

/// The section that an import writes what the exchange said of itself into, `Clé : valeur` a line.
inline constexpr const char* kIdentitySection = "Identifiants de l'échange";

/// What stands there under that key; empty where the plan was not imported.
std::string imported_fact(const plan::Plan& plan, std::string_view key);

}  // namespace pst::output
