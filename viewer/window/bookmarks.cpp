#include "viewer/window/bookmarks.h"

#include <QInputDialog>
#include <QMenu>
#include <algorithm>

#include "viewer/dialogs/bookmarks_dialog.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

/// The district in the middle where one fills most of the map, else "View 3".
QString proposed_name(const MapView& map) {
  const PlanPtr plan = map.document().plan();
  const QPointF middle(map.width() / 2.0, map.height() / 2.0);
  const District* district = find_district(*plan, map.district_at(middle));
  const Box ground = map.camera().ground();
  if (district != nullptr && bounds(district->geometry).width() > ground.width() / 3) return q(district->name);
  return tr_(text("View {1}", plan->bookmarks.size() + 1));
}

void keep(MainWindow& window, const std::string& name) {
  std::vector<Bookmark> all = window.document()->plan()->bookmarks;
  const Box ground = window.map()->camera().ground();
  auto found = std::find_if(all.begin(), all.end(), [&](const Bookmark& b) { return b.name == name; });
  if (found == all.end()) found = all.insert(all.end(), Bookmark{name, {}});
  found->ground = ground;
  window.document()->seal();
  window.document()->apply(set_bookmarks(std::move(all), text("Bookmark “{1}”", name)));
}

void fill(MainWindow& window, QMenu& menu) {
  menu.clear();
  menu.addAction(window.action("bookmark_view"));
  menu.addAction(window.action("bookmarks"));
  menu.addSeparator();
  int number = 0;
  for (const Bookmark& bookmark : window.document()->plan()->bookmarks) {
    QAction* action = menu.addAction(q(bookmark.name).replace('&', "&&"), &menu, [&window, ground = bookmark.ground] {
      window.map()->show_ground(ground);
      window.map()->setFocus();
    });
    if (++number <= 9) action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number)));
  }
  if (number > 0) return;
  menu.addAction(tr_("No bookmarks yet"))->setEnabled(false);
}

}  // namespace

void bookmark_view(MainWindow& window) {
  bool given = false;
  const QString name = QInputDialog::getText(&window, tr_("Bookmark this view"), tr_("Name of the bookmark:"),
                                             QLineEdit::Normal, proposed_name(*window.map()), &given)
                           .trimmed();
  if (given && !name.isEmpty()) keep(window, name.toStdString());
}

void arrange_bookmarks(MainWindow& window) {
  open_bookmarks_dialog(*window.map(), &window);
}

QMenu* make_bookmarks_menu(MainWindow& window) {
  auto* menu = new QMenu(tr_("&Bookmarks"), &window);
  menu->setObjectName("bookmarks_menu");
  QObject::connect(window.document(), &Document::plan_changed, menu, [&window, menu] { fill(window, *menu); });
  fill(window, *menu);
  return menu;
}

}  // namespace smile::viewer
