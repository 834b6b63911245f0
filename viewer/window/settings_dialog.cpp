// Language and theme; both take effect at once.

#include <QBoxLayout>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

#include "viewer/text.h"
#include "viewer/window/commands.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"
#include "viewer/window/settings.h"

namespace smile::viewer {

// Not exec(): the window is made anew while the dialog is open, and nothing of it may be waiting on the way back.
void open_settings(MainWindow& window) {
  auto* dialog = new QDialog(&window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName("settings");
  dialog->setWindowTitle(tr_("Settings"));
  dialog->setMinimumWidth(400);
  auto* column = new QVBoxLayout(dialog);
  auto* form = new QFormLayout;
  form->setSpacing(8);
  auto* languages = new QComboBox(dialog);
  languages->setObjectName("language");
  languages->addItems({"English", "Deutsch"});  // each in its own language, so that everybody finds the way back
  languages->setCurrentIndex(language() == Language::german ? 1 : 0);
  auto* themes = new QComboBox(dialog);
  themes->setObjectName("theme");
  themes->addItems({tr_("Like the system"), tr_("Light"), tr_("Dark")});
  themes->setCurrentIndex(static_cast<int>(kept_theme()));
  form->addRow(plain_label(tr_("Language"), dialog), languages);
  form->addRow(plain_label(tr_("Appearance"), dialog), themes);
  column->addLayout(form);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
  buttons->button(QDialogButtonBox::Close)->setText(tr_("Close"));
  QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  column->addWidget(buttons);
  QObject::connect(themes, &QComboBox::activated, &window,
                   [&window](int index) { switch_theme(window, static_cast<ThemeChoice>(index)); });
  QObject::connect(languages, &QComboBox::activated, &window, [&window, dialog](int index) {
    dialog->close();  // its own words are the old ones
    switch_language(window, index == 1 ? Language::german : Language::english);
  });
  dialog->open();
}

void switch_language(MainWindow& window, Language language) {
  keep_language(language);
  set_language(language);
  load_qt_words();
  window.rebuild();
}

void switch_theme(MainWindow& window, ThemeChoice theme) {
  keep_theme(theme);
  apply_look(theme_of(theme));
  window.rebuild();
}

}  // namespace smile::viewer
