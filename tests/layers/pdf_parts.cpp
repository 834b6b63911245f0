#include "layers/pdf_parts.h"

#include <boost/test/unit_test.hpp>

using namespace smile::layers;

BOOST_AUTO_TEST_SUITE(pdf_parts)

BOOST_AUTO_TEST_CASE(what_is_kept_outside_of_memory_comes_back_in_any_order) {
  PathSpool spool;
  const PathSpool::Place first = spool.keep({"first", {{64, 255}}});
  const PathSpool::Place second = spool.keep({std::string("with\0zero", 9), {}});
  BOOST_TEST((spool.content(second) == QByteArray("with\0zero", 9)));
  BOOST_TEST((spool.content(first) == "first"));
  const PathSpool::Place third = spool.keep({"third", {}});
  BOOST_TEST((spool.content(third) == "third"));
  BOOST_TEST((first.alpha == std::set<std::pair<int, int>>{{64, 255}}));
}

BOOST_AUTO_TEST_SUITE_END()
