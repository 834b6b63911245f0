#include "viewer/window/look.h"

#include <boost/test/unit_test.hpp>

#include "tests/viewer/support.h"
#include "viewer/window/actions.h"

using namespace smile;
using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(look)

BOOST_AUTO_TEST_CASE(words_stand_out_from_their_ground_in_both_themes) {
  for (const auto theme : {layers::Theme::light, layers::Theme::dark}) {
    const QPalette palette = palette_of(theme);
    const auto readable = [&](QPalette::ColorRole ink, QPalette::ColorRole ground) {
      BOOST_TEST(layers::contrast(palette.color(ink), palette.color(ground)) >= 4.5,
                 "role " << ink << " on " << ground);
    };
    readable(QPalette::WindowText, QPalette::Window);
    readable(QPalette::Text, QPalette::Base);
    readable(QPalette::Text, QPalette::AlternateBase);
    readable(QPalette::ButtonText, QPalette::Button);
    readable(QPalette::PlaceholderText, QPalette::Base);
    readable(QPalette::PlaceholderText, QPalette::Window);
    readable(QPalette::ToolTipText, QPalette::ToolTipBase);
    readable(QPalette::Link, QPalette::Base);
    BOOST_TEST(layers::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    // Edges of boxes and fields: 3 : 1 is what WCAG asks of what is not text.
    BOOST_TEST(layers::contrast(outline_of(theme), palette.color(QPalette::Base)) >= 3);
    BOOST_TEST(layers::contrast(outline_of(theme), palette.color(QPalette::Window)) >= 3);
  }
}

BOOST_AUTO_TEST_CASE(the_icons_of_the_actions_exist) {
  learn_system_look();
  QIcon::setThemeName("breeze");
  for (const ActionRow& row : action_rows())
    if (row.icon[0] != '\0') BOOST_TEST(QIcon::hasThemeIcon(row.icon), row.icon);
}

BOOST_AUTO_TEST_SUITE_END()
