#pragma once
// How the tables of the panels look alike: plain rows that sort, columns as wide as what stands in them, within
// limits; one column takes what the others leave.

class QTableView;

namespace smile::viewer {

/// A list of rows: no grid, no line breaks, no numbers beside them; a click on a title sorts, another one brings the
/// order of the model back. One row is selected at a time unless said otherwise. After its model was set.
void make_list_of_rows(QTableView& view, int row_height);
/// Each shown column but `stretching` gets the width of its header and content, words at most `most`: a number that is
/// cut would be another number.
void fit_to_content(QTableView& view, int stretching, int most);
/// `column` takes what the other columns leave of the view, never less than `least`.
void stretch_column(QTableView& view, int column, int least);

}  // namespace smile::viewer
