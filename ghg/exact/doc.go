// Package exact holds the decimal arithmetic that the tree shares: parsing
// with bounds, rounding that adds up, and quotients, roots, logarithms and
// exponentials of stated precision.
//
// # Bounds
//
// A decimal that enters the library has at most [MaxDigits] digits, written out
// without an exponent, and an exponent from -[MaxExponent] to +[MaxExponent];
// [Parse] and [Check] refuse others with a [*BoundsError]. Without that door,
// "1e1000000000" would stop the program at its first addition. What passes is
// printed by decimal.Decimal.String in a form that [Parse] reads. A result may
// grow to [MaxResultDigits]; [CheckResult] refuses what a loop of
// multiplications could make of it.
//
// # Rounding
//
// [Round] and [Quotient] round half away from zero. [LargestRemainder] rounds
// parts so that they add up to their rounded total. [Ln], [LnQuotient] and
// [Exp] are correctly rounded: within half a unit of the last place asked for,
// as no value of theirs lies halfway. Nothing here reads or
// writes the global variables of shopspring/decimal, so neither a program's
// setting nor another library's changes a figure.
//
// # Rounding that adds up
//
// What is shown has to add up as it is shown. Each number becomes the unit of
// the last place below or above it, never another, and one that is a whole
// number of units stays:
//
//	a list, to its rounded sum                  [LargestRemainder]
//	a list, to a total that is given            [CloseTo]
//	quotients, to the quotient of their sum     [Quotients]
//	rows and columns, to their rounded totals   [ControlledRounding]
//
// Among equal remainders, the one that was given first is rounded up. There is
// none for tables of three ways: a rounding of that kind need not exist
// (Causey, Cox and Ernst 1985).
package exact
