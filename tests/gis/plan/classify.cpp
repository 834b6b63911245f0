#include "gis/plan/classify.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numeric>
#include <random>

using namespace smile;

namespace {

double cost(const std::vector<double>& values, const std::vector<double>& weights,
            const std::vector<std::size_t>& starts) {
  double total = 0;
  for (std::size_t c = 0; c < starts.size(); ++c) {
    const std::size_t end = c + 1 < starts.size() ? starts[c + 1] : values.size();
    double w = 0, sum = 0;
    for (std::size_t i = starts[c]; i < end; ++i) w += weights[i], sum += weights[i] * values[i];
    for (std::size_t i = starts[c]; i < end; ++i) total += weights[i] * std::pow(values[i] - sum / w, 2);
  }
  return total;
}

/// Every way to cut the values into classes.
double least_cost(const std::vector<double>& values, const std::vector<double>& weights, std::size_t classes) {
  std::vector<bool> cut(values.size() - 1, false);
  std::fill(cut.end() - static_cast<std::ptrdiff_t>(classes - 1), cut.end(), true);
  double best = INFINITY;
  do {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < cut.size(); ++i)
      if (cut[i]) starts.push_back(i + 1);
    best = std::min(best, cost(values, weights, starts));
  } while (std::next_permutation(cut.begin(), cut.end()));
  return best;
}

constexpr ClassMethod methods[] = {ClassMethod::natural_breaks, ClassMethod::quantile, ClassMethod::equal,
                                   ClassMethod::pretty};

/// Inhabitants of 21 quarters, invented, of the size such figures have.
const std::vector<double> inhabitants{7523, 2411, 18730, 5120, 19645, 12986, 1034, 20410, 16222, 611, 10987,
                                      4410, 3305, 14876, 8899, 2120,  940,   6634, 1780,  13350, 5555};

}  // namespace

BOOST_AUTO_TEST_SUITE(classify_suite)

BOOST_AUTO_TEST_CASE(natural_breaks_find_the_groups_an_eye_finds) {
  const std::vector<double> values{1, 2, 3, 50, 51, 52, 900, 901};
  const std::vector<double> weights(values.size(), 1);
  BOOST_TEST(fisher_jenks(values, weights, 3) == (std::vector<std::size_t>{0, 3, 6}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(natural_breaks_are_the_optimum_of_all_cuts) {
  std::mt19937 generator(7);
  const auto random = [&generator] { return static_cast<int>(generator() % 100000); };
  for (int round = 0; round < 200; ++round) {
    std::vector<double> values(static_cast<std::size_t>(4 + random() % 9));
    std::vector<double> weights(values.size());
    double at = -50;
    for (double& v : values) v = at += 1 + static_cast<double>(random() % 100) / (1 + random() % 7);
    for (double& w : weights) w = 1 + random() % 3;
    for (std::size_t classes = 1; classes <= std::min<std::size_t>(5, values.size()); ++classes) {
      const auto starts = fisher_jenks(values, weights, static_cast<int>(classes));
      BOOST_TEST_REQUIRE(starts.size() == classes);
      BOOST_TEST(cost(values, weights, starts) == least_cost(values, weights, classes),
                 boost::test_tools::tolerance(1e-9));
    }
  }
}

BOOST_AUTO_TEST_CASE(rounding_moves_no_value_into_another_class) {
  std::vector<double> sorted = inhabitants;
  std::sort(sorted.begin(), sorted.end());
  const std::vector<double> weights(sorted.size(), 1);
  const auto starts = fisher_jenks(sorted, weights, 5);
  const Classes classes = classify(inhabitants, 5, ClassMethod::natural_breaks);
  BOOST_TEST_REQUIRE(classes.count() == 5);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const auto expected = std::upper_bound(starts.begin(), starts.end(), i) - starts.begin() - 1;
    BOOST_TEST(classes.class_of(sorted[i]) == expected);
  }
}

BOOST_AUTO_TEST_CASE(limits_are_readable) {
  for (const ClassMethod method : methods) {
    const Classes classes = classify(inhabitants, 5, method);
    for (const double limit : classes.limits) BOOST_TEST(std::fmod(limit, 50) == 0);
  }
}

BOOST_AUTO_TEST_CASE(every_value_has_a_class_and_limits_increase) {
  std::mt19937 generator(3);
  const auto random = [&generator] { return static_cast<int>(generator() % 100000); };
  for (int round = 0; round < 300; ++round) {
    std::vector<double> values(static_cast<std::size_t>(1 + random() % 60));
    const double size = std::pow(10.0, random() % 9 - 3);
    for (double& v : values) v = size * (static_cast<double>(random() % 1000) - (round % 3 == 0 ? 500 : 0)) / 7;
    for (const ClassMethod method : methods) {
      const Classes classes = classify(values, 1 + random() % 7, method);
      BOOST_TEST_REQUIRE(classes.count() >= 1);
      for (int i = 0; i < classes.count(); ++i)
        BOOST_TEST((classes.count() == 1 ||
                    classes.limits[static_cast<std::size_t>(i)] < classes.limits[static_cast<std::size_t>(i) + 1]));
      for (const double v : values) BOOST_TEST(classes.class_of(v) >= 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(quantiles_hold_equal_numbers) {
  const Classes classes = classify(inhabitants, 3, ClassMethod::quantile);
  std::vector<int> counts(3);
  for (const double v : inhabitants) ++counts[static_cast<std::size_t>(classes.class_of(v))];
  BOOST_TEST(counts == (std::vector<int>{7, 7, 7}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(equal_steps_stay_near_equal) {
  const Classes classes = classify({0, 13, 29, 44, 71, 100.5}, 5, ClassMethod::equal);
  BOOST_TEST_REQUIRE(classes.count() == 5);
  for (std::size_t i = 1; i < 5; ++i)
    BOOST_TEST(std::abs(classes.limits[i] - 20.1 * static_cast<double>(i)) <= 20.1 / 4 + 1e-9);
}

BOOST_AUTO_TEST_CASE(pretty_limits_are_multiples_of_one_step) {
  const Classes classes = classify(inhabitants, 5, ClassMethod::pretty);
  const std::vector<double> expected{0, 5000, 10000, 15000, 20000, 25000};
  BOOST_TEST(classes.limits == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(few_different_values_make_few_classes) {
  BOOST_TEST(classify({}, 5, ClassMethod::natural_breaks).count() == 0);
  BOOST_TEST(classify({NAN, INFINITY}, 5, ClassMethod::natural_breaks).count() == 0);
  const Classes one = classify({4, 4, 4}, 5, ClassMethod::natural_breaks);
  BOOST_TEST(one.count() == 1);
  BOOST_TEST(one.class_of(4) == 0);
  BOOST_TEST(class_label(Language::english, one, 0) == "4");
  BOOST_TEST(classify({1, 1, 9}, 5, ClassMethod::quantile).count() == 2);
}

BOOST_AUTO_TEST_CASE(labels_are_written_as_the_language_writes_numbers) {
  const Classes classes{{0, 1250, 20000}, false};
  BOOST_TEST(class_label(Language::english, classes, 1) == "1,250 – 20,000");
  BOOST_TEST(class_label(Language::german, classes, 1) == "1.250 – 20.000");
  BOOST_TEST(class_label(Language::german, Classes{{0.5, 2.25, 3}, false}, 0) == "0,50 – 2,25");
}

BOOST_AUTO_TEST_CASE(small_counts_have_labels_that_do_not_touch) {
  const Classes classes = classify({0, 1, 2, 3, 8, 9, 14}, 3, ClassMethod::quantile);
  BOOST_TEST_REQUIRE(classes.whole);
  std::string last;
  for (int i = 0; i < classes.count(); ++i) {
    const std::string label = class_label(Language::english, classes, i);
    BOOST_TEST(label.substr(0, label.find(' ')) != last);
    last = label.substr(label.rfind(' ') + 1);
  }
  BOOST_TEST(last == "14");
}

BOOST_AUTO_TEST_CASE(readable_numbers_are_the_roundest_of_an_interval) {
  BOOST_TEST(readable_between(9400, 10600) == 10000);
  BOOST_TEST(readable_between(3000, 9500) == 5000);
  BOOST_TEST(readable_between(-3, 4) == 0);
  BOOST_TEST(readable_between(0.1234, 0.1239) == 0.1235, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(readable_between(7, 8) == 8);
}

BOOST_AUTO_TEST_SUITE_END()
