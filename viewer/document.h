#pragma once
// The open plan as the window sees it: history, selection, and a thread that makes every edit durable.
// All windows and panels hold a Document and follow its signals; none of them changes a plan any other way.

#include <QObject>
#include <QString>
#include <filesystem>
#include <memory>
#include <vector>

#include "gis/plan/edits.h"
#include "gis/plan/history.h"
#include "gis/store/plan_file.h"

namespace smile::viewer {

class Document : public QObject {
  Q_OBJECT
public:
  explicit Document(PlanFile file, QObject* parent = nullptr);
  ~Document() override;  ///< waits until everything is on disk

  PlanPtr plan() const;
  std::filesystem::path path() const;
  bool read_only() const;
  const Issues& notices() const;  ///< how the file was found: PlanFile::notices

  /// Applies at once, is durable a moment later (saved() then holds). Errors go to failed(); the plan stays as it was.
  bool apply(const Edit& edit);
  void undo();
  void redo();
  bool can_undo() const;
  bool can_redo() const;
  QString undo_name() const;  ///< in the language of the window
  QString redo_name() const;
  void seal();               ///< ends a drag: the next edit is its own step of undo
  bool saved() const;        ///< what is on disk is what plan() says
  bool save_failed() const;  ///< the last attempt failed; the next edit or save_again() tries once more
  void save_again();
  void wait_until_saved();  ///< for tests and for closing; returns also when writing failed

  /// These four may be called from a task's thread: they wait for what is being written and then work on the file.
  /// Throw Error.
  void save_copy(const std::filesystem::path& to, bool overwrite) const;
  void save_version(const QString& name) const;
  /// PlanFile::take_features.
  std::vector<TakenTable> take_features(const LayerData& data, const std::string& layer, const Crs& crs,
                                        const Progress& progress) const;
  std::vector<NamedVersion> versions() const;
  /// An edit like any other: can be undone. Errors go to failed().
  void go_back_to(Id version);

  // Selection is one thing everywhere: measures or a district, never both.
  const std::vector<Id>& selected_measures() const { return selected_measures_; }
  Id selected_district() const { return selected_district_; }
  void select_measures(std::vector<Id> measures);
  void select_district(Id district);

signals:
  void plan_changed();
  void selection_changed();
  void saved_changed(bool saved);
  void failed(const QString& sentence);
  /// Somebody (table, issues panel, search) asks the map to show a place.
  void show_measure(smile::Id measure);
  void show_district(smile::Id district);
  void show_finding(smile::Id finding);
  /// Several steps were made at once.
  void show_steps(const std::vector<smile::Id>& steps);

private:
  struct Writer;
  void plan_moved();  ///< history_ has another current plan: hand it to the writer and tell everybody
  void take_news();   ///< what the writer found, on the GUI thread
  void drop_lost_selection();
  void tell_saved();

  History history_;
  std::unique_ptr<Writer> writer_;
  std::vector<Id> selected_measures_;
  Id selected_district_ = 0;
  bool told_saved_ = true;
};

/// nullptr where none or several measures are selected.
const Measure* only_selected(const Document& document);

}  // namespace smile::viewer
