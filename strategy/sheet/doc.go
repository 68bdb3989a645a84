// Package sheet reads plans from spreadsheets and writes them.
//
// A plan is read from files of delimited text, by column name in English or
// Korean: actions ([ReadActions]), then what belongs to them, one line an effect
// and year ([ReadEffects]), budget line ([ReadBudget]) or task ([ReadTasks]); and
// a baseline ([ReadBaseline]). Budgets are read from tables with years as columns too
// ([ReadBudgetTable]), as Korean plans have them, whose stated sums are held against their
// parts and never added. One [Format] serves them all: how the text is
// written, and the scheme, metric, prices and source of lines that name none.
//
// What belongs to actions may come in several files, read one after the other: each
// adds to the actions that the one before returned, and what an action has already is
// not read twice.
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
