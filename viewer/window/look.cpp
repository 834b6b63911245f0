#include "viewer/window/look.h"

#include <QApplication>
#include <QDir>
#include <QFontInfo>
#include <QLibraryInfo>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProxyStyle>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTranslator>

#include "layers/paper.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

bool system_dark = false;
QString system_icons;
layers::Theme shown = layers::Theme::light;
bool projected = false;
bool projected_before = false;
QFont system_font;

struct Colours {
  const char *window, *base, *alternate, *button, *text, *quiet, *line, *accent, *on_accent, *link;
};
constexpr Colours light_colours{"#f3f2f0", "#ffffff", "#f8f7f5", "#fbfaf9", "#1e2227",
                                "#5f646b", "#c9c5bf", "#0b62a4", "#ffffff", "#0b62a4"};
constexpr Colours light_strong{"#ffffff", "#ffffff", "#f0f0f0", "#ffffff", "#000000",
                               "#33373c", "#6b6b6b", "#004a86", "#ffffff", "#004a86"};
constexpr Colours dark_strong{"#000000", "#000000", "#161616", "#1c1c1c", "#ffffff",
                              "#d6d9dd", "#8f959d", "#7fc4ff", "#000000", "#9fd3ff"};
constexpr Colours dark_colours{"#25282c", "#1b1e21", "#212428", "#30343a", "#e9eaec",
                               "#a5abb3", "#474d55", "#2a75b5", "#ffffff", "#7db9ea"};

constexpr char sheet[] = R"(
QToolBar { border: 0; border-bottom: 1px solid palette(mid); spacing: 4px; padding: 4px 8px; }
QToolBar QToolButton { padding: 4px 6px; }
QStatusBar { border-top: 1px solid palette(mid); }
QStatusBar::item { border: 0; }
QDockWidget::title { padding: 6px 8px; background: palette(window); }
QMainWindow::separator { background: palette(window); width: 6px; height: 6px; }
QMainWindow::separator:hover { background: palette(highlight); }
QMenu { padding: 4px 0; }
#strip { background: palette(tool-tip-base); border-bottom: 1px solid palette(mid); }
#start_title { font-size: 28pt; font-weight: 600; }
#map_card { background: palette(base); border: 1px solid palette(mid); border-radius: 6px; }
#quiet { color: palette(placeholder-text); }
#drop_zone { border: 2px dashed palette(mid); border-radius: 8px; }
#saved_sign { border: 0; padding: 4px 8px; }
)";

bool worse_than_ours(const QString& family) {
  for (const char* plain : {"DejaVu", "Bitstream", "Liberation", "Nimbus", "Helvetica", "Sans Serif"})
    if (family.startsWith(plain)) return true;
  return family.isEmpty();
}

/// Fusion draws the outlines of boxes and fields darker than the window: on a dark window they disappear. Ours are
/// drawn once more in a colour that is seen.
class OutlinedFusion : public QProxyStyle {
public:
  explicit OutlinedFusion(QColor outline)
      : QProxyStyle(QStyleFactory::create("Fusion")), outline_(std::move(outline)) {}

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    const bool box = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck;
    const bool text = element == PE_Frame && qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
    const bool field = (element == PE_FrameLineEdit || text) && !(option->state & State_HasFocus);
    if (!round && !box && !field) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(outline_, 1));
    painter->setBrush(Qt::NoBrush);
    const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (round)
      painter->drawEllipse(edge.adjusted(1, 1, -1, -1));
    else
      painter->drawRoundedRect(edge, 2, 2);
    painter->restore();
  }

private:
  QColor outline_;
};

void apply_font() {
  constexpr double from_afar = 15;  // points: with the smaller notes nothing is below 18 pixels at 96 dpi
  QFont font = system_font;
  if (worse_than_ours(QFontInfo(font).family())) font.setFamily(layers::map_font_family());
  if (font.pointSizeF() < 10 && font.pixelSize() < 0) font.setPointSizeF(10);
  if (projected) font.setPointSizeF(std::max(from_afar, font.pointSizeF()));
  QApplication::setFont(font);
  for (const char* own : {"QMenu", "QMenuBar", "QToolTip", "QToolButton", "QStatusBar", "QHeaderView"})
    if (projected || projected_before) QApplication::setFont(font, own);  // some desktops give them fonts of their own
  projected_before = projected;
}

void apply_icons(layers::Theme theme) {
  const bool dark = theme == layers::Theme::dark;
  const char* ours = dark ? "breeze-dark" : "breeze";
  QIcon::setFallbackThemeName(ours);
  // The system's icons are drawn for the system's colours; on ours they may be unreadable.
  const bool fits = !system_icons.isEmpty() && system_icons != "hicolor" && dark == system_dark;
  QIcon::setThemeName(fits ? system_icons : QString(ours));
}

}  // namespace

void learn_system_look() {
  system_dark = QApplication::palette().window().color().lightness() < 128;
  system_icons = QIcon::themeName();
  system_font = QApplication::font();
  QStringList folders = QIcon::themeSearchPaths();  // some platforms look only into the program itself
  folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, "icons", QStandardPaths::LocateDirectory);
  folders.removeDuplicates();
  QIcon::setThemeSearchPaths(folders);
  layers::load_fonts();
}

layers::Theme theme_of(ThemeChoice choice) {
  const bool dark = choice == ThemeChoice::dark || (choice == ThemeChoice::system && system_dark);
  return dark ? layers::Theme::dark : layers::Theme::light;
}

QPalette palette_of(layers::Theme theme) {
  const bool dark = theme == layers::Theme::dark;
  const Colours& c = projected ? (dark ? dark_strong : light_strong) : (dark ? dark_colours : light_colours);
  QPalette palette{QColor(c.button), QColor(c.window)};
  const auto set = [&](QPalette::ColorRole role, const char* colour) { palette.setColor(role, QColor(colour)); };
  set(QPalette::Window, c.window);
  set(QPalette::WindowText, c.text);
  set(QPalette::Base, c.base);
  set(QPalette::AlternateBase, c.alternate);
  set(QPalette::Text, c.text);
  set(QPalette::Button, c.button);
  set(QPalette::ButtonText, c.text);
  set(QPalette::BrightText, c.text);
  set(QPalette::Mid, c.line);
  set(QPalette::Highlight, c.accent);
  set(QPalette::HighlightedText, c.on_accent);
  set(QPalette::Link, c.link);
  set(QPalette::ToolTipBase, c.alternate);
  set(QPalette::ToolTipText, c.text);
  set(QPalette::PlaceholderText, c.quiet);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, QColor(c.quiet));
  return palette;
}

QColor outline_of(layers::Theme theme) {
  return QColor(theme == layers::Theme::dark ? "#8a919b" : "#8b867f");
}

void apply_look(layers::Theme theme) {
  shown = theme;
  QApplication::setStyle(new OutlinedFusion(outline_of(theme)));
  QApplication::setPalette(palette_of(theme));
  apply_font();
  apply_icons(theme);
  qApp->setStyleSheet(sheet);
}

layers::Theme current_theme() {
  return shown;
}

void set_for_projector(bool on) {
  projected = on;
}

bool for_projector() {
  return projected;
}

QIcon icon(const char* name) {
  return QIcon::fromTheme(name);
}

void load_qt_words() {
  static QTranslator translator;
  QCoreApplication::removeTranslator(&translator);
  if (language() != Language::german) return;
  if (translator.load("qtbase_de", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&translator);
}

}  // namespace smile::viewer
