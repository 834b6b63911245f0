// Language, theme, memory for layers; all take effect at once.

#include <QBoxLayout>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>

#include "viewer/layer_store.h"
#include "viewer/memory_words.h"
#include "viewer/text.h"
#include "viewer/window/commands.h"
#include "viewer/window/layer_budget.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"
#include "viewer/window/settings.h"

namespace smile::viewer {

namespace {

QComboBox* make_budgets(MainWindow& window, QWidget* parent) {
  auto* budgets = new QComboBox(parent);
  budgets->setObjectName("layer_budget");
  budgets->addItem(tr_(text("Automatic ({1})", str(size_words(usual_layer_budget())))), 0);
  for (const qulonglong megabytes : {500ULL, 1000ULL, 2000ULL, 4000ULL, 8000ULL, 16000ULL})
    budgets->addItem(tr_(size_words(megabytes * 1'000'000)), megabytes * 1'000'000);
  if (layer_budget_is_chosen())
    budgets->setCurrentIndex(std::max(0, budgets->findData(static_cast<qulonglong>(kept_layer_budget()))));
  QObject::connect(budgets, &QComboBox::activated, &window, [&window, budgets] {
    keep_layer_budget(budgets->currentData().toULongLong());
    if (window.layers() != nullptr) window.layers()->set_budget(kept_layer_budget());
  });
  return budgets;
}

}  // namespace

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
  form->addRow(plain_label(tr_("Memory for layers"), dialog), make_budgets(window, dialog));
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
