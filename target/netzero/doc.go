// Package netzero says what a place may claim: its net-zero balance with the
// claims told apart, whether a target and its records meet the criteria of
// campaigns, and whether a pledge is kept.
//
// A [Check] is the result of one criterion: a [CheckResult], the [Threshold] with
// its days and source, the figures that were computed, and the reason.
// [Checks.Table] prints several; [Check.Explain] is one with its arithmetic. What the
// result rests on is remarked in its findings, with codes and in two languages
// ([FindingName]).
//
// # Results
//
// [Pass], [Warn] and [Fail] are said of what is there. [CannotTell], the zero
// Result, is said where something is missing or not final: a document that is
// not shown, a level that a target does not set, a record that does not name
// its fuel, a figure that is provisional. What is not shown is no failure.
//
// # Thresholds
//
// Thresholds are rows of a table, each one edition of a [CriterionName] with its
// first and last day, source and confidence. A later edition is a new row. A
// check is handed the row ([ThresholdByID]), or the row that held on a day
// ([ThresholdOn]), or one of the caller's own ([NewThreshold]); none has a
// default. A [Measure] says what the value is, and each check refuses the
// others: a compound rate is never held against a linear threshold.
//
// Where an edition began is known to the month alone, it has a day from which it surely
// held ([ThresholdDefinition.Settled]); before that the table cannot tell.
// [ThresholdWhen] is the edition of a time that is known to the month or the year: where
// another edition, or none, held on one of the days, the day decides, and the error names
// them.
//
// # Pledges
//
// A [Pledge] is what a place promises, since when, by which edition of which campaign,
// and what it shows for it. There are three kinds:
//
//	Reach       a level by a year            by a series: JudgeReach
//	EndBy       coal power ends by a day     by records: Judge
//	BeginNone   none begins after the day    by records: Judge
//
// A [Judgement] is [Kept], [Broken] or [Undecided], which reads "cannot tell". Race to Zero
// is a pledge to reach ([Member.AsPledge]), the Powering Past Coal Alliance one to end
// ([CoalPledge.AsPledge]); "no new fossil power plants" is one to begin none. A gas plant
// passes a check on coal alone ([CoalPhaseOut]), and breaks a promise to begin no fossil
// generation.
//
// Days are known to the day, the month or the year ([ghg.When]). Where the day decides
// and is not known, the answer is that it cannot be told ([FindingDayDecides]):
//
//	after     the first day that it may be lies after the last day of the other
//	before    the last day that it may be lies before the first of the other
//	open      otherwise
//
// [Pledge.Editions] are the editions of the campaign's criteria that held when the pledge
// was made. [Pledge.Shown] checks the evidence, as [StartingLine] does. A document shows
// something from the day of the pledge on and from the first day of the criterion on;
// one from before shows nothing ([FindingBeforeJoining], [FindingBeforeCriterion]), and is
// named.
//
// # A promise to begin none
//
// Power generation is told of by records with an activity that generates electricity, or
// of a category that is for it (I.4.4) and no other activity; coal alone needs its activity
// named, as in [CoalPhaseOut], where the pledge is on coal. The fuels of the tables are
// of a family: coal, oil, gas, none of them, or open, as waste and peat are. Generation
// is of one source where facility and family are the same; without a facility, category
// and family. Its first record is that of the earliest period with an amount.
//
//	from before   it has a record of a period that is over by the day of the pledge
//	open          its first record is of the period that the day falls into
//	new           its first record begins after the day, and records tell of power
//	              generation without it up to the day before the pledge, and in every
//	              year between the first that is told of and that of the pledge
//	replacement   it is new, and takes the place of an old one: as a [Plant] states, or
//	              by another family of fuels in the same facility before it
//
// A new one breaks the pledge; on a figure that is not actual it is planned, and warns.
// Where the records have a gap before the year of the pledge, or name no facility in a
// sum that goes on, it cannot be told. Years without data are said. A replacement is
// stated apart with its growth in capacity and in yearly emissions ([Replacement]); what
// it counts as is for the pledge to say ([Replacements]), and without that it cannot be
// told. In its growth CO2 counts as CO2e.
//
// # Checks of a target
//
// B is the base, b the base year, T a level and y its year, t the due year.
//
//	AnnualReduction  linear (B - T)/B/(y - b), compound 1 - (T/B)^(1/(y - b)), with y
//	                 the first year that has a level: the near-term rate;
//	                 the one that the threshold is of must be at or above it
//	InterimCut       (B - T)/B by the threshold's year: at or above it passes,
//	                 a smaller cut warns, no cut fails
//	NetZeroBy        the first year with T <= 0 from then on, by the threshold's year
//	CarbonLaw        T <= B × (1 - cut)^((y - b)/10) for every level
//	PerPersonLevel   T/population in the threshold's year, at or below it
//
// They read the levels that a target sets, in the metric and the view that it
// sets them in. A base in one view and levels in another, as gross and net, are
// no cut of either, and a goal without a base has none: AnnualReduction,
// InterimCut and CarbonLaw cannot tell then. The years count from the target's
// own base year. Milestones are levels like that of the due year. Where a level is
// asked for a year that has none, the value of the pathway counts, if a pathway is
// given; the reason says so. The rates to all levels are shown, and a
// [FindingRatesDiffer] names those that would come to another result than the first. A
// target that sets a level for its due year alone is a [FindingOnlyDueYear]: what lies
// before it is not seen. The emissions of a temperature score come from the caller;
// those of a target, such as [target.Target.SumOfYears], go through its milestones.
//
// [StartingLine] checks what a member of Race to Zero shows for the five Ps;
// [TemperatureScore] turns the overshoot of a carbon budget into degrees;
// [CoalPhaseOut] looks for unabated coal power in records.
//
// # Net-zero balance
//
//	net inside the boundary   = gross - removals
//	net with removal offsets  = gross - removals - removal offsets
//	net with all offsets      = gross - removals - removal offsets - avoidance offsets
//	residual share            = gross/base
//
// Each net amount carries its own claim, see [NewBalance]: net zero inside the
// boundary, net zero with removal offsets, carbon neutral with avoidance
// offsets. None stands for another.
//
// # Rounding
//
// Results are found before rounding, by multiplication. Figures are rounded
// once, half away from zero: ratios to [ghg.RatioPlaces] decimal places,
// amounts of a path to [target.PathwayPlaces] of a tonne. Net amounts are exact.
//
// # What is an error, and what is not
//
// An error says that a call cannot be answered: no target or threshold, a
// threshold of another measure, an account, member, pledge or definition of which
// a field does not stand ([ghg.Fault], all at once), amounts on two metrics
// ([*ghg.MetricMismatchError]), a threshold that nobody knows
// ([*ghg.UnknownError]), an edition that the table cannot name
// ([*NoEditionError]). That a criterion is not met, or that it cannot be told, is
// a result.
//
// # Limits
//
// The thresholds of the Science Based Targets initiative are made for
// companies; cities use them for want of their own. What documents, credits and
// removals are worth is for people to judge.
package netzero
