// Package trend says whether emissions follow a trend, where it leads, and how
// sure that is.
//
// It takes exact figures, a [ghg.Yearly], and computes statistics of them in
// float64: tonnes of CO2e in the metric of the series, tonnes a year, and years
// as numbers. No statistic enters an account again, but for a nowcast, which
// says so.
//
//	points, err := trend.Choose(series, trend.AllYears, ghg.Actual)
//	fit, err := trend.LeastSquares(points)
//	outlook, err := trend.NewOutlook(goal, fit, ghg.MustShare("95%"))
//
// # Which figures
//
// [Choose] makes [Points] of a series. Which years and which statuses enter is
// said by the caller. A nowcast or projection never enters. A series with fewer
// than [MinPoints] figures has no trend: a [*TooFewError] names the place, the
// figures, and those left out. Years need not follow one another; x is always
// the year, never the number of the figure. Figures of several vintages, that
// are not final, or with gaps, are findings; so are a category or gas that counts in
// one year and not in the next, and figures of other months than those before.
//
// # Lines
//
// [LeastSquares], [TheilSen] and [LeastAbsolute] fit a line, and [NewLine] is one
// that somebody published. Theil-Sen takes the median slope between every two
// figures, with the median of y - slope × x as intercept. Least absolute
// deviations may leave a range of slopes: both ends are given, and the line has
// the slope midway.
//
// Only least squares has standard errors and intervals ([Fit]). A confidence
// interval bounds the line, a prediction interval the total of a single year.
// The level of confidence is always said, from 50 % to below 100 %.
//
// # Is there a trend?
//
// [MannKendall] tests for one without taking it for straight. Its p-value is
// exact up to 49 figures without ties, and normal with a continuity
// correction otherwise.
//
// Durbin-Watson, lag-1 autocorrelation and effective sample size
// ([Autocorrelation]) say whether residuals are independent, as the intervals
// and the test take them to be. An effective size below two thirds of the
// figures is a finding. [Fit.Adjusted] widens the intervals for it, roughly.
//
// # Attainment
//
// [Attainment] is when a line comes down to a level: a point on the axis of
// years, or already, never, or not before [Horizon]. With a fit it is an
// interval of calendar years, in which the bounds of the prediction interval
// come down to the level.
//
// On the axis, 2046 stands for the total of the year 2046. A 2046.7 lies between
// the totals of 2046 and 2047, so that 2047 is the first year at or below the
// level; it is no date, and is not to be turned into one by days of a year.
//
// # Probability
//
// [Fit.Probability] is how probable it is that a year's total is at or below a
// level if the fitted past goes on. It is no forecast of policy: it knows
// neither plans nor laws. [CutReached] is another thing: how probable it is,
// given the uncertainty of two inventories and the correlation of their errors,
// that a cut already reported truly happened. [Outlook] holds a fit against a
// [target.Target]: its due level, and each milestone that is still to come.
//
// # Filling the lag of inventories
//
// [Nowcast] fills the years after the last known figure: not at all, with that
// figure, along a line, or from an external series. What it adds has status
// [ghg.Nowcast], is not below zero, and never becomes evidence: neither of a
// trend nor of an achievement. It is not rounded for print: figures are exact, and
// the value of a line is held to 12 decimal places of a tonne.
//
// # Precision
//
// Years and figures are centred before squares are taken. Results agree with R
// to 10 significant digits and more; Student's distribution to 1e-12 of the
// tail, and for degrees of freedom that need not be whole. A fit whose residuals
// are, as their root mean square, under 2e-15 of the largest figure or under 1e-12 of a
// tonne, the places of a pathway, is exact: there is no scatter, and a finding says so.
// Such a line meets a level that it misses by rounding alone. A figure is rounded to 30 decimal
// places of a tonne first, and one of 1e38 tonnes or more is refused.
//
// # Errors
//
// What was asked and does not stand, such as a status that may not enter, a
// window without years, a level of confidence or an uncertainty, is a
// [ghg.Fault]. Too few figures are a [*TooFewError], figures that say too little
// for an interval an [*EffectiveSizeError], and years that are not equally far
// apart [ErrIrregularYears]. A filling or target of another place, view or metric
// is a [*ghg.MismatchError], a level on another metric a
// [*ghg.MetricMismatchError], a year out of range a [*ghg.YearError]. R² of
// figures that are all the same, and the autocorrelation of an exact fit, are
// undefined, which is no error.
package trend
