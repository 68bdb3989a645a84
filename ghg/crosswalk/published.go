package crosswalk

import (
	_ "embed"

	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/ipcc1996_ipcc2006.tsv
var ipcc1996Text string

//go:embed data/gpc11_gcomcrf.tsv
var crfText string

//go:embed data/gpc11_ipcc2006.tsv
var gpcText string

// IPCC1996To2006 leads from the Revised 1996 to the 2006 IPCC Guidelines: 153 rules of
// climate_categories, which are made of Table 8.2 of the 2006 Guidelines. It may be
// reversed.
var IPCC1996To2006 = embedded(ipcc1996Text, Definition{
	Name: words.Term{En: "IPCC 1996 to IPCC 2006", Ko: "IPCC 1996 → IPCC 2006"},
	From: ipcc.Scheme1996, To: ipcc.Scheme2006, Basis: Published,
	Source: "climate_categories, conversion IPCC1996 to IPCC2006 (2021-07-09), after 2006 IPCC Guidelines, Volume 1, Table 8.2"})

// GPCToCRF leads from the GPC 1.1 to the Common Reporting Framework of the Global Covenant
// of Mayors. The form has one row for fugitive emissions, and one for waste treated in the
// place, whether it was made there (III.x.1) or not (III.x.3); three for the generation of
// grid-supplied energy (I.4.4), which are apart and not in its total. It may be reversed.
var GPCToCRF = embedded(crfText, Definition{
	Name: words.Term{En: "GPC 1.1 to GCoM CRF", Ko: "GPC 1.1 → GCoM CRF"},
	From: gpc.Scheme, To: gpc.CRFScheme, Basis: Published,
	Source: "CityCatalyst, mapping of GPC references to the form eCRF, compared with workbooks of the GCoM Data Portal for Cities"})

// GPCToIPCC2006 leads from the GPC 1.1 to the 2006 IPCC Guidelines, for what is emitted in
// the place (scope 1): what a city may hold against the national inventory. Grid energy,
// losses, journeys beyond the boundary and exported waste have no counterpart, with the
// reason ([Crosswalk.Why]). It holds one way: 1.A.1 of a city holds I.4.1 and I.4.4, and may
// hold more.
var GPCToIPCC2006 = embedded(gpcText, Definition{
	Name: words.Term{En: "GPC 1.1 to IPCC 2006", Ko: "GPC 1.1 → IPCC 2006"},
	From: gpc.Scheme, To: ipcc.Scheme2006, Basis: Published, OneWay: true,
	Source: "taxonomy of the GPC 1.1 with its IPCC column (CityCatalyst, C40/CIRIS)"})
