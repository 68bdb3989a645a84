// Package ghg holds the nouns of local-government greenhouse-gas accounting:
// gases, metrics, amounts, categories, records, inventories, views and totals,
// and the reading and writing of them.
//
// # From records to totals
//
// A [Record] is one line: a place, a period, a category of a [Scheme], a [Gas]
// and a [Value], with what is known of the figure. An [Inventory] is the
// records of one place and period. A [View] selects records: BASIC,
// territorial, managed authority; and says whether its totals may be added between
// places ([View.Addable]) and how it counts waste ([View.Waste]), which is no content of
// its ID: what it selects has it already. [Inventory.Total] adds what a view selects,
// in a [Metric], and says what stands behind the sum, what was left out and
// why, and how complete it is; [Total.Explain] says how it comes about, record by record,
// so that it replays. A [Yearly] is a series of totals, for targets: of
// inventories ([Inventories], [YearlyOf]), of declared totals ([YearlyOfDeclared]) or of
// plain numbers ([YearlyFrom], [ReadYearlyCSV]). Each figure keeps its period, and of
// an inventory what it is the sum of, so that years that do not count the same are found
// ([YearFigure.Unlike]) and periods that do not follow one another are not added
// ([Yearly.CanAdd]).
//
// What is known of a figure is its [Evidence]: quality of activity data and of
// emission factor, method, source, and the file that it was read from, if that was
// named. [Record.Line], [Record.Column] and [Value.AsRead] say where in the file it
// stood, and how.
//
// There is no default metric, scheme or view: whatever changes a figure is
// asked for.
//
// # Amounts
//
// A [Mass] is an amount of a substance in tonnes; a [CO2e] is an amount of
// CO2-equivalent with the metric that it was made with, which may be
// [Unstated], or [CO2Only] for figures of CO2 alone. Both are exact decimals and
// signed. Masses of two gases, and CO2e on two metrics, do not add: Add returns an
// error that names both. A [Share] is a fraction; 45 must be written 45% or 0.45.
//
// Units of mass are powers of ten of a gram, with the tonne as the base, such as
// kg, t, kt, Mt, Gg, Tg, and the Korean 톤, 천톤, 만톤, 백만톤, with CO2e or a gas behind
// them as English, Korean, French and German files write it. A unit is never guessed,
// and one that is read in two ways (MT, ton) is refused with what to write.
//
// Numbers are written in ASCII: a dash for a minus sign and digits of full width are
// refused, as are thousands separators. A [Figure] keeps how far the printed digits reach;
// [ParseKoreanFigure] reads one in number words, as Korean papers print it.
//
// # CO2e
//
//	CO2e = mass × GWP(gas, metric)            exact
//	GWP(blend) = Σ share of mass × GWP        exact
//
// A blend with a constituent that the metric has no factor for, such as propane in
// AR5, is refused, and a total that needs it withheld. [Metric.BasketOnly] is
// another convention, asked for by name and kept in the metric's ID, in which only
// the gases of the Kyoto basket count. The table of gases (data/gwp.tsv) has an
// edition, which [Metric.Source] says; an empty cell in it is no value, never 0.
//
// Where a record holds CO2e of one gas on another metric, it is recomputed as
// amount × new GWP / old GWP, rounded once, half away from zero, to
// [RecomputePlaces] decimal places of a tonne. CO2e of all gases together is
// never recomputed. CO2 counts 1 in every metric, so its masses join all of
// them, the unstated one too.
//
// Methane: in [AR5] and the older metrics all methane has one value; in
// [AR5Split] and [AR6] it counts by its origin. A record may state the origin
// ([CH4Fossil], [CH4NonFossil]); otherwise it follows the category, as the
// scheme has it, never the fuel burnt. Where neither says, the line cannot
// join the total. Biogenic CO2 ([CO2Biogenic]) is a memo item and in no total;
// the CH4 and N2O of the same fire count.
//
// Carbon and nitrogen that factors are given in become masses of gases by the
// exact fractions of [Gas.Content], 12/44 and its like; that is chemistry and
// no warming potential.
//
// # Quantities, units and factors
//
// A [Quantity] is an amount of activity data in a [Unit]: energy, mass, volume,
// distance, vehicle- and passenger-kilometres, area, capacity, and what is counted
// (data/units.tsv, with its sources). Units are read as files write them, in
// English and Korean. Conversion is exact, and refused where it has no last decimal
// place, unless [Quantity.Rounded] is asked for:
//
//	1 kWh = 3.6 MJ    1 cal = 4.1868 J    1 toe = 10^7 kcal = 41.868 GJ
//
// Amounts of two dimensions do not meet, nor do net and gross heat of a fuel, energy
// that states its calorific value and energy that does not, or volumes of gas at two
// temperatures (Nm3: 0 °C, Sm3: 15 °C, both at 101.325 kPa): a [*UnitMismatchError]
// says what would do. A [Density] makes a mass of a volume and a [CalorificValue]
// energy of a fuel; both are inputs with a source.
//
// [Years] is a series of anything by year, with status and source. [Factors] are
// emission factors by year for one unit of activity, of gases or as CO2e on one
// metric:
//
//	CO2e = quantity in the unit of the factor × factor      exact, or to 12 places of a tonne
//
// A year without a figure is a [*NoFigureError]: none is carried over. Which published
// factor a year or a day takes is asked of a named set, in package factor.
//
// # Missing is not zero
//
// A value is a number, a notation key ([Key]), both (partly reported), or
// missing. A key is a status and adds nothing; 0 beside one is no number, and what is
// partly reported is a number other than 0. [Entry] says what a 0 is: confirmed, a
// placeholder of the form, which is missing, a provider's default, or the place's own
// in its stead. [Coverage] counts what a view
// requires: reported, partly reported, keyed, and the gaps that hold neither.
// A sum of no numbers is no figure ([Amount.IsReported]): it prints "–" and is null in
// JSON, unless all that is required is NO, which makes it 0. A
// policy such as "at least k of n" is read off the coverage and the lines. On the
// way to a [Yearly] a sum of no numbers is refused, and gaps go with the figure.
//
// Alternatives for one source are never added, or the total is withheld with the
// lines: of two variants ([Variant]) a view takes one; of figures as measured, as
// nowcast and as projected the question does ([Inventory.Taking]). A row that leaves its
// gas, fuel, activity, facility, variant or tags open tells of all of them. A figure
// that says no variant counts beside those that do, with a finding.
//
// A figure may be told twice: a line that is there again, all gases beside their gases,
// a sum beside its parts, a provisional figure beside the final one. Totals count what
// is there; a Serious finding, one for all lines of a category, says which they are and
// what it would be without. What is right is told apart by what it is of, or entered as
// [Confirmed].
//
// Where a scheme lets records sit on any level, as national inventories have them
// ([SchemeDefinition.AnyLevel]), a figure above its parts is what is not divided among them:
// they add up, with a finding, which is Serious where it is their sum.
//
// A declared total is held against the lines by [Inventory.Reconcile]: each printed
// number stands for half a unit of its last digit, and what that explains is a note. The
// digits that a number was printed with stay with it, in files too.
//
// # Fault, finding, error
//
// A [Fault] is a line or field of input that could not be used; the rest is
// read. A [Finding] is a remark on a record or total that stands. An error is
// returned when a call cannot give its answer: a total that lines cannot join
// is withheld with a [*WithheldError] and lists them. Faults and findings come
// all at once, in the order of the input; of very many the first are kept and
// the rest counted.
//
// These are not errors: a negative value (a finding, where the scheme has no
// removals), an empty inventory (its total is 0, with gaps), a category with
// several records (they add up), a category with none (a gap).
//
// # Rounding
//
// Sums, differences and products are exact. What is rounded says so in its name
// or takes the number of places, but for recomputed CO2e ([RecomputePlaces]);
// rounding is half away from zero. Parts of a
// table are rounded so that they add up ([ShowParts]: largest remainder).
//
// # Identity is content
//
// Two schemes, views, metrics or series of factors are the same if their content
// is, not if their names are. The ID of what is made of a definition of one's own
// ends with a checksum: SHA-256 over a canonical form, cut to 128 bits. The IDs of
// what the library holds ("GPC 1.1", "GPC 1.1 BASIC", "AR5") are fixed text, and
// nobody can make another of that ID. JSON and CSV carry IDs, and readers compare
// them: what has another content is not found. A text without a checksum, as people
// write it and older documents have it, means the only one of that name among those
// handed to the reader; of two it means neither.
//
// # Exchange forms
//
// Every answer is written as JSON. Amounts are texts with unit and metric, as ParseCO2e
// reads them, numbers and ratios texts, words of closed sets the words that String
// says, dates and periods texts, findings and faults lists, values by year a list in
// order. What nobody gave is null, and never 0, as the zero CO2e and the zero [Share];
// the zero of an answer is null or refused. Names are in small letters with capitals between words, and "_ko" behind
// what is Korean. testdata/not_an_answer.tsv lists what is no answer.
//
// A JSON document that is read back (inventory and yearly series here, target
// and history in package target) states its [Form], such as "localghg
// inventory 1"; one in an unknown form is refused, and a version that was ever
// written stays readable. Documents without the field are of version 0, which
// differs from version 1 in nothing else. Version 2 of an inventory has two grades
// of quality where version 1 had one for both, and says where figures were read;
// version 3 says how values were entered.
// The version of a CSV form is its set of columns, as a
// header can carry nothing else and stay a header: a new one is optional and its
// absence means what it meant before. A column that is not known is not read, which
// is a finding ([FindingColumnNotRead]); a header that lacks a column that must be
// there is a fault, and nothing below it is read. A file of each version is kept in
// testdata/forms.
//
// In CSV a header and words may be in English or Korean, and numbers are read as the
// [CSVFormat] says: which decimal mark, whether thousands are separated, and how a
// number below zero is written. A dash is a fault, a blank missing and a 0 a number,
// unless a [CSVMark] says what it means.
//
// # Showing
//
// Amounts are shown in a unit, to a number of decimal places, once, at the
// end. Each is then the true amount rounded up or down to an adjacent unit of
// the last place, and all that is shown adds up:
//
//	ShowList     parts and their total, which is the nearest to the true sum
//	ShowTable    rows, columns and the grand total, by controlled rounding; the
//	             grand total is the nearest, then other totals as near as can
//	             be, then cells
//
// There is none for three ways, such as sectors by gas by year: show a table
// for each. Numbers that are no CO2e are rounded in the same ways by
// [exact.LargestRemainder] and [exact.ControlledRounding].
//
// # Places and texts
//
// The name of a place is read by [ParsePlace] wherever one is taken: however it was
// typed, with no-break or outer blanks, zero-width characters, or in decomposed
// letters, it is one place. Marks that make up no character are a finding. Text
// that is not UTF-8, or holds U+FFFD, is refused: it was lost before, most often as
// CP949 read for UTF-8.
//
// # Bounds
//
// A number read has at most 38 digits and an exponent from -30 to 30
// ([exact.Check]); a year lies between 1850 and 2300, and the name of a place has
// at most 200 bytes. In CSV a free text has at most 10,000 bytes, and a row at
// most 1 MiB and 200 line breaks; how many lines, places and bytes are read is for the
// caller to say ([CSVFormat]).
//
// # Values
//
// All types here are immutable values, safe to share between goroutines:
// constructors copy what they are given, and a Record handed out is a copy.
// Compare amounts and shares with Equal or Cmp, not ==.
package ghg
