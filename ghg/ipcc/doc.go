// Package ipcc holds the categories of the IPCC Guidelines for National Greenhouse Gas
// Inventories as schemes: the Revised 1996 Guidelines and the 2006 Guidelines.
//
// A code means nothing without its edition: 4 is agriculture in 1996 and waste in 2006,
// and 4.D.1 is domestic wastewater in 2006 where 6.B.2 was in 1996. Figures of the two
// never meet; package crosswalk takes an inventory from one to the other.
//
// # The trees
//
// [Scheme1996] has 233 categories and [Scheme2006] 290, the national total 0 among them,
// which their source adds. A category is divided in one way; for another one see package
// crosswalk. Codes are read as people write them: 1.A.4.b, 1A4b, 1 A 4 b,
// IPC1A4b.
//
// National inventories report at every level, so that records may sit on any category but
// 0 ([ghg.SchemeDefinition.AnyLevel]). A figure on a category that has parts is what is not
// divided among them, and adds up with theirs. Where it is their sum it would count twice:
// that is a finding ([ghg.FindingAboveParts]). A national total is a declared total of a
// view, and reconciled ([ghg.Inventory.Reconcile]).
//
// # Totals
//
//	Total1996, Total2006      all categories but memo items, land use with its removals
//	TotalWithoutLandUse1996   the same without sector 5
//
// Memo items are in no total: fuel of international aviation and shipping (1.A.3.a.i,
// 1.A.3.d.i) and, in 2006, multilateral operations (1.A.5.c). A figure on 1.A.3.a as a whole
// is in the totals: report the two apart. The sum of all codes of the tree, as programs
// compute it, holds the memo items and is no national total.
//
// There is no total without land for 2006: Table 8.2 has land within sector 3, and a figure
// of the sector as a whole does not say how much of it is land.
//
// # What is allowed
//
// Notation keys are NO, NE, IE, C and NA. Removals are allowed in 5 of 1996, and in 3.B and
// 3.D.1 of 2006 with the categories above them. Methane of unstated origin follows the
// category: fossil in 1.B; open in 1 and 2 as a whole and where process or activity decides;
// else not fossil (own mapping, as in the table of the GPC).
//
// Totals require nothing: which categories a country or a place must report is for its
// rules to say, so that [ghg.Coverage] finds no gaps here.
//
// # Sources
//
// Revised 1996 IPCC Guidelines, Reporting Instructions (Volume 1), chapter 1; 2006 IPCC
// Guidelines, Volume 1, chapter 8, Table 8.2. Codes and titles were taken from
// climate_categories (Apache-2.0); those of 2006 were compared with the table. Korean names
// are those of the Korean national inventory where it has the category, else own
// translations.
package ipcc
