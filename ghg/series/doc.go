// Package series makes the inventories of one place over years a series that may be read as
// a trend: it fills gaps and splices figures of two methods, by the methods of the IPCC
// (2006 Guidelines, vol. 1, ch. 5, "Time series consistency"), and takes figures to one
// boundary. Every figure that it gives says that it is no figure of the statistics.
//
// # Gaps
//
// A gap is a year without a figure ([Gaps]): before the first one, between figures, or after
// the last. It is filled only when it is named, by a method that is named ([Fill] for totals,
// [FillCategory] for records); there is no method by default. A figure that exists is never
// replaced: such a year is refused. Figures come of those that were there, never of each
// other.
//
// A notation key is no gap. NO, NA and IE cannot be told to be one, NE and C can. From a key
// nothing is interpolated, extrapolated or spliced ([*KeyError]). A figure of 0 is a figure,
// and so is one below zero; a 0 that is a placeholder is missing. A number beside a key is a
// part of a figure, and nothing comes of it.
//
// # Methods
//
// y is the series, x the old one, s a statistic, t a year:
//
//	Interpolation   y(t) = y(a) + (y(b) − y(a)) × (t − a)/(b − a)          5.3.3.3
//	Extrapolation   a straight trend of stated years, taken on beyond
//	                them by at most a stated number of years               5.3.3.4
//	Curve           y(t) = c0 + c1 t + c2 t² + …, as somebody fitted it    2019, box 5.2b
//	Surrogate       y₀ = yₜ × s₀/sₜ                                        eq. 5.2
//	LocalTrends     y(t) = s(t) × k(t), k between the ratios of trends
//	                of y and s on both sides of a gap                      none
//	Overlap         y₀ = x₀ × 1/(n − m + 1) × Σ yᵢ/xᵢ, i = m … n           eq. 5.1
//	Substitution    y₀ = x₀, where y and x agree in all common years       none
//
// Overlap has other ratios by name ([Ratio]). Sums and products are exact, fractions too, and
// a figure is rounded once, half away from zero, to 12 decimal places of a tonne.
//
// What a method needs must be there: interpolation a figure on both sides, overlap both
// figures in each year of the overlap, a surrogate its value in both years, local trends both
// in each of their years. Otherwise a [*ghg.NoFigureError] says which year lacks one. Overlap
// looks at the ratios of single years ([Overlap.Ratios]): that they lie further apart than a
// stated share of their mean, or on both sides of 0, is a finding, and a ratio to 0 is
// refused, as is one of local trends that go through 0. Two sources that do not agree are a
// [*DisagreementError]; they are compared by the larger absolute amount, so that removals
// disagree as emissions do.
//
// Series that meet must be of one place, view, edition and metric ([*ghg.MismatchError]), and
// of the same part of their years.
//
// # What a filled figure says
//
// Its status is [ghg.Estimated], and [ghg.Projected] beyond the last figure, unless another
// series has one of the year; it is never more final than what it comes of. Its source names
// the method with its equation, the years used, the arithmetic and the sources of these; a
// record has that in its [ghg.Evidence]. A [Step] has it as data. Findings, in English and
// Korean:
//
//	filled               each figure: a note, beyond the last one a warning
//	ratios-differ        the overlap is not consistent
//	ratio-crosses-zero   nor is it of one sign: serious
//	overlap-of-one-year  nothing shows whether the ratio holds
//	sign-changes         a trend went through 0: serious
//	not-filled           a record of a category that has no figure still: serious, or a note where
//	                     the year has a key for it
//	key-filled           a key that was told to be a gap
//	restated             for a boundary: a note, by day a warning
//
// # Boundaries
//
// Where a county joins a city, figures before and after are of two territories, and the year
// of the change holds both. [OneTerritory] refuses such a series; [Restate] takes it to the
// territory before or after, by the figures of what moved:
//
//	restated = figure + (h(to) − h(figure)) × figure of the part
//	h        = 0 or 1: what a territory holds of the part
//	           by day: days on which it is held / days of the period
//
// Which territory the figure of the year of the change is of, its source has to say; none is
// assumed. The part's figures are its own, or shares of those of the place that it was in
// ([PartOf]). Adding whole figures is exact and keeps their status; by day is an estimate.
// Inventories are restated by adding those of the part, as package rollup does it. Fill no gap
// across a change of boundary before the figures are restated.
//
// # Bounds
//
// An overlap and a local trend have at most 100 years, a curve 8 coefficients, and 20,000 records of a category
// are taken over all years.
package series
