// Package derivation says how a figure came about, as data: it prints in English and
// Korean, is written as JSON and read back, and replays.
//
// # Worksheet
//
// A [Derivation] is a flat list of steps, each of which has a symbol and one value, or a
// column of values where it has an index. A step is
//
//	given     stated, by a source or another derivation
//	computed  by a formula of the symbols above it
//	solved    the value at which a formula changes its sign, checked by substitution
//	decided   the first of cases in order whose condition holds
//	found     by a search or a statistic: what was looked at, with method and bound
//	told      by text alone
//
// A symbol stands for its value as stated, rounded as it is: whoever has the sheet and a
// calculator comes to the same. A formula over unrounded parts is written out in full.
//
// # Formulas
//
//   - - × / ^ ( )                 * and − as well
//     = ≠ < ≤ > ≥   and  or         conditions, 1 where they hold and 0 where not
//     x[i]  x[i - 1]  x[2030]       a cell of a column, by its row
//     H[i - 1]                      in the formula of H itself: the row above, 0 above the first
//     i                             the row itself, where it is a number, such as a year
//     sum(i: e)  prod(i: e)         over the rows of the columns with index i; min and max too
//     sum(i = a..b: e)              over whole numbers from a to b
//     prod(j ≠ i: e)                over the rows but one
//     min(a; b)  max(a; b)  abs(a)
//     ln(a)  exp(a)  root(a; n)
//     round(a; n)  down(a; n)       half away from zero, and towards −∞, to n decimal places
//     known(x)                      whether a cell has a value
//     integral(t: e)                from 0 to 1, of a polynomial in t
//
// Values are exact fractions. Logarithms, exponentials, roots and powers that are no whole
// number are taken to [WorkingPlaces] decimal places. A step is rounded once, at its end.
//
// # Units
//
// A unit is names parted by strokes and dots: kg CO2/TJ (net), kg/head/yr, kWh·tCO2e/MWh. A
// stroke stands for the one name behind it, and whatever else there is belongs to the name:
// kg CO2 and kg CH4 are two names, and so are MWh and kWh. "" and "1" are plain, and a
// conversion is a step: kWh × 0.001 MWh/kWh. What is added, compared or closed to is of
// one unit; products, quotients and whole powers are of the product, quotient and power;
// logarithms, exponents and what a product over rows is of are plain. A bare number is
// plain where it multiplies, and in the unit of the other where it is added or compared. yr
// is no name: an amount of an account is one of a year, whether it says so or not. So a
// sum of kilograms and tonnes does not replay, nor does carbon that is stated as CO2.
//
// # Rounding
//
// The list is closed: [Exact]; [HalfAway] from zero; [Down], towards −∞;
// [LargestRemainder], of a column to the step that it adds up to; [OnLargest], where the
// largest of the column takes the rest. The last two are of a column and never of a cell.
// Where a value lies within 10^-70 of a tie, either side stands.
//
// # Replay
//
// [Derivation.Replay] works out each computed, solved and decided step from what is
// stated above it and returns each that does not come to its value, or to its unit: the first
// step that no longer follows, which is not always the input that is wrong. What moves no stated value
// is seen by the checksum alone ([Derivation.ID]), which a document has in it: reading it
// again refuses one that was changed with a [ChecksumError], which replays. The checksum is
// no signature: whoever changes a document can write another. Found and told steps are not
// replayed.
//
// # What is refused
//
// [New] refuses, all at once: a symbol that is no name, stands twice or is
// used before it stands; a formula that does not parse; a column whose rows are not those of
// its index, or stand twice; a step without its text in both languages. Derivations that
// come from outside are bounded: so many steps, cells, bytes of a formula, depth, digits
// and operations, and none more ([Read]).
//
// The rows and values of a long index may be made when the derivation is read ([Later]):
// of those New checks how many there are, and Read, in what was written, all.
package derivation
