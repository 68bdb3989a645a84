// Package track says how far a plan has been carried out, and what that has cost.
//
// It looks at actions, tasks, money and indicators, never at the emissions of the
// place: those are a target's. Nothing here has a clock: the day or year of
// the question is an argument.
//
// # Timeliness
//
// [AssessTimeliness] says of one action on a day: on time, late or stale.
// Stage is another question. Days are counted from the last update; an action
// whose record was never updated is stale.
//
//	late    a task that is neither completed nor cancelled is past its due day
//	stale   no update for more than the days of [UpdateIntervals].Stale
//
// A stale action is not called late or on time, as its record no longer tells;
// the tasks that its record shows as late are listed all the same.
//
// # Earned value
//
// [AssessImplementation] answers for a plan, each area and each action on a day with an
// [EarnedValue]: how far work has come, in weights of tasks, and at what cost, in money
// (the words are those of earned value management).
//
//	PV  = Σ weight of tasks due on or before the day / Σ weight       계획가치
//	EV  = Σ weight × part done / Σ weight                             획득가치
//	SPI = EV / PV                                                     일정성과지수
//
// Cancelled tasks and tasks of withdrawn actions are in neither sum. A task
// without a due day is in Σ weight and EV, and never in PV. One that is due in a
// year that its phase does not have is counted (EarnedValue.Outside) and is a finding
// ([Implementation.Findings]): the score of the phase does not tell. Nothing is cut to
// whole percents. How tasks of different actions meet is a [Weighting] that the
// caller states.
//
// With BAC of an action its budget of all years, above 0, and its own PV and EV,
//
//	SV  = Σ BAC × EV - Σ BAC × PV                                     일정편차
//	AC  = Σ spent in the years until that of the day                  실제비용
//	CPI = Σ BAC × EV / AC,  CV = Σ BAC × EV - AC                      비용성과지수, 비용편차
//
// The sums of SV are over the actions with tasks and such a budget
// ([EarnedValue].Budgeted), those of CPI and CV over the ones among them of which spending
// is reported for every year and source with a budget until the year of the day
// ([EarnedValue].Reported): what is not reported is no cost of 0. The year of the day
// counts as it is given: ask on its last day, or give what was spent until the day.
// Budgets are of actions, so that a phase has no money.
//
// # Budget and execution
//
// A [Budget] holds what is set aside and what was spent (집행), by action, year and
// [strategy.Funds], as the actions say ([strategy.Action].Budget and Spent). Its
// [Execution] is told of the whole, of years, sources and actions.
//
//	execution rate (집행률) = executed / budget
//
// A budget of one action, year and source of which nothing was reported is counted
// (Unreported), and the rate is then a lower bound. Of a year whose record does not divide
// it by source the year is reported, and its sources are not: [Budget.Undivided]. What was
// set aside for a withdrawn action counts no more; what was spent on it does, without a
// budget (Unplanned).
//
// # Indicators
//
//	completion = (latest - start) / (goal - start)
//
// It is signed: below 0 is a regress. It is undefined where the goal is the
// start. The latest value is late if it falls short of the line through start
// and goals at its own year, not of the last goal passed.
//
// [CausalGraph] links actions to indicators and indicators to one another;
// effect and confidence stand on each link. [MonitoringQuality] counts what is
// there to monitor an action with.
//
// # Credibility and scorecards
//
// [AssessPlan] divides the required cut by how credible the cuts are that are
// to bring it. What no action brings is a class of its own: missing.
//
//	share of a class = Σ cuts of the class / required
//	missing          = 1 - Σ shares            below 0 where the plan has more than required
//
// Shares are closed by largest remainder, so that they add up to 1 exactly.
// [Scorecard] gives 10 points for a criterion that is met, 5 for one partly met.
//
// # Planned, reported, verified
//
// [NewRealisation] holds what an action has cut, by year, against what was
// planned. Planned reductions are of the kind expected, reported ones are implemented or
// claimed, verified ones are verified; none stands in for another. [RealisationOf] takes
// them from a plan: what its quantifications expect, what its implementation gave, and what
// of that is verified.
//
//	realisation rate = verified / planned
//
// A year that is not verified has no rate, nor has one in which an increase was
// planned: a larger increase would be the better one. The figure of the year
// before is used for it only where the caller says so with a reason, and is
// marked.
//
// # Rounding
//
// Sums are exact. Ratios are rounded once, half away from zero, to
// [ghg.RatioPlaces] decimal places. Where actions are weighed equally, the
// mean is one of quotients with 30 decimal places. The parts of an action's budget are
// rounded once, to 8 decimal places of the currency's unit; lines of text show money to five
// digits ([strategy.Money.Shown]) and indices to three places. A ratio to nothing is undefined, with the reason, and never 0.
//
// # Errors
//
// Values that do not exist (a day, a weight, a class) and a day before a task was
// completed are refused, each as a [ghg.Fault] and all at once. A year without a
// goal is a [*ghg.NoFigureError]; figures of two kinds are a
// [*strategy.KindMismatchError] and on two metrics a [*ghg.MetricMismatchError];
// links in a circle are a [*strategy.CycleError]; money in two currencies or prices is a
// [*strategy.MoneyMismatchError], which a price index of strategy/cost mends, and
// parts of a budget that grow out of bounds a [*exact.BoundsError]. Budgets have at most
// 100,000 lines. It is not an error to ask where nothing is known:
// the answer is undefined, and says why.
//
// # Sources
//
// The three tests of [MonitoringQuality], links with effect and confidence, and
// intervals of updates are common in software that cities monitor plans with.
// The four classes of credibility are in the manner of the progress reports of
// the UK Climate Change Committee. Formulas of timeliness, shares and marks are
// this package's.
package track
