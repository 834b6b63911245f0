#pragma once
// The plan file: one GeoPackage, written through one SQLite connection. Every edit is one durable transaction.
// QGIS opens it: tables districts_<n>… see README of this folder for the tables.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/plan/plan.h"

namespace smile {

struct NamedVersion {
  Id id = 0;
  std::string name;
  std::string when;  ///< ISO date and time, UTC
};

class PlanFile {
public:
  /// Writes a new file (beside, then renamed). Throws Error{exists} unless overwrite.
  static PlanFile create(const std::filesystem::path& path, const Plan& plan, bool overwrite = false);

  enum class Mode { write, read };
  /// Mode::write falls back to nothing: throws Error{in_use} with who has it, {read_only}, {refused} with the reason.
  static PlanFile open(const std::filesystem::path& path, Mode mode);

  PlanFile(PlanFile&&) noexcept;
  PlanFile& operator=(PlanFile&&) noexcept;
  ~PlanFile();  ///< checkpoints and leaves one closed file

  const std::filesystem::path& path() const;
  PlanPtr plan() const;  ///< what is on disk
  bool read_only() const;

  /// Writes the difference to what is on disk in one transaction; returns once it is durable. Throws Error{disk}; then the last good state stays.
  void save(PlanPtr next);

  void save_version(const std::string& name);
  std::vector<NamedVersion> versions() const;
  Plan version(Id id) const;

  /// A complete, closed copy; written beside and renamed.
  void save_copy(const std::filesystem::path& to, bool overwrite = false) const;

private:
  struct Implementation;
  explicit PlanFile(std::unique_ptr<Implementation>);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace smile
