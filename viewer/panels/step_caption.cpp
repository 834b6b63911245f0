#include "viewer/panels/step_caption.h"

#include <QApplication>
#include <QLineEdit>
#include <QStringList>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <algorithm>

namespace smile::viewer {
namespace {

/// Qt breaks captions by itself, but shows as much of a line too many as there is room for.
class CaptionDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    if (!option->rect.isValid()) return;
    const QStyle& style = option->widget != nullptr ? *option->widget->style() : *QApplication::style();
    const QRect place = style.subElementRect(QStyle::SE_ItemViewItemText, option, option->widget);
    const int beside = style.pixelMetric(QStyle::PM_FocusFrameHMargin, option, option->widget) + 1;
    const int lines = std::max(1, option->decorationSize.height() / option->fontMetrics.lineSpacing());
    option->text = in_lines(option->text, option->font, place.width() - 2 * beside, lines);
  }
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
    auto* line = new QLineEdit(parent);
    line->setObjectName("caption_title");
    return line;
  }
  void setEditorData(QWidget* editor, const QModelIndex& index) const override {
    // Asked again whenever anything of the step changes, as when its picture arrives: what was typed stays.
    auto* line = static_cast<QLineEdit*>(editor);
    if (line->text().isEmpty() && !line->isModified()) line->setText(index.data(caption_title_role).toString());
  }
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
    model->setData(index, static_cast<QLineEdit*>(editor)->text().trimmed(), caption_title_role);
  }
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const override {
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    const QRect place = editor->geometry();
    const int high = std::min(place.height(), editor->sizeHint().height());
    editor->setGeometry(place.left(), place.center().y() - high / 2, option.rect.right() - place.left(), high);
  }
};

}  // namespace

QString in_lines(const QString& words, const QFont& font, int width, int most_lines) {
  QTextLayout layout(words, font);
  QTextOption wrap;
  wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout.setTextOption(wrap);
  QStringList lines;
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(std::max(1, width));
    if (lines.size() + 1 == most_lines) {
      lines << QFontMetrics(font).elidedText(words.mid(line.textStart()), Qt::ElideRight, width);
      break;
    }
    lines << words.mid(line.textStart(), line.textLength()).trimmed();
  }
  layout.endLayout();
  return lines.join(QChar::LineSeparator);
}

QAbstractItemDelegate* make_caption_delegate(QObject* parent) {
  return new CaptionDelegate(parent);
}

}  // namespace smile::viewer
