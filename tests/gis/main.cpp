#define BOOST_TEST_MODULE gis
#include <boost/test/unit_test.hpp>
