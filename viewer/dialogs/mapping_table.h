#pragma once
// The first rows of a file as they are read, and over each column the list of what it becomes. Guesses are in italics.

#include <QHeaderView>
#include <QTableWidget>
#include <vector>

#include "gis/formats/text_table.h"

class QComboBox;

namespace smile::viewer {

struct TargetChoice {
  QString word;  ///< "" : nothing of ours
  QString label;
};

/// Header with a list under each name.
class MappingHeader : public QHeaderView {
  Q_OBJECT
public:
  explicit MappingHeader(QWidget* parent);

  void set_targets(const std::vector<TargetChoice>& targets, const QStringList& chosen, bool guessed, int columns);
  QComboBox* list_of(int column) const;
  QSize sizeHint() const override;
  /// Puts the lists under their names: after scrolling and resizing.
  void place_lists();

signals:
  void chosen(int column, const QString& word);

protected:
  void paintSection(QPainter* painter, const QRect& rect, int section) const override;
  void updateGeometries() override;

private:
  std::vector<QComboBox*> lists_;
};

class MappingTable : public QTableWidget {
  Q_OBJECT
public:
  explicit MappingTable(QWidget* parent);

  void show_rows(const TextTable& table);
  /// chosen: a word per column. A word that may stand only once leaves its old column when chosen again.
  void set_targets(const std::vector<TargetChoice>& targets, const QStringList& chosen, bool guessed);
  QStringList chosen() const { return chosen_; }
  /// Words that several columns may have.
  void set_shared_words(const QStringList& words) { shared_words_ = words; }
  MappingHeader& header() const { return *header_; }

signals:
  void mapping_changed();

private:
  void widen_for_choice(int column);
  void choose(int column, const QString& word);
  MappingHeader* header_;
  std::vector<TargetChoice> targets_;
  QStringList chosen_;
  QStringList shared_words_;
};

}  // namespace smile::viewer
