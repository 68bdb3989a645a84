// Package ledger adds up very many rows exactly, at the speed of memory: meters, bills,
// trips, of many places and periods, by the million; and files of records of any length.
//
// # Rows and sums
//
// A row has a [Key] and a mass, or an activity and a factor, of which the mass is the
// product; a record is such a row too ([Builder.AddRecord]), and where many rows have one key it
// is found once ([Builder.Rows]). Who wants nothing but the sums of records that are in memory
// has them of [SumRecords], which keeps no rows. A [Builder] checks rows as [ghg.NewInventory]
// checks records and makes a [Ledger] of them, which [Ledger.Totals] adds up by any of the
// fields of the key.
// Masses of two gases are not added. CO2e is made of a sum, once for each metric that is asked
// for:
//
//	mass = activity × factor            exact, tonnes of a gas
//	CO2e = Σ over gases of sum × GWP    exact
//
// It is a place for what is too much for records, and hands on ordinary ones: those of
// [Partial.Records] make inventories that have in every view the totals that inventories of
// the single rows would have. Evidence, explanations, lines and columns of a file, notation
// keys and CO2e stay with records: sums have none.
//
// # Exact
//
// Numbers are decimals: what may enter is what may enter anywhere ([exact.Check]), and a
// product must be such a number too. No sum rounds or overflows. Numbers of at most 18
// digits stand in columns of whole numbers of 64 bits, one set of columns for each number of
// decimal places that products have, and are added up in 192 bits:
//
//	|amount| < 2^60, |factor| < 2^60     |product| < 2^120; 2^71 of them fit
//
// Where the largest amount, the largest factor and the number of rows prove that 64 or 128
// bits suffice, sums are that narrow, and not otherwise. Longer numbers go another way,
// which is as exact and slower.
//
// # Alternatives
//
// Figures that may be alternatives for one source, location-based beside market-based, or
// measured beside projected, are not added: a total that is not asked by what tells them
// apart is an [*AlternativesError]. Fuel, activity and facility are part of a key, as they
// decide in an inventory which figures tell of one source.
//
// # Partial sums
//
// A [Partial] is the sums by all that keys say, as a value: of a file, a day, or a machine.
// [Partial.Merge] is associative and commutative to the byte: in whatever parts rows come,
// and in whatever order their sums are merged, the bytes of [Partial.MarshalBinary] are the
// same. They state their form, such as "localghg partial 1", and their scheme by its ID,
// which is its content, and end with a checksum. Bytes that are cut, damaged, of another
// scheme, or written in another way are refused.
//
// # Files
//
// [ReadCSV] adds up the masses of a file of records without keeping rows: it holds the sums
// and a few blocks of text, of about 256 KiB, which several goroutines read side by side.
// What is read and what is refused is what [ghg.ReadCSV] reads and refuses, with the same
// faults on the same lines: a row is read here only if its mass is plain digits and all else
// in it stood in a row that ghg.ReadCSV took without a remark. Any other row is handed to it:
// a quote, a sign that the format names, an exponent, more than 18 digits, a word that was not
// met before. A row within quotes may run over lines as it may there.
//
// Sums hold masses of gases in one scheme. All else is handed on as records
// ([ReadOptions.Others]) or is a fault: notation keys, missing values and placeholders, CO2e,
// a number beside a key, a provider's default and what stands in its stead. What becomes of
// a file with faults must be said ([ReadOptions.Faulty]): a sum of the rest is smaller than
// the file's.
//
// A context that is done stops reading between two blocks, and no sums are given.
//
// # Speed
//
// BenchmarkTotals, BenchmarkBuild and BenchmarkReadCSV print how this compares, each in one
// run. A total of a million rows by category, gas and year cost 1.2 times a loop over columns of
// floating point (2.1 times where numbers need 128 bits), and a 150th of a map of decimals
// (a 75th). The sums of a million records took a 16th of what that map takes, where those of a
// place follow each other; to build a ledger of rows or records takes a quarter of it, for the
// key of each row and room for the rows. A file of a million rows cost a 13th of encoding/csv with
// such a map on one processor, and an 18th on two where nothing else ran on them. What a file
// costs once, for each key in it, is some 8 % of that. A file whose rows are all quoted costs
// what ghg.ReadCSV costs.
//
// BenchmarkHundredMillionRows reads 10^8 rows that are made on the way, in less than 20 MiB.
//
// # Order
//
// Groups, records and bytes are in the order of keys: place, period, category, gas, scope,
// variant, status, tags, fuel, activity, facility; names and codes as texts, periods by
// their first day and then their last.
package ledger
