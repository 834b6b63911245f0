#pragma once
// Scale bar, north arrow and source line over the map: a picture that is drawn anew only when one of them changes.

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QStringList>
#include <string>

#include "layers/map.h"

namespace smile::viewer {

/// The longest of 1, 2, 5 × 10^n metres that is at most `pixels` wide.
double round_length(double metres_per_pixel, double pixels);
/// "500 m", "2 km", in a language.
std::string length_words(Language language, double metres);
/// Everything the plan was made from, each once, what has to be named first.
QStringList all_sources(const Plan& plan);

class Furniture {
public:
  /// Letters at least so high, logical pixels: read from the back of a room.
  void set_least_letters(int pixels) { least_letters_ = pixels; }
  /// Of the strip along the lower edge in which scale bar and sources stand.
  int height() const;
  QRectF north_box(QSize size) const;
  /// Where the line of sources stands on a map of this size, and what it says: not all where there is no room. Empty
  /// without sources.
  QRectF sources_box(const Plan& plan, QSize size) const;
  QString sources_shown(const Plan& plan, QSize size) const;
  /// As large as the camera's picture, transparent where nothing stands.
  const QImage& picture(const Plan& plan, const layers::Camera& camera, layers::Theme theme);

  struct Ink {
    QColor text;
    QColor halo;
  };

private:
  struct Key {
    double metres_per_pixel = 0;
    QSize size;
    double ratio = 0;
    layers::Theme theme = layers::Theme::light;
    QString sources;
    Language language = Language::english;
    QFont font;
    bool operator==(const Key&) const = default;
  };
  QFont font() const;
  void draw_sources(QPainter& painter, const QRectF& box, const Ink& ink) const;

  int least_letters_ = 0;
  Key key_;
  QImage picture_;
};

}  // namespace smile::viewer
