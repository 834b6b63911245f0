#include "viewer/panels/empty_state.h"

#include <QBoxLayout>
#include <QPushButton>

#include "viewer/text.h"

namespace smile::viewer {
namespace {

QHBoxLayout* step_row(const std::vector<FirstStep>& steps, QWidget* parent) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addStretch();
  for (const FirstStep& step : steps) {
    auto* button = new QPushButton(step.label, parent);
    button->setAutoDefault(false);
    QObject::connect(button, &QPushButton::clicked, parent, step.action);
    row->addWidget(button);
  }
  row->addStretch();
  return row;
}

}  // namespace

QWidget* make_empty_state(const QString& headline, const QString& sentence, const std::vector<FirstStep>& steps,
                          QWidget* parent) {
  auto* page = new QWidget(parent);
  page->setObjectName("empty_state");
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(16, 8, 16, 8);
  column->setSpacing(8);
  column->addStretch();
  QLabel* head = plain_label(headline, page);
  QFont font = head->font();
  font.setBold(true);
  font.setPointSizeF(font.pointSizeF() * 1.15);
  head->setFont(font);
  head->setAlignment(Qt::AlignHCenter);
  head->setWordWrap(true);
  QLabel* what = plain_label(sentence, page);
  what->setAlignment(Qt::AlignHCenter);
  what->setWordWrap(true);
  column->addWidget(head);
  column->addWidget(what);
  if (!steps.empty()) column->addLayout(step_row(steps, page));
  column->addStretch();
  return page;
}

}  // namespace smile::viewer
