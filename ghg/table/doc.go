// Package table reads tables that a program embeds: tab-separated cells under a header
// that says where they are from. A table that does not say its source, its edition and when
// it was retrieved does not load, so that no factor, threshold or name of a program is
// without them.
//
// # The form
//
//	# Emission factors of district heat.
//	# source: annual report of the operator,
//	#   table 7, as it stands on the web
//	# edition: 2025
//	# retrieved: 2026-11-29
//	branch	factor	aliases
//	east	0.1402	대구 | Daegu
//
// Lines that begin with '#' describe the table, wherever they stand. Above the columns three
// of them have a key, in this spelling and once each:
//
//   - source: the document, or "own list" and the like; "in each row" where a column has it.
//   - edition: that of the source, or of the table where it is put together from several.
//   - retrieved: the day, month or year in which the source was read, or an own table made:
//     2026-11-29, 2026-11 or 2026.
//
// A text goes on in the next line behind '#' and two or more spaces. Other lines of '#' are
// remarks, for readers of the file. The first line without '#' names the columns, each by a
// name of its own; each further one is a row of as many cells. Empty lines are left out, and
// lines may end as Windows ends them. A cell holds any text but tabs and line ends, and may
// be empty. One that lists several has " | " between them ([Row.List]).
//
// # Reading
//
// [MustRead] panics where a table does not stand, as a fault in an embedded table is one of
// the program, which its tests find: call it in a [sync.OnceValue], so that nothing is read
// before it is needed. [Read] returns the error instead. Both take the columns that the
// program is going to ask for; a table may have more. Reading takes time and memory in
// proportion to the text, which is split once, and no map of a row is made.
//
// Tables that come from a user, with faults that name line and field, are those of
// [github.com/localghg/localghg/ghg.ReadCSV] and [github.com/localghg/localghg/ghg.ReadCSVRows].
// The package imports nothing of the library.
package table
