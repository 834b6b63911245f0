#pragma once
// Columns as wide as what stands in them, within limits; one column takes what the others leave.

class QTableView;

namespace smile::viewer {

/// Cells with a little air at both sides: numbers at the right end of one column don't touch the words of the next.
void give_air(QTableView& view);
/// Each shown column but `stretching` gets the width of its header and content, words at most `most`: a number that is
/// cut would be another number.
void fit_to_content(QTableView& view, int stretching, int most);
/// `column` takes what the other columns leave of the view, never less than `least`.
void stretch_column(QTableView& view, int column, int least);

}  // namespace smile::viewer
