#include "gis/formats/encoding.h"

#include <boost/test/unit_test.hpp>
#include <random>

using namespace smile;

BOOST_AUTO_TEST_SUITE(encoding)

BOOST_AUTO_TEST_CASE(utf8_is_recognised_strictly) {
  BOOST_TEST(is_utf8(""));
  BOOST_TEST(is_utf8("plain text of more than eight bytes"));
  BOOST_TEST(is_utf8("Łódź – Kröpeliner-Tor-Vorstadt 😀"));
  for (const std::string_view bad :
       {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "abc\xFF",
        "12345678\x80", "\xC3", "\xE2\x82", "\xC3(", "\xF0\x82\x82\xAC"})
    BOOST_TEST(!is_utf8(bad), "took " << bad);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_decides) {
  BOOST_TEST(guess_encoding("\xEF\xBB\xBFtext").encoding == "UTF-8");
  const EncodingGuess wide = guess_encoding(std::string_view("\xFF\xFEt\0e\0", 6));
  BOOST_TEST(wide.encoding == "UTF-16LE");
  BOOST_TEST(!wide.guessed);
  BOOST_TEST(guess_encoding(std::string_view("\xFE\xFF\0t", 4)).encoding == "UTF-16BE");
}

BOOST_AUTO_TEST_CASE(utf16_without_mark_is_a_guess) {
  const std::string text = *from_utf8("Nr.;Titel der Maßnahme\n1;Grüner Schulweg\n", "UTF-16LE");
  const EncodingGuess guess = guess_encoding(text);
  BOOST_TEST(guess.encoding == "UTF-16LE");
  BOOST_TEST(guess.guessed);
  BOOST_TEST(guess_encoding(*from_utf8("Nr.;Titel der Maßnahme", "UTF-16BE")).encoding == "UTF-16BE");
}

BOOST_AUTO_TEST_CASE(ascii_and_utf8_are_not_guesses) {
  BOOST_TEST(guess_encoding("Nr.;Titel").encoding == "UTF-8");
  BOOST_TEST(!guess_encoding("Nr.;Titel").guessed);
  BOOST_TEST(!guess_encoding("Grüner Schulweg").guessed);
}

BOOST_AUTO_TEST_CASE(what_is_clean_as_cp1252_is_read_so_and_said_to_be_a_guess) {
  const EncodingGuess guess = guess_encoding("Gr\xFCner Schulweg, 12 \x80");
  BOOST_TEST(guess.encoding == "CP1252");
  BOOST_TEST(guess.guessed);
  BOOST_TEST(*to_utf8("Gr\xFCner Schulweg, 12 \x80", guess.encoding) == "Grüner Schulweg, 12 €");
}

BOOST_AUTO_TEST_CASE(umlauts_of_dos_are_read_as_cp850_where_cp1252_is_impossible) {
  const EncodingGuess guess = guess_encoding("Gr\x81ner Schulweg");
  BOOST_TEST(guess.encoding == "CP850");
  BOOST_TEST(*to_utf8("Gr\x81ner", guess.encoding) == "Grüner");
}

BOOST_AUTO_TEST_CASE(what_is_clean_in_no_encoding_has_none) {
  BOOST_TEST(guess_encoding("\x81\xB7\x9D").encoding == "");
  BOOST_TEST(guess_encoding(std::string_view("PK\x03\x04\0\0\xFF\xC0", 8)).encoding == "");
  BOOST_TEST(!to_utf8("\x81", "CP1252").has_value());
  BOOST_TEST(!to_utf8("a", "KLINGON").has_value());
  BOOST_TEST(!from_utf8("Łódź", "ISO-8859-1").has_value());
}

BOOST_AUTO_TEST_CASE(each_known_encoding_is_understood) {
  for (const std::string& name : known_encodings()) {
    BOOST_TEST(canonical_encoding(name).value_or("") == name);
    const auto bytes = from_utf8("Schulweg 17", name);
    BOOST_TEST_REQUIRE(bytes.has_value(), name);
    BOOST_TEST(to_utf8(*bytes, name).value_or("") == "Schulweg 17");
  }
}

BOOST_AUTO_TEST_CASE(names_are_taken_as_files_write_them) {
  for (const std::string_view name : {"latin1", "ISO8859-1", "iso_8859-1", "88591"})
    BOOST_TEST(canonical_encoding(name).value_or("") == "ISO-8859-1");
  for (const std::string_view name : {"1252", "ANSI 1252", "windows-1252", "cp1252"})
    BOOST_TEST(canonical_encoding(name).value_or("") == "CP1252");
  BOOST_TEST(!canonical_encoding("UTF-8//TRANSLIT").has_value());
  BOOST_TEST(!canonical_encoding("").has_value());
}

BOOST_AUTO_TEST_CASE(random_bytes_of_one_byte_encodings_go_there_and_back) {
  std::mt19937 random(7);
  for (const std::string name : {"ISO-8859-1", "ISO-8859-15", "CP850", "CP437", "MACINTOSH", "CP1252"}) {
    std::string bytes(3000, ' ');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    std::erase_if(bytes,
                  [](char c) { return std::string_view("\x81\x8D\x8F\x90\x9D").find(c) != std::string_view::npos; });
    const auto text = to_utf8(bytes, name);
    BOOST_TEST_REQUIRE(text.has_value(), name);
    BOOST_TEST(is_utf8(*text));
    BOOST_TEST((from_utf8(*text, name) == bytes), name);
  }
}

BOOST_AUTO_TEST_CASE(what_was_encoded_twice_is_decoded_once_more) {
  BOOST_TEST(decoded_twice("KÃ¶sterbeck").value() == "Kösterbeck");
  BOOST_TEST(decoded_twice("GroÃŸe StraÃŸe, 12 mÂ²").value() == "Große Straße, 12 m²");
  BOOST_TEST(decoded_twice("Lange Stra\xC3\x83\xC2\x9F"
                           "e")
                 .value() == "Lange Straße");  // taken for ISO-8859-1
  BOOST_TEST(decoded_twice("Peterâ€™s").value() == "Peter’s");
}

BOOST_AUTO_TEST_CASE(any_other_text_is_left_as_it_is) {
  for (const std::string_view right :
       {"", "Kösterbeck", "São Tomé", "Ã", "SÃO", "Âge", "pâté", "KÃ¶sterbäk", "KÃ¶ster-Łódź", "âge", "\xC3"})
    BOOST_TEST(!decoded_twice(right).has_value(), "changed " << right);
}

BOOST_AUTO_TEST_CASE(every_clean_text_that_is_encoded_twice_comes_back) {
  std::mt19937 random(11);
  const std::string_view letters[] = {"a", "Ö", "ß", "é", "ü", "m", " ", "–", "°", "²"};
  for (int i = 0; i < 500; ++i) {
    std::string text = "ü";
    for (int k = 0; k < 8; ++k) text += letters[random() % std::size(letters)];
    BOOST_TEST((decoded_twice(to_utf8(text, "ISO-8859-1").value()) == text), text);
    BOOST_TEST(!decoded_twice(text).has_value(), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
