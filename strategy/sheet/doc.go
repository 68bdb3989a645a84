// Package sheet reads plans from spreadsheets and writes them.
//
// A plan is read from files of delimited text, by column name in English or
// Korean: actions ([ReadActions]), then what belongs to them, one line an effect
// and year ([ReadEffects]), budget line ([ReadBudget]), spending ([ReadSpending]) or task
// ([ReadTasks]); how what they do is counted and what one of it changes, with years as
// columns ([ReadQuantifications]); and a baseline ([ReadBaseline]). Budgets are read from tables
// with years as columns too ([ReadBudgetTable]), as Korean plans have them, whose stated
// sums are held against their parts and never added. One [Format] serves them all: how the
// text is written, and the scheme, metric, prices and source of lines that name none.
//
// What belongs to actions may come in several files, read one after the other: each
// adds to the actions that the one before returned, and what an action has already is
// not read twice.
//
// # Quantifications
//
// A quantification has a line for the quantities of each kind, for each unit effect and
// for each judgement. The usual Korean project has two, target and result, with the number
// of a published unit:
//
//	관리번호,정량번호,항목,모니터링인자,단위,집계방식,감축원단위번호,배출원,출처,2024,2025
//	E-1,1,목표물량,시설용량,kW,누적 보급,1-1/1,I.2.2,기본계획,1000,2500
//	E-1,1,실적물량,,,,,,이행점검 2025,940,
//
// A factor is called by its name, and its series stands in a sheet of its own
// ([ReadFactors]) or comes from code; published units come from the caller ([Named]) or
// stand in the sheet. A series that changes there changes for all that name it. Nothing
// of a line is passed over: what stands in a column that its item does not have is a
// fault. Effects that are worked out of a quantification are not written as effects.
//
// # Faults
//
// A line that cannot be used is a fault of the [ghg.Report], and the rest is read; a
// column that is not known is a finding.
// An action with a faulty line gets nothing from that file, and a baseline with
// one is withheld. What an action says of itself is checked here, with its line;
// how it stands to framework and other actions is for [strategy.NewPortfolio].
//
// # Writing
//
// What is written is read as the same values, or refused, and a refused file
// leaves nothing behind. A text that a spreadsheet would take for a formula gets
// an apostrophe ([ghg.GuardFormula]), which reading takes off. Co-benefits have no
// file.
package sheet
