#include "viewer/dialogs/sheets_dialog.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QShowEvent>
#include <QStackedWidget>
#include <QUrl>
#include <algorithm>

#include "viewer/dialogs/import_assistant.h"
#include "viewer/dialogs/print_sheets.h"
#include "viewer/dialogs/sheet_preview.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/panels/empty_state.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

constexpr int pause_ms = 250;
enum Page { pages_page, no_districts_page, none_chosen_page };

bool differ_in_look_only(const Plan& a, Plan b) {
  b.sheets = a.sheets;
  b.next_id = a.next_id;
  return a == b;
}

QPushButton* add_button(QBoxLayout& row, const QString& label, const char* name) {
  auto* button = new QPushButton(label, row.parentWidget());
  button->setObjectName(name);
  button->setAutoDefault(false);
  row.addWidget(button);
  return button;
}

}  // namespace

SheetsDialog::SheetsDialog(Document& document, QWidget* parent)
    : QDialog(parent), document_(document), letting_go_(new Tasks(this)) {
  setObjectName("sheets_dialog");
  setWindowTitle(tr_("District sheets"));
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  resize(QSize(1240, 690).expandedTo(parent ? parent->size() * 0.85 : QSize()));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(make_side());
  row->addWidget(make_pages(), 1);
  column->addLayout(row, 1);
  add_buttons(*column);
  add_undo_keys();
  wait_.setSingleShot(true);
  wait_.setInterval(pause_ms);
  connect(&wait_, &QTimer::timeout, this, &SheetsDialog::lay_out);
  connect(form_, &SheetsForm::changed, this, &SheetsDialog::follow);
  connect(&document, &Document::plan_changed, this, &SheetsDialog::follow);
  connect(&document, &Document::selection_changed, this, &SheetsDialog::follow_selection);
  preview_->setFocus();
  update_buttons();
}

QWidget* SheetsDialog::make_side() {
  auto* side = new QScrollArea(this);
  side->setFrameShape(QFrame::NoFrame);
  side->setWidgetResizable(true);
  side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  form_ = new SheetsForm(document_, side);
  side->setWidget(form_);
  side->setFixedWidth(336);
  return side;
}

QWidget* SheetsDialog::make_pages() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  stack_ = new QStackedWidget(box);
  preview_ = new SheetPreview(stack_);
  stack_->addWidget(preview_);
  stack_->addWidget(make_empty_state(
      tr_("No districts yet"),
      tr_("Sheets are made district by district: import the areas from the survey office, and the pages stand here."),
      {{tr_("Import districts …"),
        [this] { open_import_assistant(this, document_, tasks_near(parentWidget() ? *parentWidget() : *this)); }}},
      stack_));
  stack_->addWidget(make_empty_state(tr_("No district is chosen"),
                                     tr_("Tick the districts whose sheets you want in the list on the left."), {},
                                     stack_));
  issue_ = make_problem_line(box);
  issue_->setObjectName("issue");
  laying_out_ = new TaskStrip(preview_);
  laying_out_->setObjectName("laying_out");
  column->addWidget(stack_, 1);
  column->addWidget(issue_);
  preview_->add_left_of_bar(*laying_out_);
  connect(preview_, &SheetPreview::failed, this, [this](const QString& sentence) { show_problem(*issue_, sentence); });
  connect(laying_out_, &TaskStrip::busy_changed, this, &SheetsDialog::update_buttons);
  return box;
}

void SheetsDialog::add_buttons(QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  column.addLayout(row);
  writing_ = new TaskStrip(this);
  writing_->setObjectName("writing");
  row->addWidget(writing_, 1);
  note_ = plain_label({}, this);
  note_->setObjectName("note");
  note_->setWordWrap(true);
  row->addWidget(note_, 1);
  open_ = add_button(*row, tr_("Open it"), "open");
  row->addStretch();
  again_ = add_button(*row, tr_("Lay out again"), "again");
  save_pdf_ = add_button(*row, tr_("Save as PDF …"), "save_pdf");
  save_pictures_ = add_button(*row, tr_("Save as pictures …"), "save_pictures");
  print_ = add_button(*row, tr_("Print …"), "print");
  connect(open_, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(written_)); });
  connect(again_, &QPushButton::clicked, this, &SheetsDialog::lay_out);
  connect(save_pdf_, &QPushButton::clicked, this, [this] { ask_and_save(".pdf", tr_("PDF (*.pdf)")); });
  connect(save_pictures_, &QPushButton::clicked, this,
          [this] { ask_and_save(".png", tr_("A picture for each page (*.png)")); });
  connect(print_, &QPushButton::clicked, this, &SheetsDialog::ask_and_print);
  connect(add_button(*row, tr_("Close"), "leave"), &QPushButton::clicked, this, &QDialog::reject);
  connect(writing_, &TaskStrip::busy_changed, this, &SheetsDialog::update_buttons);
}

/// The window's own keys don't reach here.
void SheetsDialog::add_undo_keys() {
  connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, &document_, &Document::undo);
  connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, &document_, &Document::redo);
}

// --- pages ---

void SheetsDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (!event->spontaneous()) follow();
}

/// Closed it takes no memory and does no work.
void SheetsDialog::hideEvent(QHideEvent* event) {
  QDialog::hideEvent(event);
  if (event->spontaneous()) return;
  wait_.stop();
  laying_out_->cancel();
  writing_->cancel();
  take(nullptr);
  document_.seal();
}

void SheetsDialog::follow() {
  if (!isVisible()) return;
  stale_ = true;
  laying_out_->cancel();
  take_written({}, {}, {});  // what was written is no longer what is seen
  const SheetChoice choice = form_->choice();
  const bool none_chosen = !choice.all && choice.districts.empty();
  stack_->setCurrentIndex(choice.level == 0 ? no_districts_page : none_chosen ? none_chosen_page : pages_page);
  if (stack_->currentIndex() == pages_page)
    wait_.start();
  else
    wait_.stop();
  update_buttons();
}

void SheetsDialog::lay_out() {
  auto plan = std::make_shared<Plan>(*document_.plan());
  plan->sheets = form_->look();
  const PlanPlace place{document_.path(), !document_.read_only()};
  show_problem(*issue_, {});
  laying_out_->start(tr_("Laying out the pages"),
                     [this, plan = PlanPtr(plan), place, choice = form_->choice(),
                      before = laid_out_](const Progress& progress) -> std::function<void()> {
                       auto done = std::make_shared<const LaidOut>(laid_out(plan, place, choice, before, progress));
                       return [this, done] { take(done); };
                     });
}

/// What was read and counted before is taken again where only the look is another.
SheetsDialog::LaidOut SheetsDialog::laid_out(const PlanPtr& plan, const PlanPlace& place, const SheetChoice& choice,
                                             const LaidOutPtr& before, const Progress& progress) {
  LaidOut out;
  const bool again =
      before && before->choice.level == choice.level && differ_in_look_only(*before->content.plan, *plan);
  out.content = again ? layers::with_look(before->content, plan->sheets)
                      : layers::sheet_content(plan, place, choice.level, progress);
  out.choice = choice;
  out.pages = layers::lay_out_sheets(out.content, choice.all ? std::vector<Id>{} : choice.districts, progress);
  return out;
}

void SheetsDialog::take(LaidOutPtr laid_out) {
  stale_ = !laid_out;
  const SheetPages pages = laid_out ? SheetPages(laid_out, &laid_out->pages) : nullptr;
  LaidOutPtr before = std::exchange(laid_out_, std::move(laid_out));
  const int page = laid_out_ ? page_to_show() : -1;
  preview_->set_pages(pages, page);
  if (laid_out_ && !laid_out_->content.issues.empty())
    show_problem(*issue_, tr_(laid_out_->content.issues.front().message));
  // The features of a large city take a while to let go of: not on this thread.
  if (before)
    letting_go_->start({}, [before = std::move(before)](const Progress&) -> std::function<void()> { return {}; });
  update_buttons();
}

/// Where one was, at first the selected district's.
int SheetsDialog::page_to_show() const {
  const int there = preview_->page();
  return there < 0 ? page_of_selected().value_or(0) : std::min(there, static_cast<int>(laid_out_->pages.size()) - 1);
}

/// The first of them.
std::optional<int> SheetsDialog::page_of_selected() const {
  const Id selected = document_.selected_district();
  const auto& pages = laid_out_->pages;
  const auto found = std::find_if(pages.begin(), pages.end(), [selected](const layers::SheetPage& page) {
    return selected != 0 && page.district == selected;
  });
  return found == pages.end() ? std::nullopt : std::optional(static_cast<int>(found - pages.begin()));
}

/// Not the other way round: who looks through the pages selects nothing on the map.
void SheetsDialog::follow_selection() {
  if (!laid_out_) return;
  const auto page = page_of_selected();
  if (page && pages()[static_cast<std::size_t>(preview_->page())].district != document_.selected_district())
    preview_->show_page(*page);
}

// --- out of the program ---

void SheetsDialog::save(const std::filesystem::path& file, bool overwrite) {
  writing_->start(tr_("Writing the sheets"),
                  [this, file, overwrite, made = laid_out_](const Progress& progress) -> std::function<void()> {
                    const auto written = layers::write_sheets(made->content, made->pages, file, overwrite, progress);
                    const Text done = file.extension() == ".pdf"
                                          ? text("The sheets are in {1}", file.string())
                                          : text("The pictures are in {1}", file.parent_path().string());
                    const auto shown = file.extension() == ".pdf" ? file : file.parent_path();
                    return [this, done, shown, written] { take_written(tr_(done), q(shown.string()), written.issues); };
                  });
  take_written({}, {}, {});
}

void SheetsDialog::print_on(const std::shared_ptr<QPrinter>& printer) {
  writing_->start(
      tr_("Printing"),
      [this, printer, made = laid_out_, language = language()](const Progress& progress) -> std::function<void()> {
        const Issues issues = print_sheets(*printer, made->pages, language, progress);
        const QString file = printer->outputFileName();  // "print to file" is a printer too
        const Text done = file.isEmpty() ? text("The sheets are with the printer.")
                                         : text("The sheets are in {1}", file.toStdString());
        return [this, done, file, issues] { take_written(tr_(done), file, issues); };
      });
  take_written({}, {}, {});
}

void SheetsDialog::ask_and_save(const QString& ending, const QString& filter) {
  const QString stem = q(document_.path().stem().string());
  QString file = QFileDialog::getSaveFileName(this, windowTitle(),
                                              last_folder() + "/" + stem + "-" + tr_("sheets") + ending, filter);
  if (file.isEmpty() || !is_laid_out()) return;
  keep_folder(file);
  const bool as_asked = file.endsWith(ending, Qt::CaseInsensitive);
  if (!as_asked) file += ending;
  // Of pictures, whose names get numbers, the file dialog could not ask whether to replace them.
  save(file.toStdString(), as_asked && ending == ".pdf");
}

void SheetsDialog::ask_and_print() {
  auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  printer->setDocName(q(document_.plan()->title));
  set_paper(*printer, pages().front());
  QPrintDialog dialog(printer.get(), this);
  dialog.setOption(QAbstractPrintDialog::PrintPageRange);
  dialog.setMinMax(1, static_cast<int>(pages().size()));
  if (dialog.exec() == QDialog::Accepted && is_laid_out()) print_on(printer);
}

/// sentence "": nothing was written yet.
void SheetsDialog::take_written(const QString& sentence, const QString& file, const Issues& issues) {
  note_->setText(sentence);
  written_ = file;
  if (!issues.empty()) writing_->show_failure(tr_(issues.front().message));
  update_buttons();
}

void SheetsDialog::update_buttons() {
  if (print_ == nullptr) return;  // still being built
  const bool idle = !laying_out_->busy() && !wait_.isActive();
  for (QPushButton* button : {save_pdf_, save_pictures_, print_})
    button->setEnabled(is_laid_out() && !writing_->busy() && stack_->currentIndex() == pages_page);
  writing_->setVisible(writing_->busy() || !writing_->failure().isEmpty());
  note_->setVisible(!note_->text().isEmpty());
  open_->setVisible(!written_.isEmpty());
  again_->setVisible(isVisible() && stale_ && idle && stack_->currentIndex() == pages_page);
}

SheetsDialog* open_sheets_dialog(Document& document, QWidget& owner) {
  auto* dialog = owner.window()->findChild<SheetsDialog*>();
  if (dialog == nullptr) {
    dialog = new SheetsDialog(document, owner.window());
    // At once: its threads must have ended before the plan goes.
    QObject::connect(&owner, &QObject::destroyed, dialog, [dialog] { delete dialog; });
  }
  dialog->show();
  dialog->raise();
  dialog->activateWindow();
  return dialog;
}

}  // namespace smile::viewer
