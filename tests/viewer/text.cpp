#include "viewer/text.h"

#include <QTextDocument>
#include <boost/test/unit_test.hpp>

using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(text_of_widgets)

BOOST_AUTO_TEST_CASE(a_plain_label_shows_markup_literally) {
  QLabel* label = plain_label("<b>fett</b> & so");
  BOOST_TEST((label->textFormat() == Qt::PlainText));
  BOOST_TEST(label->text() == QString("<b>fett</b> & so"));
  delete label;
}

BOOST_AUTO_TEST_CASE(a_literal_reads_the_same_where_the_widget_decides_by_itself) {
  for (const QString data : {"A & B", "<b>fett</b>", "a < b", "<img src='http://x/y.png'>", "zwei\nZeilen"}) {
    const QString shown = literal(data);
    BOOST_TEST(Qt::mightBeRichText(shown));
    QTextDocument document;
    document.setHtml(shown);
    BOOST_TEST(document.toPlainText() == data);
    BOOST_TEST(!shown.contains("<img"));
  }
}

BOOST_AUTO_TEST_SUITE_END()
