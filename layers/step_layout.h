#pragma once
// Where things stand on the picture of a step. Only for step_picture.

#include "layers/step_panel.h"
#include "layers/step_picture.h"

namespace smile::layers {

inline constexpr double legend_step = 32;  ///< from line to line, in units
inline constexpr std::size_t legend_lines = 2;

/// Data and sentences on one line.
QString plain(const std::string& words);
QString plain(const Text& sentence);

class StepLayout {
public:
  StepLayout(const PlanPtr& plan, const Step& step, QSize size, const StepLook& look);
  StepPicture lay_out();

private:
  using Part = StepText::Part;

  double u(double at_1280) const { return at_1280 * out_.unit; }
  QColor paper() const;
  QFont font(double pixels, bool bold = false) const;
  void line(Part part, QPointF corner, const QString& words, const QFont& font, const QColor& ink);
  /// Lines from `y_` downwards in the card; those below `bottom` are cut.
  void paragraph(Part part, const QString& words, double pixels, bool bold, const QColor& ink, double bottom);

  void title();
  void place_map();
  void card();
  void body(double bottom);
  void panel(double bottom);
  void rows(double bottom);
  void row(const StepRow& row, const QStringList& lines, double number_width);
  void chart(double bottom);
  void sources();
  void progress();

  /// Signs and words of one thing the map shows, on one line.
  struct LegendPiece {
    std::optional<StepKey> key;  ///< nothing: words
    QString words;
    double width = 0;
    double after = 0;  ///< room behind it
  };
  using LegendItem = std::vector<LegendPiece>;
  LegendPiece said(const QString& words) const;
  LegendPiece name_of(const LegendLayer& layer) const;
  std::vector<LegendItem> legend_items() const;
  LegendItem strip_of(const LegendLayer& layer) const;
  void add_result(std::vector<LegendItem>& items) const;
  void add_classes(std::vector<LegendItem>& items) const;
  void add_blocks(std::vector<LegendItem>& items) const;
  void legend();

  PlanPtr plan_;
  const Step& step_;
  const StepLook& look_;
  StepPanelWords words_;
  StepPicture out_;
  double top_ = 0;  ///< below the title
  QRectF inner_;    ///< of the card, as high as it may become
  double y_ = 0;    ///< how far the card is filled
  QColor ink_, quiet_;
};

}  // namespace smile::layers
