// Package wide reads wide tables, which have years or months as columns, by a stated
// mapping.
//
// # Terms
//
// A label is a column that says what a row is: 시군구, 용도. A figure is a cell under a
// period, which is a year (2018, 2018년) or a month (2018-01, 2018.1, 201801, 2018년 1월;
// or 1월, where the year is stated). Titles may stand above the header. A header may have a
// second row, which says below each period what the figures are of: it is a label as the
// others are, and each row of the file is several ([Format.Below]). A sum is a row, or
// a column, that adds up others: 합계, 소계, or a city above its districts (일반구).
//
// # What is stated, and what is read
//
// A table does not say which of its columns are labels, where its unit stands, which rows
// are sums, or whether a 0 in a month is a 0: [Format] does. [Read] gives a [Table] of rows
// without sums. [Table.Records] makes records of emissions of it, [Cell.Quantity] reads
// activity, and [Table.ByYear] adds months up to years.
//
// # Numbers
//
// Numbers are decimals, read as the format says, and sums of months are exact. A unit is
// the table's own text, read as [ghg.ParseMassUnit] or [ghg.ParseUnit] does where it is
// needed. Nothing is converted.
//
//	sum of parts − stated sum   explained by rounding up to half a unit of the last digit
//	                            of each part and of the sum
//
// # Faults
//
// A cell that is no number is a fault of its row, and nothing of the row is used. So are a
// row that looks like a sum (계, 합계, 소계, 총계, 누계, 전체, total) and is not named as
// one, a row whose labels another row has, a figure without label or unit, and a number
// after the last day reported. A format that does not stand, and a header that cannot be
// read, such as one with two columns for one month, are errors. So is a second row of it
// that says nothing, a number, or what not all periods have.
//
// # Findings
//
//   - total-mismatch, total-rounded, declared-unreconciled: a sum is not that of its parts,
//     is but for rounding, or cannot be checked, as parts are blank, not read or in other units.
//   - total-without-parts: a row is a sum of which the table has no parts.
//   - last-periods-zero: the last periods are 0 in every row, and may be still to come.
//   - unfinished-year: a year lacks months, so that [Table.ByYear] makes no figure of it.
//   - column-not-read: a column that is neither label, period nor sum.
//
// A gap is never filled with the difference of a sum and its parts. A table has at most 2000
// columns of figures; what else bounds it is that of [ghg.CSVFormat].
package wide
