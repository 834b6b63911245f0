#include "viewer/panels/inspector_links.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include "viewer/text.h"

namespace smile::viewer {

std::optional<QUrl> safe_address(const QString& link) {
  const QUrl url(link.trimmed(), QUrl::StrictMode);
  if (!url.isValid()) return std::nullopt;
  const QString scheme = url.scheme().toLower();
  if (scheme == QStringLiteral("mailto")) return url.path().contains('@') ? std::optional(url) : std::nullopt;
  const bool web = scheme == QStringLiteral("http") || scheme == QStringLiteral("https");
  return web && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
}

void offer_to_open(QWidget* parent, const QString& link) {
  const std::optional<QUrl> url = safe_address(link);
  if (!url) return;
  auto* box = new QMessageBox(parent);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  box->setWindowTitle(tr_("Open a link"));
  box->setText(tr_("This address comes from the data of the measure:"));
  // The form that can't disguise another host with letters that look alike.
  box->setInformativeText(QString::fromLatin1(url->toEncoded()));
  QPushButton* open = box->addButton(tr_("Open in the browser"), QMessageBox::AcceptRole);
  box->addButton(QMessageBox::Cancel);
  box->setDefaultButton(QMessageBox::Cancel);
  QObject::connect(open, &QPushButton::clicked, box, [address = *url] { QDesktopServices::openUrl(address); });
  box->open();
}

}  // namespace smile::viewer
