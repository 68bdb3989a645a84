// Package strategy adds up what a plan cuts: on which source, in which year,
// in which kind of reduction, and what it leaves to a target.
//
// # Terms
//
// A [Framework] is a plan's list of areas, as data; a portfolio has one, and
// any number of other taxonomies that its actions have codes in. An [Action] is
// what is done; it has one primary area, a [Stage], and [Phase]s with [Task]s:
// the steps until 2030, 2040 and 2050. Beside the body that leads it and its
// partners it may say who proposed it ([Proposer]). Its [Effect] says what it cuts on one
// [EmissionSource], by year. An action without effects is not quantified: it
// stays in the portfolio and is counted as such. One that is cancelled, merged
// or superseded stays too, and its effects count no more. A [Portfolio] holds
// the actions of one place in one framework, measured in one view and one
// metric. A [Baseline] is what would be emitted without it, by source; an
// [Evaluation] is what the portfolio cuts of a baseline.
//
// # Steps
//
// A task lies within its phase, a phase within the days of its action, and phases
// follow one another: no year is in two of them and none between the first and the
// last is in none. A phase that states no first year ("until 2040") begins after the
// one that ends before it. What does not stand so is a finding, one for all tasks or
// phases of an action ([Action.Findings]); what is not stated is not judged.
//
// # Quantifications
//
// A Quantification (정량화) models what a project does once: Quantities by year and kind of
// what is counted, how they count (Counting), how long one works (Life), what one of it
// changes on each source (UnitEffect) and what of that counts (Judged). An action holds any
// number of them, and a portfolio works them out to effects through its last year
// (PortfolioDefinition.Through):
//
//	reduction(source, year) = Σ [x(i) - x0(i)] × profile(year - i) × saves × factor × Π kept
//
// over the years i of installation, where x are the quantities and x0 those Without the
// project. What is done or stands in a year is of that year alone. The profile is 1 for the
// years of life, (1 - d)^age with a decay d, or stated by age; what expires is replaced only
// up to Life.RenewedTo. The factor is that of the year, of the year of installation, or of
// one year for all (FactorOf, required where factors differ). What is counted may be a share
// of a source (WholeSource):
//
//	share(source, year) = [x(year) - x0(year)] × Π kept
//
// A year that is left out is unknown, and with it every year in which what was installed
// then would work; after Quantities.Last nothing is new. Stock from before the first year is
// not in it. A year without a factor is unknown too, and a finding. What works is exact
// until it is rounded once to 24 decimal places, and an amount to 12 of a tonne.
//
// A kind is of the quantities: what is planned gives expected reductions, what was monitored
// implemented ones. A kind may have factors of its own (Quantities.Factors), as an adopted
// plan keeps the ones that it was made with. Verified quantities say who verified them; where
// what one saves is a stated figure, a finding says so.
//
// A PublishedUnit (감축원단위) stands in place of effects or beside them. Where they differ, a
// Serious finding has both: official tables take the one (Quantification.ByPublishedUnit), the
// plan's sum the other. What is remarked on the making of figures goes with them into the
// findings of the portfolio and of its evaluations, and what is said of one series of factors
// once for all that take it (FactorFindings). There a Serious finding also says where
// effects and baseline take other factors for one use; Baseline.WithFactors and
// PortfolioDefinition.WithFactors change them everywhere at once.
//
// An Effect that an action states itself is a figure of a document, and stays as it is;
// so does one that a quantification gave which the action does not have.
//
// # Reductions
//
// [Reductions] are amounts of CO2e by year, [Cuts] are shares of what a source
// would emit; positive for a cut and negative for an increase, of one [Kind]:
// potential, expected, implemented, verified or claimed. They stand in the
// year, against what the source would emit in that year without the action;
// they are not cumulated over years. Kinds are never added: a potential is no
// plan, and an expectation no result. A year without an amount is unknown, not
// 0.
//
// # Stages
//
// What an action is to cut ([Potential], [Expected]) counts by its stage: an idea and
// what is postponed close no gap. Which stages count is a [StageRule] of the portfolio
// (PortfolioDefinition.CountedStages); the zero rule is every stage but these two, and
// [EveryStage] counts them. Actions that do not count are a finding with their tonnes,
// each taken alone, of [NewPortfolio], [Total.Findings] and [Evaluation.Findings], and
// stand apart in a total ([Total.SetAside]). What has been implemented, verified or
// claimed counts at every stage but the withdrawn ones.
//
// # Sources
//
// Every effect names the source that it acts on: a category, a fuel, an end
// use. A part that is left out stands for all of its kind, and a category for
// all categories under it, so road transport meets diesel of buses. The
// category may be left out only where the end use says in words what is cut;
// such a source is as good as its words.
//
// # Joint effect
//
// Two measures of 30 % on one source leave 49 % of it, not 40 %. What effects
// cut together on a source that emits E is
//
//	joint = E − E × Π (1 − rᵢ)      rᵢ = reduction / E, or the share that is cut
//
// The rule is for one source; shares of the city's total must not be
// multiplied. Effects that are marked [Independent] cut different parts of the
// source: they act as one effect, their sum. Where a document states how
// effects combine, a [Group] says so and goes before the rule. An effect on a
// source that covers several of the baseline cuts all of them alike; one on a
// source narrower than the baseline's is refused, as its part is not known. No
// order of actions changes a joint effect, and no source is cut below zero.
//
// An action may add on a source, as a heat pump adds to electricity what it no more burns
// in gas: its reductions are below 0 there, and so is r. The rule is the same, E × Π (1 − r)
// is left. So what is added raises what there is to cut: of E + a, a share of cut takes its
// share of both, and of two that add each adds to the other's too. Where a cut does not
// reach what is added, as lights beside heat pumps, the baseline has them as two end uses,
// or both are marked [Independent] and act as one sum. On a source that emits nothing there
// is no share: what is added to it, and names it alone, adds up, and nothing is cut.
//
// A [Division] divides the joint effect between effects: [InOrder],
// [Shapley], [LogShare], [Proportional]; an action has the sum of the parts of
// its effects. It must be named, as it changes every action's figure, though
// never the sum. Shapley, order and proportion are exact; logarithms have 37
// sure decimal places.
//
// At most 200 effects on one source are divided by Shapley, and 2000 by the
// other methods; a portfolio may have 10000 actions with 20000 effects.
//
// # Merging and splitting
//
// [Merge], [Split] and [Supersede] give a new list of actions. The old ones stay
// with their figures as history and say where they live on ([Resolve]); their
// effects count no more. Who required or excluded them requires or excludes
// what took them up.
//
// # A part of a plan
//
// [Portfolio.Only] is the plan with some of its actions: those of a scenario, of an
// area, or that a selection chose. The others are switched off, and with them what
// relates to them. An action that counts without one that it requires is a finding.
//
// # Sums, gap and rounding
//
// No unit and no number of places is asked for where something is computed. Sums
// and products are exact. A joint effect has quotients in it: the sum of a year over
// all sources is exact until it is rounded once, half away from zero, to 12 decimal
// places of a tonne. Then the sources close to it by largest remainder (Hare and
// Niemeyer), and the parts of the effects on a source to that source, so that all of
// a year is one table; sums over actions and areas are exact sums of its parts.
// What the effects count ([YearEffect.Alone]) is summed and closed in the same way, over the
// sources. Where a whole source is cut that is stated to more than 12 places, its
// figure may end less than 10^-12 t below 0. From 10^18 t on nothing is computed.
//
// To show is another step, with a unit and places: [ghg.ShowList] for what adds up
// to a total, [YearEffect.Table] for a year by source and action or area,
// [WedgeYear.Show] and [Wedges.WriteCSV] for wedges. The cut of a year that these show
// is the true one rounded to the nearest, and so is the baseline; what is left is the
// one less the other, as shown.
//
//	need(year) = baseline(year) − limit(year)
//	gap(year)  = need(year) − reduction(year)
//
// A sum says how many actions are in it and how many are not quantified in that
// kind and year. A gap above 0 is missing; a gap of 0 or less is closed.
// Place, view and metric of portfolio, baseline and target must be one.
//
// Where no baseline by source is known, [Portfolio.Total] and [Portfolio.Gap]
// add amounts as they are, exactly, and refuse effects that meet on a source
// with an [*OverlapError], unless all of them are independent.
//
// # Wedges, ranges, concentration
//
// [Wedges] are the layers between baseline and plan, by action, area or source
// ([Grouping]):
//
//	baseline(year) − plan(year)   = Σ wedges(year)
//	baseline(year) − series(year) = Σ wedges(year) + unexplained(year)
//
// A [GapRange] is a gap with percentiles. Its reductions are sums of those of
// the actions where all errors come [Together], exactly, or simulated in float64
// where they come [Independently]. A [Concentration] is the share of the largest
// parts in a sum; it is undefined where parts are increases.
//
// # Money
//
// [Money] is an exact amount of one currency in the prices of one year, or
// nominal. Two currencies or two prices never meet.
//
// # Errors
//
// A constructor reports all that does not stand at once, as [ghg.Faults] with stable
// codes that say what they are of: the actions of a portfolio in their order. In it
// an unknown ID, one given twice and a year out of range are faults too. Beside the
// faults stands what a caller may branch on, such as a [*ghg.MetricMismatchError]. A
// caller who asks for one thing is answered with one error: what is of another
// place, view or metric is a [*ghg.MismatchError]; an ID that is not there a
// [*ghg.UnknownError] ([Resolve], [Merge]); one that is named twice a
// [*ghg.TwiceError]; a year without a figure a [*ghg.NoFigureError]. Errors of this
// package are what a caller decides on: [*OverlapError], [*NoBaselineError],
// [*SourceError], [*BelowZeroError], [*DivisionError], [*KindMismatchError],
// [*MoneyMismatchError], [*SplitError], [*TransitionError], [*CycleError].
//
// It is an error to ask for a zero [Kind]. It is not an error to ask for a year or
// kind in which nothing is quantified: the sum is 0 and says that it holds no
// action.
//
// # Sources
//
// WRI, GHG Protocol Policy and Action Standard (2014): ex-ante and ex-post
// effects, and how policies interact. Shapley, A value for n-person games
// (1953); Owen, Multilinear extensions of games (1972). The names of the kinds
// and the rule that they are never added are this package's.
package strategy
