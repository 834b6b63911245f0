#pragma once
// Words made comparable where nothing but capitals and blanks around them may differ.

#include <string>
#include <string_view>

namespace smile {

/// Trimmed; lower case of ASCII and of the Latin-1 and Latin Extended-A letters that German and Polish names use.
std::string folded(std::string_view text);

}  // namespace smile
