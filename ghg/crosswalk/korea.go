package crosswalk

import (
	_ "embed"

	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/girregional_gpc11.tsv
var regionalGPCText string

//go:embed data/girregional_ipcc2006.tsv
var regionalIPCCText string

//go:embed data/girnational_ipcc2006.tsv
var nationalText string

// koreanSource is the document of the Korean mappings.
const koreanSource = "after the categories of the Korean national inventory as PRIMAP reads them (config_KOR_INV2023)"

// RegionalToGPC leads from the Korean regional statistics to the GPC 1.1. It is an own
// mapping, of no authority ([Crosswalk.Basis]). Waste is not divided: where it is treated the
// statistics do not tell own from imported waste, and where it is generated not how and where
// it is treated. It holds one way.
var RegionalToGPC = embedded(regionalGPCText, Definition{
	Name: words.Term{En: "Korean regional statistics to GPC 1.1", Ko: "지역 온실가스 통계 → GPC 1.1"},
	From: gir.Scheme, To: gpc.Scheme, Basis: OwnMapping, OneWay: true, Source: koreanSource})

// NationalToIPCC2006 leads from the Korean national inventory on the 1996 guidelines to the
// 2006 IPCC Guidelines. It is an own mapping, and holds one way. Its source keeps codes of
// 1996 where it has no other, some of which mean something else in 2006: 4.D.1 is soils in
// Korea and domestic wastewater in Table 8.2. Those were replaced, and the rules say so.
var NationalToIPCC2006 = embedded(nationalText, Definition{
	Name: words.Term{En: "Korean national inventory (1996) to IPCC 2006", Ko: "국가 온실가스 인벤토리(1996) → IPCC 2006"},
	From: gir.National, To: ipcc.Scheme2006, Basis: OwnMapping, OneWay: true, Source: koreanSource})

// RegionalToIPCC2006 leads from the Korean regional statistics to the 2006 IPCC Guidelines,
// for what is emitted in the place; electricity, heat and waste where it is generated have no
// counterpart. It is an own mapping, and holds one way.
var RegionalToIPCC2006 = embedded(regionalIPCCText, Definition{
	Name: words.Term{En: "Korean regional statistics to IPCC 2006", Ko: "지역 온실가스 통계 → IPCC 2006"},
	From: gir.Scheme, To: ipcc.Scheme2006, Basis: OwnMapping, OneWay: true, Source: koreanSource})
