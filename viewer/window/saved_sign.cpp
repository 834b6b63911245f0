#include "viewer/window/saved_sign.h"

#include <QTimer>
#include <QToolButton>

#include "viewer/document.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

void show_state(QToolButton* sign, const Document& document) {
  const bool failed = document.save_failed();
  sign->setEnabled(failed);
  if (failed)
    sign->setText(tr_("⚠ Not saved – try again"));
  else if (document.read_only())
    sign->setText(tr_("Read-only"));
  else
    sign->setText(document.saved() ? tr_("✓ Saved") : tr_("Saving …"));
  sign->setAccessibleName(sign->text());
}

}  // namespace

QWidget* make_saved_sign(Document& document, QWidget* parent) {
  auto* sign = new QToolButton(parent);
  sign->setObjectName("saved_sign");
  sign->setToolTip(tr_("Every change is written to the plan file at once."));
  // A write takes a few milliseconds: the sign changes only when it takes long enough to be read.
  auto* later = new QTimer(sign);
  later->setSingleShot(true);
  later->setInterval(150);
  QObject::connect(later, &QTimer::timeout, sign, [sign, &document] { show_state(sign, document); });
  QObject::connect(&document, &Document::saved_changed, sign, [sign, later, &document](bool saved) {
    if (saved || document.save_failed())
      show_state(sign, document);
    else
      later->start();
  });
  QObject::connect(&document, &Document::failed, sign, [sign, &document] { show_state(sign, document); });
  QObject::connect(sign, &QToolButton::clicked, &document, &Document::save_again);
  show_state(sign, document);
  return sign;
}

}  // namespace smile::viewer
