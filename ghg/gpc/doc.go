// Package gpc is the Global Protocol for Community-Scale Greenhouse Gas
// Inventories, version 1.1 (2021), as a scheme with its views.
//
// The [Scheme] has 53 references in six sectors, and II.5.3, which is read and
// added in BASIC+ but never required. Scope and level are columns of its table;
// the last digit of a reference tells neither: III.1.2 is scope 3 and in
// BASIC, III.1.3 is scope 1 and is not.
//
// The views are those of chapter 4:
//
//   - [Basic]: stationary energy, transport and waste of scopes 1 and 2, and
//     scope 3 for waste that leaves the city;
//   - [BasicPlus]: Basic, transmission losses, transport across the boundary,
//     IPPU and AFOLU;
//   - [Territorial]: all that is emitted inside the boundary, so with I.4.4
//     (energy supplied to the grid) and III.x.3 (imported waste);
//   - [BasicPlusS3]: BasicPlus and the optional other scope 3.
//
// Grid energy counts location-based; market-based figures are read and left
// out. I.4.4 and III.x.3 never stand in one total with scope 2 or scope 3: they
// would count energy and waste twice, and [ghg.NewView] refuses a view that
// holds both. Only territorial totals of places that do not overlap may be
// added ([ghg.View.Addable]): they count waste where it is treated, and the other
// views where it is generated ([ghg.View.Waste]).
//
// The notation keys are NO, NE, IE and C. NE and C are disclosed exclusions
// and allowed; a reference with neither number nor key is a gap, and a level
// with gaps cannot be claimed: see [ghg.Coverage]. Removals are allowed in V.2
// and V.3.
//
// # CRF
//
// [CRFScheme] is the form of the Common Reporting Framework of the Global Covenant of
// Mayors. Its total ([CRFTotal]) adds direct, indirect and outside emissions and leaves out
// the generation of grid-supplied energy, which the form shows apart ([CRFGeneration]), and
// what is out of scope. Package crosswalk takes an inventory from the one to the other.
package gpc
