#include <algorithm>

#include "gis/exports/csv.h"
#include "gis/exports/make_codebook.h"
#include "gis/exports/vector_tables.h"
#include "gis/exports/writers.h"

namespace smile::exports {
namespace {

std::string type_name(const Field& field) {
  switch (field.type) {
    case CellType::integer:
      return "Integer64";
    case CellType::real:
    case CellType::money:
      return "Real";
    case CellType::first_day:
      return "Date";
    case CellType::text:
    case CellType::date:
      break;
  }
  return "String";
}

Text null_rule(const Field& field) {
  if (field.statistic != 0)
    return text("Null is missing, or suppressed where the column SUPPRESSED names the key; 0 is a number");
  if (field.type == CellType::text || field.type == CellType::date)
    return text("Empty is no value: shapefiles can't tell it from null");
  return text("Null is no value; 0 is a number");
}

/// The words a choice is made of, in both languages: "idea (Idee, Idea)".
std::string words_of(const Field& field) {
  const auto choices = field.key == "placement" ? placement_choices()
                       : field.measure_field    ? field.measure_field->choices
                                                : std::span<const Choice>{};
  std::string words;
  for (const Choice& choice : choices) {
    const Text label{std::string(choice.label), {}};
    words += (words.empty() ? "" : ", ") + std::string(choice.word) + " (" + in(Language::german, label) + ", " +
             in(Language::english, label) + ")";
  }
  return words;
}

std::string codebook_line(const std::string& file, const Field& field) {
  const auto both = [](const Text& sentence) {
    return std::pair(in(Language::german, sentence), in(Language::english, sentence));
  };
  const auto [name_de, name_en] = both(field.label);
  auto [meaning_de, meaning_en] = both(field.meaning);
  const auto [null_de, null_en] = both(null_rule(field));
  const auto [derived_de, derived_en] = both(text("computed: not read back"));
  return csv_text_line({file, field.short_name, field.key, name_de, name_en, type_name(field), field.unit, meaning_de,
                        meaning_en, words_of(field), null_de, null_en, field.derived ? derived_de : "",
                        field.derived ? derived_en : ""});
}

template <class Visit>
void visit_cut_texts(const std::vector<Table>& tables, Visit visit) {
  for (const Table& table : tables)
    for (const Row& row : table.rows) {
      if (row.site > 1) continue;  // the sites of a measure say the same
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (const auto* value = std::get_if<std::string>(&row.cells[i]); value && value->size() > dbf_text_bytes)
          visit(table, row, table.fields[i], *value);
    }
}

}  // namespace

std::string readable_codebook(const std::vector<Table>& tables) {
  std::string content(byte_order_mark);
  content += csv_text_line({"file", "short_name", "key", "name_de", "name_en", "type", "unit", "meaning_de",
                            "meaning_en", "words", "null_de", "null_en", "note_de", "note_en"});
  for (const Table& table : tables)
    for (const Field& field : table.fields) content += codebook_line(shapefile_main_file(table), field);
  return content;
}

bool has_cut_texts(const std::vector<Table>& tables) {
  bool any = false;
  visit_cut_texts(tables, [&](const Table&, const Row&, const Field&, const std::string&) { any = true; });
  return any;
}

std::string readable_values(const std::vector<Table>& tables) {
  std::string content(byte_order_mark);
  content += csv_text_line({"file", "id", "short_name", "whole_text"});
  visit_cut_texts(tables, [&](const Table& table, const Row& row, const Field& field, const std::string& value) {
    content += csv_text_line({shapefile_main_file(table), std::to_string(row.id), field.short_name, value});
  });
  return content;
}

std::string readme(const Plan& plan, const std::vector<Table>& tables) {
  std::string files;
  for (const Table& table : tables) files += "  " + shapefile_main_file(table) + "\r\n";
  const Text sentences[] = {
      text("Hand-over of the plan “{1}” from Smile Places", plan.title),
      text("Shapefiles in {1}, text in UTF-8. What each column means stands in codebook.csv.", crs_code(plan.crs)),
      text("One measure has the same ID in every file; records with the same ID are the sites of one measure and count "
           "once."),
      text("Measures for a whole district or the whole city have that area; PLACEMENT says so. Those without place are "
           "in a table of their own."),
      text("Texts longer than 254 bytes are cut; they stand whole in the codebook."),
      text("To bring changes back: edit the shapefiles, keep codebook.json beside them, and open the folder with Smile "
           "Places.")};
  std::string content(byte_order_mark);
  for (const Language language : {Language::german, Language::english}) {
    for (const Text& sentence : sentences) content += in(language, sentence) + "\r\n";
    content += "\r\n";
  }
  for (const Source& source : plan.sources)
    content += source.what + " – " + source.holder + " – " + source.licence + " – " + source.date + "\r\n";
  return content + "\r\n" + files;
}

void write_shapefiles(const Handover& handover, const Plan& plan, const std::filesystem::path& folder,
                      const Progress& progress) {
  double done = 0;
  for (const Table& table : handover.tables) {
    progress.report(text("Writing {1}", table.name), done++ / static_cast<double>(handover.tables.size() + 1));
    write_shapefile(as_shapefile(table, plan.crs), folder, progress);
  }
  progress.report(text("Writing the codebook"), done / static_cast<double>(handover.tables.size() + 1));
  write_file(folder / codebook_name, to_json(make_codebook(plan, handover.tables, folder, progress)));
  write_file(folder / "codebook.csv", readable_codebook(handover.tables));
  if (has_cut_texts(handover.tables)) write_file(folder / "codebook_texts.csv", readable_values(handover.tables));
  write_file(folder / "README.txt", readme(plan, handover.tables));
}

}  // namespace smile::exports
