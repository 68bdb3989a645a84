// Package crosswalk takes inventories from one scheme of categories to another: from the
// 1996 to the 2006 IPCC Guidelines, from the GPC to the Common Reporting Framework of the
// GCoM, and what a user defines.
//
// # Rules
//
// A [Rule] is an equation of two signed sums of categories, for what adds up, and may be
// limited to one gas:
//
//	6.A.1 + 6.A.2 = 4.A.3           n:1
//	2.A.3 = 2.A.4.a + 2.A.4.c + …   1:n
//	4.D = 3.C.4 + 3.C.5             1:n, for N2O alone
//
// With one category on the right (1:1, n:1) each record of the left has a place. With
// several (1:n, n:m) only their sum is known: without shares nothing is divided, and no
// record is counted once for each of them. A rule in which a category is taken away is
// about totals; no record moves by it.
//
// A crosswalk says whose mapping it is ([Crosswalk.Basis]), and each rule how sure its
// source is ([Rule.Confidence]). One that holds from left to right alone says that what the
// left has is in the right, which may have more; it cannot be reversed.
//
// # Where a record goes
//
// Of the rules that have its category, and hold for its gas, on the left: 1:1 before n:1; a
// rule for one gas before one for all; of two categories of which one is within the other
// the lower. Where two do not hold each other the record stays. A rule for one gas is not
// for CO2e of all gases together.
//
// What then has no place is for the caller to decide ([Placing]):
//
//   - [OwnRule]: it stays.
//   - [CommonParent]: it goes to the lowest category, on which records may sit, that holds
//     all categories of its sum; where the category has no rule for the gas, that of the
//     nearest category above it which has one. That is exact for every total that holds
//     the parent as a whole, and the parts are less divided. What has no such category
//     stays.
//
// # What stays
//
// [Conversion.Converted] and [Conversion.Remainder] add up to the inventory, gas by gas and
// exactly, as each record is in one of them and no amount changes. A record stays
// ([Left.Reason]) where no rule takes it, where only a sum is known, and where its meaning
// would change:
//
//   - one of the two categories is a memo item and the other is not;
//   - methane of unstated origin would be of another origin;
//   - where several categories become one, figures of two of them would pass for
//     alternatives of one source: by distance and by fuel, a projection beside a measured
//     figure, a provider's default beside the place's own.
//
// # Notation keys
//
// A key moves with a number that it stands beside. Alone it moves
//
//   - by a 1:1 rule, if no other rule leads to the same category or to a part of it;
//   - else if each category that so makes up the other has a number that moves, or a key: NO
//     and NA if all of it is NO or NA, other keys beside numbers too. Coverage then reads as
//     ever: a number beside NE is partly reported, and of several keys the one counts that
//     hides no gap.
//
// Elsewhere it says something of a part, and stays. IE moves if the category that it names
// has one counterpart, which it then names; where that is the category of the record itself
// the key says nothing any more, and stays. A key that the other scheme does not have stays.
//
// # Checks
//
// [Crosswalk.Check] looks at the rules alone, without an inventory: categories in no rule, a
// category that arrives in two places, a category and a part of it on one side, rules that
// no record can follow. A finding is not always a mistake of the conversion: 6.A.1 is in a
// rough rule and in an exact one, and records go by the exact one. Of rules that hold one way
// the right side is not looked at: it may have more.
//
// # Several breakdowns of one category
//
// A category stands in one place of a scheme, so that no total counts it twice. Another
// breakdown of the same, such as the fields of a city's plan, is a small scheme of its own
// with a crosswalk that leads there. What is in no field ([Crosswalk.Unmapped]) or in two is
// found without an inventory, and both breakdowns come to one total, as what is converted and
// what stays add up. A set of categories that is part of no breakdown, such as the
// electricity of all sectors, is a view ([ghg.NewView]): it is shown beside a total and never
// adds to it.
//
// # Findings and errors
//
// [Conversion.Findings] are those of the converted inventory, as [ghg.NewInventory] makes
// them: two categories that become one may look like a figure told twice. One more is on
// figures that a view of the first scheme may never hold together, where the other scheme
// does not keep them apart ([FindingExclusive]): imported waste (III.x.3) beside exported
// (III.x.2), which the GCoM's form adds. A definition that
// does not stand is refused with [ghg.Faults], and an inventory of another scheme with a
// [ghg.Fault].
//
// # The crosswalks
//
//	IPCC1996To2006       published   both ways   153 rules, 17 of them sums on the right
//	GPCToCRF             published   both ways   the GCoM's form: its total leaves I.4.4 and VI.1 out
//	GPCToIPCC2006        published   one way     what is emitted in the place (scope 1)
//	RegionalToGPC        own         one way     the Korean regional statistics
//	RegionalToIPCC2006   own         one way
//	NationalToIPCC2006   own         one way     the Korean national inventory on the 1996 guidelines
//
// The GPC is for communities: the national inventory has no crosswalk to it, the regional
// statistics have one. A one-way crosswalk of a city leaves grid energy, journeys beyond the
// boundary and exported waste where they are: they are in the inventory of another territory.
//
// # Bounds
//
// A side has at most 10,000 bytes and 500 categories, a crosswalk at most 5,000 rules that
// name 10,000 categories in all.
//
// # Sources
//
// The rules are tables in data/, each with its source, and what is odd about them is listed in
// testdata/known_problems.tsv. [IPCC1996To2006] is that of climate_categories, after Table 8.2
// of the 2006 Guidelines. Programs were seen to multiply a sum by the number of its
// categories (4.D by 2, 2.F.6 by 5); here it counts once. The Korean mappings follow a reader
// of the national inventory which keeps codes of 1996 that mean something else in 2006 (4.D.1,
// 4.D.2, 4.E) or are not in Table 8.2, and has the two kinds of wastewater the other way
// round than the rules of the IPCC: those were replaced, and the notes of the rules say so.
package crosswalk
