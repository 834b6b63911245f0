#include "gis/geometry/orientation.h"

#include <array>
#include <cmath>

namespace smile {
namespace {

/// An exact sum of doubles as non-overlapping terms, smallest first (Shewchuk 1997, grow-expansion).
class ExactSum {
public:
  void add_product(double a, double b) {
    const double high = a * b;
    add(std::fma(a, b, -high));
    add(high);
  }
  int sign() const {
    for (std::size_t i = count_; i-- > 0;)
      if (terms_[i] != 0) return terms_[i] > 0 ? 1 : -1;
    return 0;
  }

private:
  void add(double value) {
    for (std::size_t i = 0; i < count_; ++i) {
      const double sum = value + terms_[i];
      const double part = sum - value;
      terms_[i] = (value - (sum - part)) + (terms_[i] - part);
      value = sum;
    }
    terms_[count_++] = value;
  }
  std::array<double, 12> terms_{};
  std::size_t count_ = 0;
};

int exact_orientation(Point a, Point b, Point c) {
  ExactSum sum;
  sum.add_product(a.x, b.y);
  sum.add_product(-a.y, b.x);
  sum.add_product(b.x, c.y);
  sum.add_product(-b.y, c.x);
  sum.add_product(c.x, a.y);
  sum.add_product(-c.y, a.x);
  return sum.sign();
}

}  // namespace

int orientation(Point a, Point b, Point c) {
  const double left = (a.x - c.x) * (b.y - c.y);
  const double right = (a.y - c.y) * (b.x - c.x);
  const double determinant = left - right;
  constexpr double epsilon = 1.1102230246251565e-16;
  const double bound = (3.0 + 16.0 * epsilon) * epsilon * (std::abs(left) + std::abs(right));
  if (determinant > bound) return 1;
  if (determinant < -bound) return -1;
  return exact_orientation(a, b, c);
}

}  // namespace smile
