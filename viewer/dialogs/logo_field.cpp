#include "viewer/dialogs/logo_field.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

#include "layers/logo.h"
#include "layers/sheet.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

constexpr QSize picture_size(104, 56);

QString dropped_file(const QDropEvent& event) {
  const QList<QUrl> urls = event.mimeData()->urls();
  return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

}  // namespace

LogoField::LogoField(QWidget* parent)
    : QWidget(parent),
      tasks_(new Tasks(this)),
      picture_(plain_label({}, this)),
      remove_(new QPushButton(tr_("Remove"), this)),
      problem_(make_problem_line(this)) {
  setObjectName("logo");
  setAcceptDrops(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  picture_->setObjectName("logo_picture");
  picture_->setFixedSize(picture_size);
  picture_->setAlignment(Qt::AlignCenter);
  picture_->setFrameShape(QFrame::StyledPanel);
  picture_->setWordWrap(true);
  picture_->setBackgroundRole(QPalette::Base);
  picture_->setAutoFillBackground(true);
  auto* choose = new QPushButton(tr_("Choose …"), this);
  choose->setAccessibleName(tr_("Choose the logo"));
  choose->setAutoDefault(false);
  remove_->setObjectName("remove_logo");
  remove_->setAccessibleName(tr_("Remove the logo"));
  remove_->setAutoDefault(false);
  auto* buttons = new QVBoxLayout;
  buttons->setSpacing(4);
  buttons->addWidget(choose);
  buttons->addWidget(remove_);
  row->addWidget(picture_);
  row->addLayout(buttons, 1);
  problem_->setObjectName("logo_problem");
  column->addLayout(row);
  column->addWidget(problem_);
  connect(choose, &QPushButton::clicked, this, &LogoField::choose);
  connect(remove_, &QPushButton::clicked, this, [this] { emit chosen({}); });
  connect(tasks_, &Tasks::failed, this, [this](const QString& sentence) { show_problem(*problem_, sentence); });
  show_logo_of({});
}

void LogoField::show_logo_of(const SheetSettings& settings) {
  if (const QString logo = q(settings.logo); std::exchange(shown_, logo) == logo && !logo.isEmpty()) return;
  remove_->setEnabled(!settings.logo.empty());
  const QImage logo = layers::logo_of(settings);
  const bool broken = logo.isNull() && !settings.logo.empty();
  show_problem(*problem_, broken ? tr_("The logo in the plan is no picture any more; choose it again.") : QString());
  // As on paper: logos are made for a light ground, and often dark.
  picture_->setPalette(logo.isNull() ? QPalette() : palette_of(layers::Theme::light));
  if (logo.isNull()) return picture_->setText(tr_("Drop it here"));
  const double ratio = devicePixelRatioF();
  QImage small = logo.scaled((picture_size - QSize(8, 8)) * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  small.setDevicePixelRatio(ratio);
  picture_->setPixmap(QPixmap::fromImage(small));
}

void LogoField::choose() {
  const QString file =
      QFileDialog::getOpenFileName(this, tr_("The city’s logo"), last_folder(),
                                   tr_("Pictures (*.png *.jpg *.jpeg *.svg *.gif *.bmp)") + ";;" + tr_("All files"));
  if (file.isEmpty()) return;
  keep_folder(file);
  read(file);
}

void LogoField::read(const QString& file) {
  show_problem(*problem_, {});
  tasks_->start(tr_("Reading the logo"), [this, file = file.toStdString()](const Progress&) -> std::function<void()> {
    return [this, logo = q(layers::read_logo(file))] { emit chosen(logo); };
  });
}

void LogoField::dragEnterEvent(QDragEnterEvent* event) {
  if (!dropped_file(*event).isEmpty()) event->acceptProposedAction();
}

void LogoField::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  read(dropped_file(*event));
}

}  // namespace smile::viewer
