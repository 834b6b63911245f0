#include "viewer/window/message_strip.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::viewer {

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent), icon_(plain_label({}, this)), words_(plain_label({}, this)), action_(new QToolButton(this)) {
  setObjectName("strip");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 6, 8, 6);
  row->setSpacing(8);
  words_->setWordWrap(true);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  words_->setObjectName("strip_sentence");
  action_->setObjectName("strip_action");
  auto* close = new QToolButton(this);
  close->setObjectName("strip_close");
  close->setIcon(viewer::icon("window-close"));
  close->setAutoRaise(true);
  close->setToolTip(tr_("Close this message"));
  close->setAccessibleName(tr_("Close this message"));
  row->addWidget(icon_);
  row->addWidget(words_, 1);
  row->addWidget(action_);
  row->addWidget(close);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  connect(action_, &QToolButton::clicked, this, [this] {
    hide();
    if (const auto run = run_) run();
  });
  hide();
}

void MessageStrip::show_message(Kind kind, const QString& sentence, const QString& action, std::function<void()> run) {
  const QIcon sign = viewer::icon(kind == Kind::problem ? "dialog-warning" : "dialog-information");
  icon_->setPixmap(sign.pixmap(22, 22));
  icon_->setAccessibleName(kind == Kind::problem ? tr_("Problem") : tr_("Hint"));
  words_->setText(sentence);
  action_->setText(action);
  action_->setVisible(!action.isEmpty());
  run_ = std::move(run);
  show();
}

QString MessageStrip::sentence() const {
  return isHidden() ? QString() : words_->text();
}

void MessageStrip::withdraw(const QString& sentence) {
  if (words_->text() == sentence) hide();
}

}  // namespace smile::viewer
