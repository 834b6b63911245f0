#include "viewer/dialogs/mapping_table.h"

#include <QComboBox>
#include <QPainter>
#include <QScrollBar>

#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr std::size_t shown_rows = 40;
constexpr int name_height = 24;
constexpr int list_height = 28;

}  // namespace

MappingHeader::MappingHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
  setSectionsClickable(false);
  setHighlightSections(false);
  setMinimumSectionSize(112);
  connect(this, &QHeaderView::sectionResized, this, &MappingHeader::place_lists);
}

QSize MappingHeader::sizeHint() const {
  QSize size = QHeaderView::sizeHint();
  size.setHeight(name_height + (lists_.empty() ? 0 : list_height + 4));
  return size;
}

void MappingHeader::set_targets(const std::vector<TargetChoice>& targets, const QStringList& chosen_words, bool guessed,
                                int columns) {
  for (QComboBox* list : lists_) list->deleteLater();
  lists_.clear();
  for (int column = 0; column < columns && !targets.empty(); ++column) {
    auto* list = new QComboBox(viewport());
    for (const TargetChoice& target : targets) list->addItem(target.label, target.word);
    list->setMaxVisibleItems(28);
    list->setCurrentIndex(std::max(0, list->findData(chosen_words.value(column))));
    const QString name = model()->headerData(column, Qt::Horizontal).toString();
    list->setAccessibleName(tr_(text("Column {1} becomes", name.toStdString())));
    list->setToolTip(guessed ? tr_("Guessed from the header and the values") : QString());
    QFont font = list->font();
    font.setItalic(guessed);
    list->setFont(font);
    leave_wheel_to_panel(*list);
    connect(list, &QComboBox::activated, this, [this, list, column] {
      QFont decided = list->font();
      decided.setItalic(false);
      list->setFont(decided);
      list->setToolTip({});
      emit chosen(column, list->currentData().toString());
    });
    list->show();
    lists_.push_back(list);
  }
  updateGeometry();
  place_lists();
}

QComboBox* MappingHeader::list_of(int column) const {
  return column >= 0 && static_cast<std::size_t>(column) < lists_.size() ? lists_[static_cast<std::size_t>(column)]
                                                                         : nullptr;
}

void MappingHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
  painter->save();
  QFont font = painter->font();
  font.setBold(true);
  painter->setFont(font);
  painter->setPen(palette().color(QPalette::WindowText));
  const QRect name = QRect(rect.left() + 6, rect.top(), rect.width() - 8, name_height);
  const QString words = model()->headerData(section, Qt::Horizontal).toString();
  painter->drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                    painter->fontMetrics().elidedText(words, Qt::ElideRight, name.width()));
  painter->restore();
}

void MappingHeader::updateGeometries() {
  QHeaderView::updateGeometries();
  place_lists();
}

void MappingHeader::place_lists() {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    const int column = static_cast<int>(i);
    lists_[i]->setGeometry(sectionViewportPosition(column) + 2, name_height, sectionSize(column) - 4, list_height);
  }
}

MappingTable::MappingTable(QWidget* parent) : QTableWidget(parent), header_(new MappingHeader(this)) {
  setObjectName("mapping_table");
  setAccessibleName(tr_("First rows of the file"));
  setHorizontalHeader(header_);
  setEditTriggers(NoEditTriggers);
  setSelectionMode(NoSelection);
  setFrameShape(NoFrame);
  setWordWrap(false);
  setHorizontalScrollMode(ScrollPerPixel);
  verticalHeader()->setDefaultSectionSize(24);
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  connect(header_, &MappingHeader::chosen, this, &MappingTable::choose);
  connect(horizontalScrollBar(), &QScrollBar::valueChanged, header_, &MappingHeader::place_lists);
}

void MappingTable::show_rows(const TextTable& table) {
  const std::size_t rows = std::min(table.rows.size(), shown_rows);
  clear();
  setColumnCount(static_cast<int>(table.header.size()));
  setRowCount(static_cast<int>(rows));
  for (std::size_t column = 0; column < table.header.size(); ++column)
    setHorizontalHeaderItem(static_cast<int>(column), new QTableWidgetItem(q(table.header[column])));
  for (std::size_t row = 0; row < rows; ++row) {
    const TextRow& line = table.rows[row];
    setVerticalHeaderItem(static_cast<int>(row), new QTableWidgetItem(QString::number(line.row)));
    for (std::size_t column = 0; column < line.cells.size() && column < table.header.size(); ++column)
      setItem(static_cast<int>(row), static_cast<int>(column),
              new QTableWidgetItem(q(line.cells[column]).left(200).replace('\n', ' ')));
  }
  resizeColumnsToContents();
  for (int column = 0; column < columnCount(); ++column)
    setColumnWidth(column, std::clamp(columnWidth(column), 136, 280));
}

void MappingTable::set_targets(const std::vector<TargetChoice>& targets, const QStringList& chosen_words,
                               bool guessed) {
  targets_ = targets;
  chosen_ = chosen_words;
  while (chosen_.size() < columnCount()) chosen_ << QString();
  header_->set_targets(targets, chosen_, guessed, columnCount());
  for (int column = 0; column < columnCount(); ++column) widen_for_choice(column);
  updateGeometries();
}

/// What a column is taken for is read in full.
void MappingTable::widen_for_choice(int column) {
  const QComboBox* list = header_->list_of(column);
  if (list == nullptr) return;
  constexpr int arrow_and_frame = 48;
  const int needed = list->fontMetrics().horizontalAdvance(list->currentText()) + arrow_and_frame;
  if (needed > columnWidth(column)) setColumnWidth(column, std::min(needed, 320));
}

void MappingTable::choose(int column, const QString& word) {
  for (int other = 0; other < chosen_.size(); ++other) {
    if (other == column || chosen_[other] != word || word.isEmpty() || shared_words_.contains(word)) continue;
    chosen_[other] = shared_words_.value(0);
    QComboBox* list = header_->list_of(other);
    list->setCurrentIndex(std::max(0, list->findData(chosen_[other])));
  }
  chosen_[column] = word;
  emit mapping_changed();
}

}  // namespace smile::viewer
