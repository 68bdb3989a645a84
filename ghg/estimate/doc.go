// Package estimate turns activity data into emissions by the equations of the IPCC, the GPC
// and of one's own, each result with its derivation.
//
// # Methods
//
// A [Method] is a value whose fields are the terms of an equation. [Of] works it out:
//
//	e, err := estimate.Of(fuel.Combustion{…})
//	e.Mass(ghg.MustGas("CH4"))   the mass of a gas
//	e.CO2e(ghg.AR5)              all of them on a metric
//	e.Records(ghg.Record{…})     the lines of an inventory, one a gas
//	e.Explain()                  how each came about, made when it is asked for
//
// The methods stand in the packages below: fuel, transport, power, waste, industry and
// land. A program writes one of its own by the interface alone: what it tells its
// [Worksheet] is computed, checked and explained as theirs are.
//
// # Terms
//
// Activity data are [ghg.Quantity], factors [ghg.Rate] in a [Parameter], with the source of
// each. A term in another unit of the same kind is converted, exactly, and the derivation
// shows by what. What does not meet is refused with what would be accepted: litres where
// tonnes are asked, gross heat where net is, a rate per another unit. A fraction is from 0
// to 1 or says %: a bare 40 is refused. What a term is of, carbon, methane or dry waste, is
// said where the equation knows it ([Worksheet.As]): a derivation replays only if what is
// added up and emitted is of one unit and one substance.
//
// # Defaults
//
// No method has a default. A published one is looked up, by its table, name and [Edition]
// ([Defaults.Of]), and its source says so wherever the figure goes. Of a range there is no
// default: the ends are told and one is to be chosen.
//
// # Rounding
//
// Products and sums are exact. What has no last decimal place is rounded half away from
// zero to [Places] decimal places of its unit, where the derivation says so, and so is what
// is emitted where a product of such a quotient has more.
//
// # What is refused
//
// All that does not stand is refused at once, as [ghg.Faults]: a term that is missing, below
// 0 or out of its bounds, in a unit that does not meet. A gas for which there is no factor
// is not estimated (NE), which is not 0; a gas that is part of another line is IE and
// points there.
package estimate
