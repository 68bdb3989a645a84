// Package beside holds two inventories of one place and year against each other, part by
// part: a local government's own beside the national statistics of it (병기), and says why
// they are not the same.
//
// # What is compared
//
// A [Side] is an inventory, read through a view of its own scheme, in a metric. Both call
// their place the same: of a sheet of the statistics gir.SheetFormat says what. Each side's
// total is the one that it publishes; nothing is selected anew. A side of another scheme
// names the crosswalk by which its lines are read in the categories of the comparison, and
// what becomes of lines without one category ([crosswalk.Placing]). Both sides must come to
// one scheme.
//
// # The parts
//
// With a and b the two totals, in tonnes of CO2e,
//
//	a − b = Σ parts                   exactly
//
// and of b beside a every part is the same with the other sign, where [OnlyFirst] and
// [OnlySecond] change places. The parts ([Kind]) are
//
//	OnlyFirst, OnlySecond   a category that counts on one side alone, or a gas of one
//	NotConverted            lines that the crosswalk does not take, with its reason
//	Metric                  the same masses on two metrics
//	Inseparable             CO2e that cannot be taken to the other metric: all of the category
//	Activity, Factor        where both sides state them
//	Method                  other activity data, which cannot be held against each other
//	Remainder               what nothing of this explains
//
// A category that counts on both sides, with a and b on metrics m and n, and a' and b' the
// same masses on the other metric:
//
//	metric     ((a − a') + (b' − b))/2
//	rest       (a + a')/2 − (b + b')/2
//
// With activity p and q, and factors f and g as the mean of both metrics:
//
//	activity   (p − q) × (f + g)/2  =  (pf − qg + pg − qf)/2
//	factor     (f − g) × (p + q)/2  =  (pf − qg − pg + qf)/2
//	remainder  rest − activity − factor
//
// A [Calculation] states activity and factor of a category, and is not taken on trust: what
// it does not give of the amounts that count is in the remainder, and is told. Two are held
// against each other where they are of one category and carry the same name. Where their
// activity has units that do not meet, as vehicle-kilometres and litres do, pf − qg is
// [Method] as a whole. Without calculations the rest is Method where all lines of the one
// side are of the alternative of the other's (by distance and by fuel, by location and by
// market), and else Remainder.
//
// What a crosswalk does not take is never divided nor dropped: it is NotConverted with the
// reason, and where it is a sum that may hold what the other side tells category by category,
// as waste by generator (WA) may hold III.1.1, the note of OnlyFirst or OnlySecond says so.
//
// In a category without a pair of calculations, in which every line of both sides states its
// gas, gases are compared one by one: what one side lacks is OnlyFirst or OnlySecond. Methane
// is one gas whatever its origin, and HFCs, PFCs and the like are one each.
//
// # Metric and guideline edition
//
// Figures on two metrics stand beside each other in a comparison alone; their difference is
// CO2e on neither ([Comparison.IsMixed]). A side that has masses may be read in the metric of
// the other; then nothing is inseparable. What another edition of the guidelines changes
// has no part of its own: it is within activity, factor, method and remainder, and a finding
// says so ([FindingEdition]).
//
// # Rounding
//
// Sums, products and halves are exact. CO2e of one gas that is taken to another metric is
// rounded to [ghg.RecomputePlaces], and a product whose unit does not convert with a last
// decimal place to 12 places of a tonne; both roundings end in the remainder.
//
// # Findings
//
// Statistics that differ ([FindingStatisticsDiffer]): by the Korean guideline of 2024-09 a
// municipality uses those of its province, and an own inventory stands beside them. Sources
// are compared as texts, of pairs of calculations alone. Notation keys that one side has;
// calculations that stand alone, do not give the amount, or cannot be divided; what cannot be
// separated; lines that make a total withheld. Two vintages ([FindingVintages]): each compiler
// counts its own publications, so that they may be of one time; what changed between two of
// one compiler is for package bridge.
//
// # Errors
//
// Two places are a [*ghg.MismatchError]; two periods, or schemes that do not come together
// a [ghg.Fault] of code [ghg.FaultMismatch]. Fields of a side or calculation that do not stand
// are [ghg.Faults], all at once; a side without a figure is a [*ghg.NoFigureError]. A total
// that is withheld is a [*ghg.WithheldError]; the Comparison then has its findings and no
// parts. A crosswalk without placing is [crosswalk.ErrNoPlacing].
//
// # Layer
//
// The package stands one layer above its siblings, as it asks crosswalk: a line of the
// comparison names the rule by which it came to its category, which an inventory that was
// converted before does not tell any more.
package beside
