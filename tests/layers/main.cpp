// Boost.Test with a QGuiApplication around it.
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_MODULE layers
#include <QGuiApplication>
#include <boost/test/unit_test.hpp>

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  return boost::unit_test::unit_test_main(init_unit_test, argc, argv);
}
