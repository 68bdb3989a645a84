// Package sink says what planted trees take up, what they hold, and what a
// fire takes back. Removals are kept apart from cuts: a tonne that is not
// emitted stays so, a tonne in a tree may come back.
//
// # Terms
//
// A [Removal] is what sinks take up in a year, positive; below 0 they release.
// A [Stock] is what they hold at the end of a year. The two are types of their
// own, and neither can be added to the reductions of package strategy. They
// meet emissions in the balance of package target/netzero alone, which is handed
// them by year: [Removals.Claimable], or with what is held back
// [Removals.StockChange]. What those years cannot say, place and metric, is checked
// when they are handed over.
//
// A [Project] has cohorts: so many trees or hectares, planted in one year. Its
// [Growth] is the uptake of one tree or hectare by age, its [Survival] the
// share that is alive by age; age 0 is the year of planting. A [Reversal], such
// as a fire, takes a share of all that stands.
//
// # Formulas
//
// For a cohort of P units with uptake u(k), alive share s(k) and what
// reversals left until the year before, R = Π (1 − share):
//
//	U(k)      = u(0) + … + u(k)
//	growth    = P × R × s(k) × u(k)
//	mortality = −P × R × (s(k−1) − s(k)) × U(k−1)
//	reversal  = −P × R × s(k) × U(k) × (1 − Π (1 − share of the year))
//	removal   = growth + mortality + reversal = stock(y) − stock(y−1)
//
// It is the stock-difference method (IPCC 2006, volume 4, chapter 2). What a
// dead or burnt tree held counts as released at once, and what has burnt grows
// no more: a replanting is a cohort of its own. The CH4 and N2O of a fire are
// emissions, and belong to the inventory.
//
// # Buffer
//
// A share of every year's removal is held back against reversals. In a year
// whose removal is below 0 the buffer is drawn on as far as it goes:
//
//	held back = buffer × removal            where the removal is above 0
//	drawn     = min(balance, −removal)      where it is below
//	claimable = removal − held back + drawn
//
// so that all that was claimed and what is in the buffer is always the stock. A
// buffer of 0 % is allowed, and has to be said.
//
// # Rounding
//
// All is exact but for ages between those of a table, which are interpolated
// only where [Linear] is asked for, to [ghg.RecomputePlaces] decimal places of a
// tonne.
//
// # What is refused
//
// A field that does not stand is a [ghg.Fault], and a constructor reports all of
// them. An age that a table does not have is a [*NoUptakeError], a year before the
// first planting a [*ghg.YearError], and emissions of another place or metric a
// [*ghg.MismatchError].
package sink
