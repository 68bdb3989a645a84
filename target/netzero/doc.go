// Package netzero says what a place may claim: its net-zero balance with the
// claims told apart, whether a target and its records meet the criteria of
// campaigns, and whether a pledge is kept.
//
// A [Check] is the result of one criterion, with the [Threshold], the figures that were
// computed, and the reason. [Table] prints several; [Check.Details] is one with its
// arithmetic. What it rests on is remarked in its findings, with codes and in two
// languages ([ghg.Finding.Name]).
//
// # Results
//
// [Pass], [Warn] and [Fail] are said of what is there. [CannotTell], the zero
// [CheckResult], is said where something is missing or not final: a document that is
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
// held ([ThresholdDefinition.Settled]); before that the table cannot tell. [ThresholdOn]
// takes a time that may be known to the month or the year: where another edition, or none,
// held on one of the days, the day decides, and the error names them.
//
// # Pledges
//
// A [Pledge] is what a place promises, since when, by which edition of which campaign,
// and what it shows for it. Its [Kind] says what is promised:
//
//	Reach                 a level by a year            by a series: JudgeReach
//	EndCoalPower          coal power ends by a day     by records: Judge
//	BeginNoCoalPower      none begins after the day    by records: Judge
//	BeginNoFossilPower    the same of fossil power     by records: Judge
//
// The check of a pledge says whether it is kept, broken, or cannot be told
// ([CheckResult.OfPledge]). Membership of Race to Zero is a pledge to reach, that of the
// Powering Past Coal Alliance one to end coal power. A gas plant passes a check on coal
// alone, and breaks a promise to begin no fossil power.
//
// Days are known to the day, the month or the year ([ghg.When]). Where the day decides
// and is not known, the answer is that it cannot be told ([FindingDayDecides]):
//
//	after     the first day that it may be lies after the last day of the other
//	before    the last day that it may be lies before the first of the other
//	open      otherwise
//
// [Pledge.Editions] are the editions of the campaign's criteria that held when the pledge
// was made. [Pledge.Shown] checks the evidence: of Race to Zero the five Ps. A document shows
// something from the day of the pledge on and from the first day of the criterion on;
// one from before shows nothing ([FindingBeforeJoining], [FindingBeforeCriterion]), and is
// named.
//
// # A promise to begin none
//
// Power generation is told of by records with an activity that generates electricity, or
// of a category that is for it (I.4.4) and no other activity; coal alone needs its activity
// named where the pledge is on coal, as in one to end it. The fuels of the tables are
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
// The pledge is kept where every period after it that has records tells by actual figures
// what generates power, none begins, and all that go on are named. Where the records have
// a gap before the year of the pledge, or name no facility in a sum that goes on, it
// cannot be told. Years without data are said ([FindingYearsWithoutData]). A replacement
// is stated apart with its growth in capacity and in yearly emissions ([Plant.Growth], in
// which CO2 counts as CO2e); what it counts as is for the pledge to say
// ([ReplacementRule]), and without that it cannot be told.
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
// [TemperatureScore] turns the overshoot of a carbon budget into degrees. [ReadRate] reads
// an annual rate as linear and as compound.
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
// Gross emissions and removals come as series by year ([Account]). Removals may be below
// zero in a year of release, as after a fire, and then add to the net; their sum from the
// first year on may not, as nothing is released that was not removed: the sign that
// inventories give to removals is refused so.
//
// Net emissions are refused as gross ([ErrSinksCounted]): those of a view that
// selects a category with removals, and those with a part below zero in either
// year. Of a declared view the caller names who states that it counts no removals
// ([Account.GrossBy]), which each check repeats. Of sums within a part, and of figures
// without parts, nothing more is seen.
//
// # Rounding
//
// Results are found before rounding, by multiplication. Figures are rounded
// once, half away from zero: ratios to [ghg.RatioPlaces] decimal places,
// amounts of a path to [target.PathwayPlaces] of a tonne. Net amounts are exact.
//
// # What is an error, and what is not
//
// An error says that a call cannot be answered: no target or threshold, net emissions as
// gross, a year without a figure ([*ghg.NoFigureError]), a field that does not stand, such
// as a threshold of another measure ([ghg.Fault], all at once), amounts on two metrics
// ([*ghg.MetricMismatchError]), a threshold that nobody knows ([*ghg.UnknownError]), an
// edition that the table cannot name ([*NoEditionError]). That a criterion is not met, or
// that it cannot be told, is a result.
//
// # Limits
//
// The thresholds of the Science Based Targets initiative are made for
// companies; cities use them for want of their own. What documents, credits and
// removals are worth is for people to judge.
package netzero
