#include "gis/store/qml.h"

#include <cstdio>

#include "gis/store/schema.h"

namespace smile::store {
namespace {

std::string options(const Properties& properties) {
  std::string out = "<Option type=\"Map\">";
  for (const auto& [name, value] : properties)
    out += "<Option type=\"QString\" name=\"" + name + "\" value=\"" + escaped(value) + "\"/>";
  return out + "</Option>";
}

/// Properties that follow an expression over the row.
std::string data_defined(const Properties& expressions) {
  std::string out =
      "<data_defined_properties><Option type=\"Map\"><Option type=\"QString\" name=\"name\" value=\"\"/>"
      "<Option type=\"Map\" name=\"properties\">";
  for (const auto& [name, expression] : expressions)
    out += "<Option type=\"Map\" name=\"" + name +
           "\"><Option type=\"bool\" name=\"active\" value=\"true\"/>"
           "<Option type=\"QString\" name=\"expression\" value=\"" +
           escaped(expression) + "\"/><Option type=\"int\" name=\"type\" value=\"3\"/></Option>";
  return out +
         "</Option><Option type=\"QString\" name=\"type\" value=\"collection\"/></Option></data_defined_properties>";
}

}  // namespace

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string symbol_layer(const std::string& layer_class, const Properties& properties, const Properties& expressions,
                         int pass) {
  return "<layer class=\"" + layer_class + "\" enabled=\"1\" locked=\"0\" pass=\"" + std::to_string(pass) + "\">" +
         options(properties) + (expressions.empty() ? "" : data_defined(expressions)) + "</layer>";
}

std::string symbol_of(const std::string& type, int name, const std::string& layers) {
  return "<symbol type=\"" + type + "\" name=\"" + std::to_string(name) +
         "\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">" + layers + "</symbol>";
}

std::string symbol(const std::string& type, int name, const std::string& layer_class, const Properties& properties,
                   const Properties& expressions) {
  return symbol_of(type, name, symbol_layer(layer_class, properties, expressions));
}

std::string labeling(const LabelLook& look) {
  return "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"" + look.field +
         "\" isExpression=\"0\" fontSize=\"" + look.size + "\" fontSizeUnit=\"Point\" textColor=\"" + look.colour +
         "\" textOpacity=\"1\" fontLetterSpacing=\"" + (look.capitals ? "0.6" : "0") + "\" capitalization=\"" +
         (look.capitals ? "1" : "0") +
         "\"><text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
         "bufferColor=\"246,244,241,255\" bufferOpacity=\"1\" bufferJoinStyle=\"128\"/></text-style><placement "
         "placement=\"" +
         std::to_string(look.placement) +
         "\" dist=\"1.5\" distUnits=\"MM\" priority=\"5\"/><rendering obstacle=\"0\" drawLabels=\"1\" "
         "scaleVisibility=\"" +
         (look.farthest > 0 ? "1" : "0") + "\" scaleMin=\"0\" scaleMax=\"" + number(look.farthest) +
         "\"/></settings></labeling>";
}

std::string document(const std::string& renderer, const std::string& labels, const Showing& showing) {
  const bool limited = showing.closest > 0 || showing.farthest > 0;
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" "
         "styleCategories=\"Symbology|Labeling" +
         std::string(limited ? "|Rendering\" hasScaleBasedVisibilityFlag=\"1\" minScale=\"" +
                                   number(showing.farthest > 0 ? showing.farthest : 100000000) + "\" maxScale=\"" +
                                   number(showing.closest)
                             : "") +
         "\" labelsEnabled=\"" + (labels.empty() ? "0" : "1") + "\">" + renderer + labels +
         "<blendMode>0</blendMode><featureBlendMode>0</featureBlendMode><layerOpacity>" + number(showing.opacity) +
         "</layerOpacity></qgis>";
}

std::string number(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.15g", value);
  return buffer;
}

std::string rgba(const std::string& colour) {
  std::string out;
  for (const std::size_t digit : {1U, 3U, 5U})
    out += std::to_string(std::stoi(colour.substr(digit, 2), nullptr, 16)) + ",";
  return out + (colour.size() == 9 ? std::to_string(std::stoi(colour.substr(7), nullptr, 16)) : "255");
}

void put_style(database::Connection& connection, const std::string& table, bool spatial, const std::string& qml) {
  database::Statement update = connection.prepare(
      "UPDATE layer_styles SET styleQML = ?, update_time = ? WHERE f_table_name = ? AND owner = 'Smile Places'");
  update.bind(1, qml).bind(2, now_utc()).bind(3, table).run();
  if (connection.changes() > 0) return;
  connection
      .prepare(
          "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
          "styleQML, styleSLD, useAsDefault, description, owner, update_time) "
          "VALUES ('', '', ?, ?, 'Smile Places', ?, '', 1, 'Smile Places', 'Smile Places', ?)")
      .bind(1, table)
      .bind(2, std::string_view(spatial ? "geom" : ""))
      .bind(3, qml)
      .bind(4, now_utc())
      .run();
}

}  // namespace smile::store
