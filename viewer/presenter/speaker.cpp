#include "viewer/presenter/speaker.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTime>
#include <QTimer>

#include "viewer/presenter/commands.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// A picture as wide as there is room, as high as the screen it is of makes it.
class Picture : public QLabel {
public:
  explicit Picture(QWidget* parent) : QLabel(parent) {
    setMinimumSize(240, 135);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
  }
  void show_image(const QImage& image) {
    const QSize before = shape_;
    image_ = image;
    if (!image.isNull()) shape_ = image.size();
    if (shape_.width() * before.height() != before.width() * shape_.height()) updateGeometry();
    update();
  }
  int heightForWidth(int width) const override { return width * shape_.height() / shape_.width(); }
  QSize sizeHint() const override { return {480, heightForWidth(480)}; }

protected:
  void paintEvent(QPaintEvent*) override {
    if (image_.isNull()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(QPoint(), image_.size().scaled(size(), Qt::KeepAspectRatio)), image_);
  }

private:
  QImage image_;
  QSize shape_{16, 9};
};

QLabel* label(const char* name, int pixels, QWidget* parent, int weight = QFont::Normal) {
  QLabel* label = plain_label({}, parent);
  label->setObjectName(name);
  label->setWordWrap(true);
  QFont font = label->font();
  font.setPixelSize(pixels);
  font.setWeight(QFont::Weight(weight));
  label->setFont(font);
  return label;
}

}  // namespace

Speaker::Speaker(QElapsedTimer since)
    : now_(new Picture(this)),
      next_(new Picture(this)),
      title_(label("speaker_title", 22, this, QFont::Bold)),
      next_title_(label("speaker_next", 16, this)),
      position_(label("speaker_position", 22, this)),
      state_(label("speaker_state", 18, this, QFont::Bold)),
      clock_(label("speaker_clock", 28, this)),
      timer_(label("speaker_timer", 28, this, QFont::Bold)),
      notes_(new QPlainTextEdit(this)),
      since_(since) {
  setObjectName("speaker");
  setWindowTitle(tr_("Presenting – notes"));
  setFocusPolicy(Qt::StrongFocus);
  now_->setAccessibleName(tr_("This step"));
  next_->setAccessibleName(tr_("Next step"));
  prepare_notes();
  arrange();
  auto* ticking = new QTimer(this);
  connect(ticking, &QTimer::timeout, this, &Speaker::tick);
  ticking->start(500);
  tick();
}

void Speaker::prepare_notes() {
  notes_->setObjectName("speaker_notes");
  notes_->setAccessibleName(tr_("Notes for those who present"));
  notes_->setReadOnly(true);
  notes_->setFocusPolicy(Qt::NoFocus);  // a click into them must not take the keys from the clicker
  QFont font = notes_->font();
  font.setPixelSize(22);
  notes_->setFont(font);
}

void Speaker::arrange() {
  auto* head = new QHBoxLayout;
  head->addWidget(position_);
  head->addWidget(state_, 1);
  head->addWidget(timer_);
  head->addSpacing(24);
  head->addWidget(clock_);
  auto* left = new QVBoxLayout;
  left->addWidget(title_);
  left->addWidget(now_);
  left->addStretch();
  auto* right = new QVBoxLayout;
  right->addWidget(next_title_);
  right->addWidget(next_);
  right->addWidget(notes_, 1);
  auto* both = new QHBoxLayout;
  both->setSpacing(16);
  both->addLayout(left, 3);
  both->addLayout(right, 2);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(16);
  column->addLayout(head);
  column->addLayout(both, 1);
  auto* keys = label("speaker_keys", 14, this);
  keys->setText(words_of_keys());
  column->addWidget(keys);
}

void Speaker::show_step(const Shown& shown) {
  title_->setText(shown.title);
  next_title_->setText(shown.next_title.isEmpty() ? tr_("This is the last step.")
                                                  : tr_(text("Next: {1}", shown.next_title.toStdString())));
  if (notes_->toPlainText() != shown.notes) notes_->setPlainText(shown.notes);
  QString position = tr_(text("Step {1} of {2}", shown.number, shown.count));
  if (!shown.typed.isEmpty()) position += QStringLiteral(" → ") + shown.typed;
  position_->setText(position);
  state_->setText(shown.state);
}

void Speaker::show_pictures(const QImage& now, const QImage& next) {
  static_cast<Picture*>(now_)->show_image(now);
  static_cast<Picture*>(next_)->show_image(next);
}

QString Speaker::notes() const {
  return notes_->toPlainText();
}

QString Speaker::position() const {
  return position_->text();
}

void Speaker::tick() {
  clock_->setText(QTime::currentTime().toString(QStringLiteral("HH:mm")));
  timer_->setText(QTime(0, 0).addMSecs(static_cast<int>(since_.elapsed())).toString(QStringLiteral("H:mm:ss")));
}

void Speaker::closeEvent(QCloseEvent* event) {
  event->accept();
  emit closed();
}

}  // namespace smile::viewer
