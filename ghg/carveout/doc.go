// Package carveout takes the sites of an emission-trading scheme out of citywide
// totals: what a local government answers for, beside its whole territory.
//
// # Terms
//
// A [TradingScheme] is an emission-trading scheme (ETS) and the scopes that it
// covers: Korea's covers what a site emits and the energy it buys, the EU's
// only what it emits. A [Facility] is a site, with the years in which the
// scheme covers it, who owns it, and its emissions by year and scope. A
// [Register] holds the facilities of one place under one scheme; one that left the scheme
// and came back, or was sold, has a row for each of its times, whose years do not meet.
//
// The managed emissions (관리권한 배출량) are those outside the trading scheme and
// those that the council itself controls:
//
//	managed = citywide − covered + covered and council-owned
//
// so a council's own incinerator stays managed, though it trades. What else a
// local government answers for, by sector, is for the view of the citywide
// series to say: the boundary is data.
//
// # Three ways to the figures
//
//   - [CarveOutOf] takes inventories and a table of facilities ([ReadFacilities])
//     and gives both series in one call. What sites emit is told by the records
//     that name them ([ghg.Record.Facility]), and by nothing else: the register is
//     made of the lines of the citywide totals ([RegisterOf]).
//   - [Register.CarveOut] takes a series of citywide totals, such as a published
//     one, and a register with figures of its own. The managed series has a declared
//     view of its own, so that it never meets a citywide one.
//   - [Register.TagRecords] marks records that are not in an inventory yet, and
//     [ManagedView] makes the managed view of any view. Both totals then come from
//     one inventory.
//
// On the same figures they agree. Who owns a site is said in the register alone
// ([Ownership]); the tags of records follow it, whatever they were before.
//
// A site of which only a part is covered is split first, exactly:
// [Facility.Split], [SplitRecord].
//
// # Records of sites
//
// What counts of a site's records is what counts in the citywide total: no key, no
// alternative, no other status, no default that is overridden. Gases add up. A register of
// records is of the view that it was made in, and is taken out of totals of that view only.
// Of a category and fuel it knows the part at covered sites ([Register.Carved]).
//
// Nothing is lost unseen. Refused are records of a site that is spelled in another way than
// in the table ([FaultSpelling]) and records with the tag of a covered site of which the
// table has no row ([FaultUnregistered]). Findings are covered sites without a record
// ([FindingNoRecord]) or a number ([FindingNoNumber]; NO is one), names that look like one
// of the table ([FindingLooksAlike]), tags that say other than the register
// ([FindingTagDiffers]), and records that the view does not count ([FindingNotHeld]).
//
// # What is subtracted
//
// Emissions of a covered site in a year, in a scope that the scheme covers, and
// only so far as the citywide total holds them: a total of direct emissions
// holds no purchased energy, and a total in BASIC no industrial process. What
// is not subtracted is listed as [LeftOut], with the reason. Amounts carry
// their unit and metric, so kilograms of a site meet tonnes of a city. All
// arithmetic is exact; ratios are rounded to [ghg.RatioPlaces].
//
// # What is refused
//
// A site that emits more than the sector that holds it, or sites that do so
// together, are an [*ExceedsError]. In a register with figures of its own, a covered site
// without one for a scope that the scheme covers is a [*ghg.NoFigureError]: it is not 0. Energy that a site
// of the register supplies to another is subtracted once: at the supplier and
// again at the buyer is a [*DoubleError]. What does not stand in a register, such
// as a site that is in it twice, is a fault ([ghg.Faults], all at once), and so is what
// does not fit of totals, scopes, sectors and views; beside a figure on another metric
// stands a [*ghg.MetricMismatchError]. A register and a series of two places, metrics or
// editions, and a record of another place, are a [*ghg.MismatchError].
//
// A managed total may be below zero, where the citywide one is net of sinks.
//
// # Sources
//
// Framework Act on Carbon Neutrality and Green Growth (Korea), Article 2:
// emissions are direct and, through the use of electricity or heat that others
// supply, indirect. Directive 2003/87/EC, Article 3(b): emissions are the
// release of gases from sources in an installation. That council-owned sites
// stay managed is this package's reading of the Korean management authority.
package carveout
