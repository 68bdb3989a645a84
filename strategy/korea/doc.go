// Package korea writes the documents that Korean law asks of a local
// carbon-neutrality plan: its tables, and those of the annual check.
//
// # Terms
//
// A [Document] is a plan or a check as sixteen tables. Their rows are typed
// values. What a portfolio, a target, an inventory or an evaluation
// knows is made of it ([MitigationProjects], [FinancialPlan],
// [ReductionTargets], [EmissionsForecast], [EmissionsRegional], [AnnualImplementations],
// [QuantitativeReductions], [MonitoringPerformance]), the annual check of a year as a whole
// by [Check]; what is prose is a row that the caller fills in. Rows name a project by its
// management number (관리번호), and take its sector and name from the table of projects, so
// that one project has one name. What a project counts is modelled once, as a
// [strategy.Quantification] of its action, and rows are of one of these: a project that
// counts cars and trucks has two rows in a year (정량번호).
//
// # Reductions
//
//	reduction = quantity that works × reduction unit
//	rate      = (base − target) / base
//	target reduction = BAU − target
//	attainment of quantity  = monitored / planned quantity        (물량 달성률)
//	attainment of reduction = implemented / expected reduction    (감축량 달성률)
//
// A [ReductionUnit] (감축원단위) is what one of a monitored factor saves: tCO2eq
// per 대, 톤, kW. In a quantification it is the published unit
// ([ReductionUnit.PublishedUnit]), and official rows take it; a project without one is
// filled with what its effects come to ([strategy.Quantification.Net]), and one that states
// its reduction alone with that. A figure for a year
// is annual or cumulative ([TimeBasis], required): annual ones are what the year is
// lower by, cumulative ones add up the years so far, and the two are never
// added.
//
// A plan gives expected reductions, monitoring implemented ones: the unit is
// an average, and nobody measured the saving. They are verified only where somebody says
// that he did. What was verified was done too, and fills the row where nothing else does. A
// share of a source that was monitored is not that share of a forecast: it has no reduction.
//
// A unit on electricity holds the grid factor of its time: 0.4781 (SAR) in appendix 3. Held
// against the place's own it is a Serious finding, and restating it a choice
// ([ReductionUnit.Restated]).
//
// # Rates of a target
//
// A gross base with a net target is what the guideline prescribes: a note, with the rate on
// one basis beside it ([ReductionTarget.RateOnOneBasis]); any other pair is a warning. What
// others cut beside the government (관리권한+추가감축) never enters the rate that a plan is
// known by ([HeadlineOf]).
//
// # Forecast and allowance
//
//	E(t) = E(t−1) × (1 + growth of the country in t × mean growth of the place / of the country)
//
// is the guideline's BAU by growth rates ([ForecastBAU]). What a year may emit has two
// attainments, allowed / actual and 2 − actual / allowed; published ones say which of them
// they are nowhere, and neither is the default ([Allowance]).
//
// # Status
//
// The guideline as known describes 달성, 정상추진, 지연 and 미달성 in words. [StatusRules]
// put numbers to them and are a required argument; [OwnStatusRules] are this
// package's choice. They judge the attainment of the quantity. It is undefined where nothing was planned, and
// has no status then.
//
// # Climate budget
//
// A [TaggingScheme] is a list of classes (감축, 배출, 중립); provinces have their own.
// [TaggingScheme.Tally] adds tagged lines up by class: counts and sums add up
// exactly to the whole, and percentages are closed by largest remainder.
//
// # CSV
//
// Headers and coded values are in the language asked for, with units in the
// header: CO2e in tCO2eq, money in 백만원 (million KRW). Figures are exact, but for
// rates, which are rounded to two decimal places of a percent. The GWP set of each row is a column
// of its own. Columns that the guideline's sheets lack are marked in
// [Column.Added]: 집행액, for one, beside 소요예산, which in the check holds what was spent
// ([strategy.Action.SpentIn]). Files are UTF-8, with a byte order mark where Korean Excel is to
// open them.
//
// Free text may come from anywhere. What a spreadsheet would read as a formula
// (it begins with = + - @, after blanks, also in full width) gets an apostrophe
// before it; a line of a list that begins with a hyphen gets one too. What is
// not UTF-8 is a fault, control characters are dropped, quotes and line
// breaks are quoted. Figures, which may begin with a minus, stay figures.
//
// # Errors and findings
//
// What cannot be written is an error of [NewDocument], with all [ghg.Faults] at
// once, each of a table and row ("financial_plan, row 3") and with the column as
// its field: a coded value that is missing, two metrics in one row, money that is
// not won, a plan that ends before it begins. Definitions of a reduction unit,
// rules of status, a check and a tagging scheme, and lines of a budget, are
// refused with [ghg.Faults] too. A cumulative reduction with an unknown year in it
// is a [*ghg.NoFigureError], a BAU that does not meet its target a
// [*ghg.MismatchError]; a share of a source that no baseline holds is
// [strategy.ErrShares]. What can be written and does not agree is a finding on a table
// and row: a management number that no project has, a total that is not the sum of
// its lines, an attainment that is not that of its quantities, reductions below
// the target, a base that counts gross and a target that counts net. It is not an
// error to leave a table empty.
//
// The reductions of projects are simply added where a document holds them against the
// target. Where they overlap they cut less: [Check] holds the evaluation against it.
//
// # Sources
//
// Framework Act on Carbon Neutrality and Green Growth (in force 2026-05-12),
// articles 10 to 13 and 24, and its Decree (2026-03-31), articles 6 to 8 and
// 16. Tables and columns: sheets that a public project drew from the guideline
// for plans and checks, named in data/tables.tsv; the guideline itself was not
// seen. Reduction units: data/reductionunits.tsv. Duties and terms:
// data/duties.tsv. Budget classes: data/budgetclasses.tsv.
package korea
