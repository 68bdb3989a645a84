// Package words writes what messages and reports are made of: lists, texts of
// unknown origin, numbers with their sign, words and sentences in English and Korean
// ([Term]), and which of the two a reader wants ([Language]).
//
// A text of unknown origin is cut where it is long, never within a character, and
// keeps no bytes that are not UTF-8. Of the library it
// imports [github.com/localghg/localghg/ghg/table] alone, which the messages lie in.
package words
