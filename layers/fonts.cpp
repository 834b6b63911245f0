// The font of maps and paper, embedded in the program: Open Sans (Apache-2.0).

#include <QFontDatabase>
#include <mutex>

#include "layers/paper.h"

// Must stand outside every namespace: it names a function the resource compiler made.
static void initialise_font_resource() {
  Q_INIT_RESOURCE(fonts);
}

namespace smile::layers {

void load_fonts() {
  static std::once_flag once;
  std::call_once(once, [] {
    initialise_font_resource();
    for (const char* style : {"Regular", "Italic", "Semibold", "Bold"})
      QFontDatabase::addApplicationFont(QStringLiteral(":/smile/fonts/OpenSans-%1.ttf").arg(QLatin1StringView(style)));
  });
}

QString map_font_family() {
  return QStringLiteral("Open Sans");
}

}  // namespace smile::layers
