// Package scenario compares plans that a place could follow: what is switched
// on, what is assumed otherwise, and what the difference is.
//
// # Terms
//
// A [Set] has one portfolio with all actions that anybody thinks of, and one
// baseline. A [Scenario] names the actions of it that are enabled, overrides
// some of them, and may stand on another baseline, as where the grid gets
// cleaner. Its [Role] says what it stands for. The first three are the
// projections of the UNFCCC's national communications: without measures
// ([WithoutMeasures]), with existing measures ([Existing]), with additional measures
// ([WithPlan]); [Stretch] goes beyond the plan, and [WhatIf] asks a question.
//
// An [Override] changes an enabled action in one scenario: [Replace] puts
// another action in its place, [SwapEffect] an effect, [Delay] and [Scale]
// change its potential and expected effects. What has been implemented,
// verified or claimed is no assumption, and stands.
//
// # What is checked
//
// [New] refuses, as [ghg.Faults] of what is wrong in all scenarios: an action that
// the portfolio does not have, an override of one that is not enabled, an enabled
// action without one that it requires or beside one that it excludes, one that is
// cancelled, merged or superseded, and a scenario without measures that has
// actions. A stated group of which a part is enabled is refused too, unless its
// largest effect alone counts or its effects are independent: a factor for three
// actions is not that of two. State the factor in Scenario.Groups. A set has at most
// 100 scenarios.
//
// What relates to an action that is not enabled is off with it, as in
// [strategy.PortfolioDefinition.Only]: an action may exclude one of another scenario,
// and what a selection chose is a scenario as it is.
//
// Ideas and postponed actions that are enabled count only where a scenario says so
// (Scenario.CountedStages); else they are a finding of its evaluation.
//
// A scenario that the results do not have is a [*ghg.UnknownError].
//
// # Difference
//
// [Set.Evaluate] evaluates all scenarios in one kind and division, so that they can
// be compared. A [Difference] is the second less the first, in every year:
//
//	Δ emissions = Δ baseline − Δ reduction
//	Δ reduction = Σ actions = Σ areas = Σ sources
//
// exactly. What an action cuts may differ though nothing was done to it: another
// one on its source has come or gone, or the source itself emits less.
package scenario
