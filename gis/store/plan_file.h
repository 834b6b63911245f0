#pragma once
// The plan file: one GeoPackage, written through one SQLite connection. Every edit is one durable transaction.
// QGIS opens it as ordinary layers: districts_<level id> for each level, measures_points, measures_lines,
// measures_areas and measures_without_place, and layer_… for features taken into the plan, with their styles. While it
// is open for writing there may be a -wal and a lock file beside it; closed it is one file.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/plan/plan.h"
#include "gis/plan/plan_place.h"
#include "gis/store/taken_layer.h"

namespace smile {

struct NamedVersion {
  Id id = 0;
  std::string name;
  std::string when;  ///< ISO date and time, UTC
};

class PlanFile {
public:
  /// Writes a new file (beside, then renamed). Throws Error{exists} unless overwrite.
  /// The returned file is open for writing. Throws also Error{in_use} if somebody edits a plan of that name.
  /// tables: the features of the plan's layers that are to be in the file, in the plan's system.
  static PlanFile create(const std::filesystem::path& path, const Plan& plan, bool overwrite = false,
                         const FeatureTables& tables = {});

  enum class Mode { write, read };
  /// Mode::write falls back to nothing: throws Error{in_use} with who has it, {read_only}, {refused} with the reason.
  /// {unreadable}: damaged. Mode::read also opens what Mode::write refuses because something in it is not ours, runs
  /// nothing from the file, and leaves it byte for byte as it was; the file is not held open.
  static PlanFile open(const std::filesystem::path& path, Mode mode);

  PlanFile(PlanFile&&) noexcept;
  PlanFile& operator=(PlanFile&&) noexcept;
  ~PlanFile();  ///< checkpoints and leaves one closed file

  const std::filesystem::path& path() const;
  PlanPtr plan() const;  ///< what is on disk
  bool read_only() const;
  /// What people should know about how it was found: rows another program wrote that can't be understood, a copy made
  /// while it was open.
  const Issues& notices() const;

  /// Writes the difference to what is on disk in one transaction; returns once it is durable. Throws Error{disk}; then
  /// the last good state stays.
  void save(PlanPtr next);

  /// Brings what the -wal holds into the file itself, so that who copies the file alone while it is open has everything
  /// up to now. Costs a few milliseconds after some edits; what can't be done now is done later.
  void settle() noexcept;

  /// Takes the features of a layer into the file, in one transaction: a new table for each kind of geometry, that of
  /// most features first. The plan shows them after show_taken() has been applied and saved; tables that no plan and no
  /// version refers to go at the first edit after the file was opened anew. crs: of data. Throws Error{refused} without
  /// any geometry, {cancelled} (then nothing is left of it), {disk}.
  std::vector<TakenTable> take_features(const LayerData& data, const std::string& layer, const Crs& crs,
                                        const Progress& progress = {});

  void save_version(const std::string& name);
  std::vector<NamedVersion> versions() const;
  Plan version(Id id) const;

  /// A complete, closed copy; written beside and renamed. plan: to be in it instead of what is on disk.
  void save_copy(const std::filesystem::path& to, bool overwrite = false, PlanPtr plan = nullptr) const;

private:
  struct Implementation;
  explicit PlanFile(std::unique_ptr<Implementation>);
  std::unique_ptr<Implementation> implementation_;
};

/// For reading the features of its layers.
PlanPlace place_of(const std::filesystem::path& plan);

}  // namespace smile
