#pragma once
// A city's logo: a small picture, chosen, dropped or removed. It is read on a thread; what goes wrong stands below it.

#include <QWidget>

class QLabel;
class QPushButton;

namespace smile {
struct SheetSettings;
}

namespace smile::viewer {

class Tasks;

class LogoField : public QWidget {
  Q_OBJECT
public:
  explicit LogoField(QWidget* parent);

  void show_logo_of(const SheetSettings& settings);
  void read(const QString& file);

signals:
  /// As SheetSettings keeps it; "": none any more.
  void chosen(const QString& logo);

protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  void choose();

  Tasks* tasks_;
  QLabel* picture_;
  QPushButton* remove_;
  QLabel* problem_;
  QString shown_;
};

}  // namespace smile::viewer
