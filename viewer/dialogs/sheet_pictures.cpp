#include "viewer/dialogs/sheet_pictures.h"

#include <QPainter>
#include <algorithm>

#include "gis/words/issue.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QImage drawn_sheet(const layers::SheetPage& page, const SheetPicture& as, Language language, Issues& issues) {
  QImage image(as.size * as.ratio, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  image.setDevicePixelRatio(as.ratio);
  QPainter painter(&image);
  const QSizeF whole = page.size * page.zoom;
  painter.scale(as.size.width() / whole.width(), as.size.height() / whole.height());
  issues = layers::draw(painter, page, language);
  return image;
}

}  // namespace

QSize size_of_sheet(const layers::SheetPage& page, double scale) {
  return (page.size * page.zoom * scale).toSize().expandedTo({1, 1});
}

SheetPictures::SheetPictures(QObject* parent) : QObject(parent), tasks_(new Tasks(this)) {
  connect(tasks_, &Tasks::failed, this, &SheetPictures::failed);
  connect(tasks_, &Tasks::progressed, this, [this](const QString& step) {
    if (step.isEmpty()) draw_next();
  });
}

void SheetPictures::set_pages(SheetPages pages) {
  tasks_->cancel_all();
  pages_ = std::move(pages);
  wanted_.clear();
  pictures_.clear();
}

void SheetPictures::want(std::vector<SheetPicture> wanted) {
  wanted_ = std::move(wanted);
  std::erase_if(pictures_, [this](const auto& entry) {
    return std::find(wanted_.begin(), wanted_.end(), entry.first) == wanted_.end();
  });
  draw_next();
}

QImage SheetPictures::of(const SheetPicture& picture) const {
  const auto found = pictures_.find(picture);
  return found == pictures_.end() ? QImage() : found->second;
}

void SheetPictures::draw_next() {
  if (tasks_->busy()) return;  // comes again when that has ended
  const auto next = std::find_if(wanted_.begin(), wanted_.end(),
                                 [this](const SheetPicture& one) { return pictures_.count(one) == 0; });
  if (next == wanted_.end()) return;
  pictures_[*next] = {};
  tasks_->start(tr_("Drawing the pages"),
                [this, pages = pages_, as = *next, language = language()](const Progress&) -> std::function<void()> {
                  Issues issues;
                  QImage image = drawn_sheet(pages->at(static_cast<std::size_t>(as.page)), as, language, issues);
                  return [this, as, image = std::move(image), issues] {
                    const auto place = pictures_.find(as);
                    if (place == pictures_.end()) return;  // nobody wants it any more
                    place->second = image;
                    emit drawn(as);
                    if (!issues.empty()) emit failed(tr_(issues.front().message));
                  };
                });
}

}  // namespace smile::viewer
