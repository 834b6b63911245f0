#pragma once
// Where a window of a test keeps its settings and documents.

#include <QCoreApplication>
#include <QSettings>
#include <boost/test/unit_test.hpp>

#include "tests/viewer/support.h"
#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::tests {

/// Settings and documents in a folder of the test's own.
struct Desk {
  TemporaryFolder folder;
  Desk() {
    QCoreApplication::setOrganizationName("Smile Places tests");
    QCoreApplication::setApplicationName("viewer");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, viewer::q(folder.path().string()));
    ::setenv("XDG_CONFIG_HOME", folder.path().c_str(), 1);
    ::setenv("HOME", folder.path().c_str(), 1);
    set_language(Language::english);
    static const bool once = (viewer::learn_system_look(), true);
    BOOST_TEST(once);
    viewer::apply_look(layers::Theme::light);
  }
  ~Desk() { set_language(Language::english); }
};

}  // namespace smile::tests
