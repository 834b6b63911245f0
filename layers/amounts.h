#pragma once
// Styles that show how much there is: circles whose area is the value, and the density of points as a field of colour.

#include <QPainter>
#include <stop_token>
#include <vector>

#include "layers/camera.h"
#include "layers/feature_shapes.h"

namespace smile::layers {

/// A circle at a feature: at points themselves, in the middle of lines, where areas are wide.
struct AmountCircle {
  GroundPoint at;
  float diameter = 0;  ///< logical pixels
  std::uint32_t feature = 0;
};

/// value: by feature; those that are no positive number get no circle. The largest value gets `largest` pixels. The
/// largest first, so that small ones are drawn over them.
std::vector<AmountCircle> amount_circles(const FeatureShapes& shapes, const std::vector<double>& values,
                                         double largest);

/// Density of points by a quartic kernel (B. W. Silverman, "Density Estimation", 1986, 4.5), summed on a grid of square
/// cells that sticks to the ground. For the eye: cells are a sixth of the radius or two pixels.
class HeatField {
public:
  /// weights: by feature; empty: every point counts 1. Others than finite positive ones count nothing.
  HeatField(FeatureShapesPtr shapes, std::vector<double> weights, double radius_m);

  double most() const { return most_; }  ///< of the whole layer, per km²
  double radius() const { return radius_; }
  /// colours: from little to most; what is nearly nothing is transparent.
  void draw(QPainter& painter, const Camera& camera, const QRectF& visible, const std::vector<QColor>& colours,
            const std::stop_token& stop) const;

private:
  struct Grid {
    double left = 0, bottom = 0, cell = 1;  ///< ground units from the shapes' origin
    int columns = 0, rows = 0;
    std::vector<float> density;  ///< per km², by rows from the south
  };
  Grid grid(double left, double bottom, double right, double top, double cell, const std::stop_token& stop) const;

  FeatureShapesPtr shapes_;
  std::vector<double> weights_;
  double radius_;
  double most_ = 0;
};
using HeatFieldPtr = std::shared_ptr<const HeatField>;

}  // namespace smile::layers
