// Package target says whether a place is on track: it holds what a place
// emitted against what the place promised.
//
// A [Target] is made by [New] of a [Definition]: whose it is, its goal, base,
// due year, timeframe and milestones, and the views and metric that it is
// measured in. [Target.Limit] is the level that it sets for a year,
// [Target.Pathway] where emissions should stand between such years,
// [Target.Progress] how the figures of a [ghg.Yearly] compare, and
// [Target.Outcome] whether the goal is met.
//
// # Terms
//
// b is the base year and B the base, t the due year and T its level, y the year
// asked and E its emissions, v the value of the pathway. A cut is a share of
// the base, a level an amount. Amounts are CO2e in the target's metric.
//
// # Goals
//
// A [Goal] is one of six. The first four are the goal types of the GHG
// Protocol Mitigation Goal Standard, 2014.
//
//	BaseYear            T = B × (1 - cut)
//	FixedLevel          T as stated
//	BaseYearIntensity   T = B/A(b) × (1 - cut) × A(t)     A is an activity
//	BaselineScenario    T = R(t) × (1 - cut)              R is business as usual
//	RollingBaseYear     A(y) = E(y - every) × (1 - cut)   allowed, year by year
//	FixedIntensity      T = L × A(t)                      L is of one unit, as 4.1 t per person
//
// A base may be the mean of several years ([BaseYear] with Through, [MeanBase]);
// time is then counted from the last of them. A fixed level needs no base;
// without one, whatever is a share of a base or of time is undefined.
// [Target.EquivalentCut] states the level of any of them as a cut from the base
// year: an intensity goal of 40 % may come to a growth of 14 %.
//
// A rolling goal sets its levels as the years come. It has no level, pathway,
// progress or outcome, and answers [Target.Rolling] alone, which also gives what
// the same cut would allow from the first base year:
//
//	linear     E0 × (1 - cut × n)
//	compound   E0 × (1 - cut)^n
//
// # References that move
//
// The level of an intensity goal moves with its activity, that of a baseline
// scenario goal with its baseline. What the cut is a share of, in the year
// asked, is the reference R: B/A(b) × A(y), or the baseline of y. Pathways of
// such goals run in the shares left of R, from 1 to 1 - cut, and those of a
// [FixedIntensity] in the amount of one unit, from B/A(b) to L. In
// [Target.Progress] B is R, T is R × (1 - cut), and v is R times the
// pathway's share, all of the year asked: progress of an intensity goal is that
// of the intensity. Figures that stay absolute are Absolute, against the
// emissions of the base year, and Remaining and the required rates, to the level
// of the due year itself. An acceleration would compare the two, and is
// undefined.
//
// # Two views and the head start
//
// Base and due year may be measured in two views ([Views]), as gross emissions
// then and net emissions later. Progress then needs a series in each. Its
// reduction is of neither view; ByView has the reduction in each by itself, and
// a [FindingTwoViews] says both. E'(b) is the base year in the due year's view:
//
//	head start        (B - E'(b))/(B - T)
//	cut in one view   (E'(b) - T)/E'(b), of which (E'(b) - E)/(E'(b) - T) is achieved
//
// The head start is what the change of view alone brings; the cut in one view is what
// the level asks from net to net, where it is net ([ViewReduction]).
// [Target.StatedCuts] states the cut from every base to every level: with two views on
// each side, the four conversions between gross and net, of which the target's own is
// the headline.
//
// # Timeframe
//
// A goal is decided by its due year, or by the years from a first year to the
// due year ([Timeframe]):
//
//	single year   E(t) <= T
//	average       mean of E <= T
//	annual        E(y) <= v(y) in each year
//	cumulative    sum of E <= sum of v
//
// [Target.Outcome] compares before it rounds. A year without an actual and
// complete figure leaves the goal undecided, and never met; an annual goal is
// missed with the first final figure above its value. From the due year on, the
// status of a multi-year goal is its outcome.
//
// # Units and accountable emissions
//
// An inventory does not know of credits. What a place accounts for is
//
//	accountable = E + units sold - units retired + change in net land-sector emissions
//
// in the year that units count in. Units that are held or cancelled change
// nothing. [Progress.Account] and [Target.Outcome] take [Adjustments];
// [Target.Progress] alone takes the inventory's figure, and a finding
// [FindingUnitsNotAccounted] says so where that looks like an achievement.
// The change of the land sector is for goals whose view leaves the sector out.
//
// # Pathways
//
// a is the level of the year ya before, z that of the year yz after, k = y - ya
// and n = yz - ya. A pathway goes through every level of its target, exactly.
//
//	Linear           a + (z - a) × k/n
//	Geometric        a × (z/a)^(k/n)                    both above 0
//	GeometricTo      a × (max(z, min(a, r))/a)^(k/n)    r is a share of the base
//	GeometricBlend   a × d^(-k/n) - (a/d - z) × k/n     where z < a/d, else Geometric
//	Stepwise         a
//	Stated           as a plan gives it for the year
//
// [Target.SumOfYears] is the sum of calendar years, which is what annual
// inventories add up to. The area under the line is another figure: it has half
// of the first year and half of the last. A sum says whether the base year is in
// it by its first year.
//
// [Target.BackLoading] holds the sum of a pathway against that of the straight
// line from base to due year, both without the base year:
//
//	index            path/line - 1
//	last two years   (v(t - 2) - T)/(B - T)
//
// For a goal that moves both are of the shares left, and there are no sums: nobody
// will emit them. Where the line sums to nothing or less, there is no index.
//
// # Progress
//
//	reduction          (B - E)/B
//	absolute           (E(b) - E)/E(b)      E(b) as the target has it
//	achieved           (B - E)/(B - T)
//	elapsed            (y - b)/(t - b)
//	pace               achieved/elapsed
//	level pace         (B - E)/(B - v)      v of the straight lines from level to level
//	gap                E - v                above 0: above the pathway
//	relative gap       (E - v)/v
//	remaining          E - T(t)             with the level of the due year itself
//	achieved linear    (B - E)/(y - b)      and as a share of B
//	achieved compound  1 - (E/B)^(1/(y - b))
//	year on year       mean of 1 - E(i)/E(i - 1)
//	required linear    (E - T(t))/(t - y)   and as a share of E(b)
//	required compound  1 - (T(t)/E)^(1/(t - y))
//	acceleration       required linear/achieved linear
//
// The rates required lead to the due year; [Progress.Next] has those to the next level,
// which is a milestone where one is left: "55 % by 2030, zero by 2050" asks for more in
// the years to 2030 than the line to 2050 does.
//
// A rate is one of three. A linear rate is a share of the base, the same amount
// every year; a compound rate is a share of the year before; the mean of the
// changes from year to year is neither, and needs a figure of every year. A cut
// of 45 % in 12 years is 3.75 % a year linear and 4.86 % compound: thresholds
// are stated for one of them, and each name here says which it is.
//
// # Exactness
//
// Levels, gaps and differences are exact; the level of a goal that moves is a
// quotient. Values of a pathway, quotients and amounts a year are rounded to
// [PathwayPlaces] decimal places of a tonne, ratios to [ghg.RatioPlaces] decimal
// places: multiplied before divided, rounded once, half away from zero. Roots and
// powers are taken far enough that what is shown is right. The unit that a mass
// came in changes no figure.
//
// All figures are signed, and none is cut off at 0 or 100 %. Where a formula
// divides by zero the result is undefined and says why; it is never 0. Of an
// amount below zero no share is taken: its sign would turn.
//
// # Growth
//
// A cut below zero is a goal that allows growth, and one of 0% holds emissions
// at their base; both are read. There is no cut to have a share of, so Achieved
// and Pace are undefined, and the status follows from the level alone; rules that judge
// the gap judge it by its path. A cut below zero is a [FindingCutBelowZero], as "-40 %"
// is most often meant as a cut. A cut above 100 % is refused; a level below zero is stated as a [FixedLevel].
//
// # After the due year
//
// Elapsed goes on above 1, v stays at T, and the required rates are undefined.
// The due year's own figure alone decides a goal for a single year, so that
// [Achieved] and [ExpiredMissed] speak of that figure, whatever came later; a
// finding [FindingAfterDue] gives it. Without a final one, a later year may be
// below the level, and achieves nothing.
//
// # Status
//
// [Status] lists the conditions in the order in which they are tried. Only an
// actual and complete figure of the due year can be [Achieved] or
// [ExpiredMissed]: a provisional, estimated, nowcast or projected one, or one
// with gaps, may be below the level, but achieves nothing.
//
// What is left is judged by a set of [Rules], which is data with an ID. A set
// judges one figure ([JudgedBy]): the pace, which knows no pathway but the straight line
// from base to due year, or the relative gap, which goes by the pathway asked
// for. [DefaultRules] judge the pace, [GapRules] the gap. The figure judged is
// the rounded one that the panel shows; where it is undefined, the status is
// [Undetermined]. So it is, before the due year, of a target with two views:
// its pace and gap hold the change of view too, and ByView is what to read.
//
// Rules that judge the pace see no milestone, and say so: [FindingMilestoneNotJudged]
// gives the pace from level to level, and is a warning where that comes to another
// status. [GapRules] judge by a pathway, which goes through every milestone.
//
// Whatever the rules say, a figure above the level that the target sets for this very
// year is a [FindingMilestoneMissed], and an annual goal that an earlier year has
// missed a [FindingAnnualMissed]. A figure that counts other categories or gases than
// that of the base year ([FindingUnlike]) is no evidence of an achievement.
//
// # Versions
//
// A [History] is one target in all its versions, each with number, kind,
// cause, reason, date and document. Nothing is overwritten: every version gives the
// figures that it gave when it was made, and [History.ProgressOnAll] holds a
// year against each.
//
//	recalculation   B becomes B': T' = B' × (1 - cut), milestones given as shares
//	                too; a level stated as an amount stays   [History.Restate]
//	new baseline    of a baseline scenario, recalculated     [History.Rebaseline]
//	new forecast    of a dynamic baseline scenario           [History.Reforecast]
//	revision        a new goal, by political decision        [History.Revise]
//	supersession    another plan, on a basis of its own      [History.Supersede]
//
// Successive plans are seldom made on one basis: 5 % less than 9.396 Mt CO2 of 2005,
// then 30 % less than a forecast without industry, then 45 % less than 9.43 Mt of
// 2018 with industry. They are one history all the same, in which a plan supersedes
// another and nothing is restated. [History.Comparisons] says of each pair what
// differs: place, base year, base, edition, view (the boundary), gases, metric, or the
// kind of goal. Only where nothing differs do the cuts meet; where both levels are of
// one view and metric, the levels do. A target in CO2 alone has the metric
// [ghg.CO2Only] and its base may be a mass of CO2: it meets no CO2e of more gases.
//
// Why a base is told anew is said in the words of [bridge.CauseKind], and a
// [bridge.Bridge] between the two figures makes the restatement ([RestatementOf]). It may
// have several causes, each with its part of the change where a document states it; where all
// do and the parts do not add up, there is a [FindingPartsDiffer]. A
// cause that no source states is [bridge.CauseUnknown], and needs no reason. A document
// of which only the month or year is known has a date without a day, and within that
// [History.At] does not tell which version stood.
//
// Whether a change of the base is significant is for a [RecalculationPolicy],
// which whoever holds the target has to decide beforehand:
//
//	|B' - B|/B >= significance      B is the base as published before
//	|B' - B0|/B0 >= cumulative      B0 is the base of the last recalculation
//	or the cause is one that always counts
//
// Exactly at a threshold counts, and so does any base in another view, edition
// or metric. Where nothing is required, [Recalculation.Sensitivity] still gives
// progress on both bases: 9.43 Mt restated as 8.97 Mt is 4.88 %, just under 5 %,
// and yet takes what is achieved from 29.0 % to 19.1 %.
//
// A restatement names both bases with their views and metrics, and it alone
// moves a target to another view, guideline edition or metric: a revision that does
// is refused, whether it states a base or not. Levels stated as amounts do not move with it, but have to be stated
// anew. The difference of two bases on two metrics is not a change of emissions,
// and is undefined. A revision that changes the base of the same base year is refused: it would hide a
// recalculation.
//
// When a county joins a city in mid-year, an [Accession] counts k of it, in
// emissions, base and level alike: k is 0 before the year, 1 after it, and in
// the year 1 as at year end, or the share of its days pro rata (184/365 from 1
// July 2023). The rule is an argument, and the county's figures of the base year
// are needed.
//
// Of several targets for one year, the newest publication is in force
// ([NewTargets]); without dates that tell, none is. A later target that is
// looser, sector targets that together exceed the whole ([Target.Residual]),
// and a plan whose own path misses the level that it is named for
// ([Target.CheckPath]) are findings.
//
// [Target.Summary] puts reference, reporting years, units, land sector and due
// level into one record, and [ReadTargetJSON] and [ReadHistoryJSON] read a target
// and its versions back: levels that do not follow from a goal are refused.
//
// # Derivations
//
// [Progress.Explain], [Outcome.Explain] and [Residual.Explain] give a
// [derivation.Derivation]: what is stated, each figure by its formula over that, the
// condition of a figure that may be undefined, and the status or decision as the first of
// its cases that holds. It prints in English and Korean and replays to the digit. In it
// D is the level of the due year itself where the goal moves and T that at the reference of
// the year asked, B0 the emissions of the base year and u those of one unit, M and N the
// milestones, w the straight line from level to level; E_1 and E_2 are of the base's and
// the level's view. The panel of a goal for several years leads on to the derivation of
// its [Outcome]. Of an annual or cumulative goal the yearly values of [Linear],
// [Geometric] and [Stepwise] are derived, and those of other pathways stated. Histories,
// judgements of a recalculation and summaries are lists: they have Details.
//
// # What is refused
//
// What does not stand in a definition, a change, a document, units or rules is
// refused with all of it, each a [ghg.Fault] that says of which target it is, the
// field, its value and what is allowed. Of a definition these are: no name,
// place, view, metric, goal or cut; a year outside 1850 to 2300; a due year not
// after the base year; a milestone not between them, two for one year, or one
// that is both a cut and a level; a base that is not above zero or names a gas, but for CO2 alone; a
// cut above 100 %; an amount above 10^24 t; an intensity goal without its
// activity, a baseline scenario goal without its baseline or with one of another
// place, view or metric, or a year that these lack; views of two guideline
// editions, and two views where the base comes from the goal's own series; a
// timeframe that starts outside base and due year, a mean of levels that move, or
// a yearly allowance before the first level. Where two fields do not meet, views
// of two editions or a baseline, errors.As finds the [*ghg.MismatchError] too. A
// zero Target, Pathway or History is an error of its own, as no field of it could
// be named: [ErrNoTarget] for a target.
//
// A series of another place, view, scheme edition or metric is a
// [*ghg.MismatchError], a target with two views and not a series in each a
// [*TwoViewsError], a year without a figure, level, activity or baseline a
// [*ghg.NoFigureError], a year out of range a [*ghg.YearError], and a view,
// sector or county given twice a [*ghg.TwiceError]. A pathway that has no value
// between two levels is a [*PathwayError]: a constant share to zero, a stated
// path without the year or on another metric, or one of amounts for levels that
// move. Units without year, status or type, retired before their vintage or sold
// of another year than it, are refused.
//
// # What is not an error
//
// Levels that move away from the goal, a base year that the series has another
// figure for, a figure that is not final or has gaps, base and due year in two
// views, and retired units without a corresponding adjustment are findings: the
// result stands, and says so. A metric or a view may be unknown ([ghg.Unstated],
// [ghg.DeclaredView]), and then meets only the same unknown. An activity or
// baseline of years to come is a projection, and may say so; it is used as it
// is.
package target
