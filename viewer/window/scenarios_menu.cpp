#include "viewer/window/scenarios_menu.h"

#include <QMenu>

#include "viewer/document.h"
#include "viewer/scenario_steps.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {

QMenu* make_scenarios_menu(MainWindow& window) {
  auto* menu = new QMenu(tr_("Scenar&ios"), &window);
  menu->setObjectName("scenarios_menu");
  const auto fill = [&window, menu] {
    fill_scenario_menu(*menu, *window.document(), &window);
    // With their keys, which only actions of the window have.
    for (const auto& [own, of_window] :
         {std::pair("make_scenario", "new_scenario"), std::pair("switch_selected", "switch_in_scenario")})
      if (QAction* action = menu->findChild<QAction*>(own)) {
        menu->insertAction(action, window.action(of_window));
        delete action;
      }
  };
  QObject::connect(menu, &QMenu::aboutToShow, menu, fill);
  fill();
  return menu;
}

}  // namespace smile::viewer
