#pragma once
// Links of a measure. Nothing is opened but on a click, after the address was shown, and only web pages and mail.

#include <QString>
#include <optional>

class QUrl;
class QWidget;

namespace smile::viewer {

/// The address if it is http, https or mailto and complete; nothing for files, scripts and the rest.
std::optional<QUrl> safe_address(const QString& link);
/// Shows the address and opens it when the user agrees.
void offer_to_open(QWidget* parent, const QString& link);

}  // namespace smile::viewer
