#include "viewer/panels/inspector_links.h"

#include <QUrl>
#include <boost/test/unit_test.hpp>

using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(inspector_links)

BOOST_AUTO_TEST_CASE(only_web_pages_and_mail_can_be_opened) {
  for (const char* link : {"https://www.rostock.de/a?b=c", "http://example.org", "mailto:buero@rostock.de"})
    BOOST_TEST(safe_address(link).has_value(), link);
  for (const char* link : {"file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "smb://server/x",
                           "www.rostock.de", "https://", "ftp://x.de", "", "mailto:nobody"})
    BOOST_TEST(!safe_address(link).has_value(), link);
}

BOOST_AUTO_TEST_SUITE_END()
