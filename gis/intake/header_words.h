#pragma once
// What headers of idea pools are called in German and English.

#include <string_view>
#include <vector>

namespace smile {

struct HeaderMeaning {
  std::string_view target;
  int strength = 0;  ///< 100 and more: the header is that word; below: it contains it
};

/// All meanings a header may have, in no order. header_form: see word_form.
std::vector<HeaderMeaning> meanings_of_header(std::string_view header_form);

}  // namespace smile
